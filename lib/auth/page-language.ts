import { headers } from 'next/headers'
import { cache } from 'react'
import { chooseLanguage, type Language } from '../domain/languages'
import { findReaderPreferences } from './reader-preferences'

/** The language of this page: what its reader has chosen in the preferences, else what their browser asks for. */
export const findPageLanguage = cache(async (): Promise<Language> => {
  return (await findReaderPreferences())?.language ?? chooseLanguage((await headers()).get('accept-language'))
})

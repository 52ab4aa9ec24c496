import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { chooseLanguage, type Language } from '../domain/languages'
import { log } from '../log'
import { createContext } from '../services/create-context'
import { getPreferences } from '../services/user/preferences'
import { findPageActor } from './page-actor'

/**
 * The language of this page: what its reader has chosen in the preferences, else what their browser asks for. Looked up
 * once a request. A database that does not answer must not keep the page from saying so: then the browser decides.
 */
export const findPageLanguage = cache(async (): Promise<Language> => {
  return (await findChosen()) ?? chooseLanguage((await headers()).get('accept-language'))
})

async function findChosen(): Promise<Language | null> {
  try {
    const actor = await findPageActor()
    return actor && (await getPreferences(createContext(actor))).language
  } catch (error) {
    // What Next throws to itself while it looks which pages can be drawn in advance.
    unstable_rethrow(error)
    log().warn({ err: error }, 'language of a page not known')
    return null
  }
}

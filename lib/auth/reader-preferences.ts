import { unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import type { Preferences } from '../domain/preferences'
import { log } from '../log'
import { createContext } from '../services/create-context'
import { getPreferences } from '../services/user/preferences'
import { findPageActor } from './page-actor'

/**
 * What the reader of this page prefers; null where nobody is signed in. Looked up once a request. A database that does not
 * answer must not keep the page from saying so: then the browser decides.
 */
export const findReaderPreferences = cache(async (): Promise<Preferences | null> => {
  try {
    const actor = await findPageActor()
    return actor && (await getPreferences(createContext(actor)))
  } catch (error) {
    // What Next throws to itself while it looks which pages can be drawn in advance.
    unstable_rethrow(error)
    log().warn({ err: error }, 'preferences of a reader not known')
    return null
  }
})

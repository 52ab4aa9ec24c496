import { createHash } from 'node:crypto'

/** What an erased person is known by: who guesses an id of the source's can tell by it that they were erased, and nothing else. */
export const hashAuthor = (siteId: string, externalId: string): Buffer => createHash('sha256').update(`${siteId} ${externalId}`).digest()

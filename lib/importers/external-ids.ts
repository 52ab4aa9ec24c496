import { createHash } from 'node:crypto'

const MAX_SLUG = 120
const MAX_ADDRESS = 200
/** An external id has at most 200 characters; a comment's adds 20 or so to its article's. */
const MAX_PREFIX = 150

/** The title as an external id: its letters and digits in any script, in lower case, joined by hyphens. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'\u2019]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const slug = (words ?? []).join('-').slice(0, MAX_SLUG).replace(/-$/, '')
  return slug === '' ? `article-${hashOf(title, 12)}` : slug.normalize('NFC')
}

/** An address as an external id; a long one is cut and told apart by its hash. No id may have a control character, which none but a damaged address has. */
export function idOfAddress(given: string): string {
  const address = given.replace(/[\u0000-\u001f\u007f]/g, '')
  return address.length <= MAX_ADDRESS ? address : `${address.slice(0, MAX_PREFIX).toWellFormed()}#${hashOf(address, 32)}`
}

/**
 * Names comments of a source that has no ids. A comment is known by its article, its text (white space apart) and, when
 * the same text stands there more than once, which of them it is: so the same file always gives the same ids, whatever
 * its encoding or line ends, and a comment added at the end changes no other. An edited text is a new comment.
 */
export function createCommentNamer(articleExternalId: string): (text: string) => string {
  const prefix = articleExternalId.length <= MAX_PREFIX ? articleExternalId : hashOf(articleExternalId, 32)
  const seen = new Map<string, number>()
  return (text) => {
    const hash = hashOf(text.normalize('NFC').replace(/\s+/g, ' ').trim(), 16)
    const occurrence = (seen.get(hash) ?? 0) + 1
    seen.set(hash, occurrence)
    return `${prefix}#${hash}-${occurrence}`
  }
}

function hashOf(text: string, hexDigits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, hexDigits)
}

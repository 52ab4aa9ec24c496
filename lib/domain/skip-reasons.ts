/** Why a source did not show a row, or showed it as something else than a comment. */
export const SKIP_REASONS = ['deleted', 'spam', 'rejected', 'unapproved', 'pingback', 'trackback'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** What WordPress keeps among its comments when another site links to an article, by the type of the row; null for a comment. */
export function findLinkBack(type: string): 'pingback' | 'trackback' | null {
  if (type === 'trackback') return type
  // Webmentions are what pingbacks are called today.
  return type === 'pingback' || type === 'webmention' ? 'pingback' : null
}

/** Why a source did not show a row, or showed it as something else than a comment. */
export const SKIP_REASONS = ['deleted', 'spam', 'rejected', 'unapproved', 'pingback', 'trackback'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

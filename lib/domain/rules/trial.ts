import type { RuleOutcome } from './rule'

/** How far back a rule is tried, in days. */
export const TRIAL_DAYS = [7, 30, 90, 365] as const

/** What people made of a comment. A rejected one counts as that, whatever its marks. */
export type Made = 'kept' | 'marked' | 'rejected'

/**
 * What people make of comments where a rule of this outcome is right: one that publishes fits comments that they keep; one that holds
 * fits comments that needed somebody, marked or rejected; one that rejects fits comments that they reject.
 */
export const AGREEING: Record<RuleOutcome, readonly Made[]> = {
  publish: ['kept'],
  hold: ['marked', 'rejected'],
  reject: ['rejected'],
}

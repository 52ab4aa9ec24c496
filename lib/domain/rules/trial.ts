import type { RuleOutcome } from './rule'

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

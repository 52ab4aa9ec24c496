import type { CommentStatus } from '../comment'
import type { RuleOutcome } from './rule'
import { AGREEING, type Made } from './trial'

/**
 * What a rule did with a text: its outcome, or nothing, because another rule came first, or because what a person closed, slowed or holds
 * goes before every rule.
 */
export const RULE_DID = ['publish', 'hold', 'reject', 'passed_over'] as const
export type RuleDid = (typeof RULE_DID)[number]

/** What people made of a text since. `undone`: what the rule had done was taken back, and the text still waits. */
export type RuleMade = Made | 'undone'

const STANDS: Record<RuleOutcome, CommentStatus> = { publish: 'published', hold: 'pending', reject: 'rejected' }

/**
 * What a rule that fits did.
 *
 * @param place among those that fit, 0 for the first
 * @param status how the comment stood when it was taken in
 */
export function didOf(outcome: RuleOutcome, place: number, status: CommentStatus): RuleDid {
  return place === 0 && STANDS[outcome] === status ? outcome : 'passed_over'
}

/** Whether people saw a text otherwise than the rule; null for what it had no part in. */
export function isOtherwise(did: RuleDid, made: RuleMade): boolean | null {
  if (did === 'passed_over') return null
  return made === 'undone' || !AGREEING[did].includes(made)
}

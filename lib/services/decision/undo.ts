import type { DecisionAnswer } from '../../contracts/decision'
import type { Context } from '../context'

/**
 * Takes a decision back: the comment is again as it was before it.
 *
 * @throws DomainError forbidden, not_found, not_allowed, conflict (with what happened since)
 */
export function undoDecision(_ctx: Context, _decisionId: string): Promise<DecisionAnswer> {
  return Promise.reject(new Error('Undo is not built yet.'))
}

import type { DecisionAnswer, DecisionInput } from '../../contracts/decision'
import type { Context } from '../context'

/**
 * Decides on a comment, as the version that was seen, and records the decision.
 *
 * @throws DomainError forbidden, not_found, not_allowed, conflict (with who was first)
 */
export function decideComment(_ctx: Context, _id: string, _input: DecisionInput): Promise<DecisionAnswer> {
  return Promise.reject(new Error('Deciding is not built yet.'))
}

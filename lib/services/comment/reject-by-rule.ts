import { uuidv7 } from 'uuidv7'
import { findCommentStates } from '../../db/comment/comment-state'
import type { Db } from '../../db/connection'
import { recordDecisions, type DecidedAct, type DecidedComment } from '../../db/decision/decision'
import type { Finding } from '../../domain/policy'
import { signRule, type Rule } from '../../domain/rules/rule'
import type { Judgement } from './judge-batch'
import type { Plan } from './plan-batch'

interface Rejection {
  id: string
  externalId: string
  rule: Rule
  findings: Finding[]
}

/** What rules reject of a request. */
export function listRejections(plan: Plan, judgements: ReadonlyMap<string, Judgement>): Rejection[] {
  return [...plan.drafts.values()].flatMap(({ id, externalId }) => {
    const judged = judgements.get(externalId)
    return judged?.rejectedBy ? [{ id, externalId, rule: judged.rejectedBy, findings: judged.findings }] : []
  })
}

/**
 * Rejects what rules reject, once it is stored and waits: each is a decision of the policy, in the log, in the feed and for appeals like
 * any other, in the transaction that takes the comment in. Nobody has reviewed it, so it can be found and looked at. Returns what was
 * rejected.
 */
export async function rejectByRules(
  db: Db,
  siteId: string,
  plan: Plan,
  judgements: ReadonlyMap<string, Judgement>,
  at: Date,
): Promise<Rejection[]> {
  const rejections = new Map(listRejections(plan, judgements).map((rejection) => [rejection.id, rejection]))
  if (rejections.size === 0) return []
  const states = await findCommentStates(db, siteId, [...rejections.keys()].sort())
  const acts = new Map<Rule, DecidedAct>()
  const decisions = [...states].flatMap(([commentId, { version, state }]): DecidedComment[] => {
    const rule = rejections.get(commentId)?.rule
    if (!rule || state.status !== 'pending' || state.isReviewed) return []
    const act = acts.get(rule) ?? reject(rule, at)
    acts.set(rule, act)
    const after = { ...state, status: 'rejected' as const, suggestions: { offTopic: null, uncivil: null } }
    return [{ act, id: uuidv7(), commentId, seenVersion: version, before: state, after, undoes: null }]
  })
  if (decisions.length === 0) return []
  const rejected = await recordDecisions(db, siteId, decisions)
  return [...rejections.values()].filter(({ id }) => rejected.has(id))
}

const reject = ({ name, reason }: Rule, at: Date): DecidedAct => ({
  kind: 'reject',
  actor: { kind: 'policy', id: null, name: signRule(name) },
  reason,
  note: null,
  mark: null,
  markKind: null,
  batchId: null,
  at,
})

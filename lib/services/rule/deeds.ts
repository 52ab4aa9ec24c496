import type { Db } from '../../db/connection'
import { insertDeeds, type NewDeed } from '../../db/rule-deed'
import type { CommentStatus } from '../../domain/comment'
import { didOf } from '../../domain/rules/deed'
import type { Judgement } from '../comment/judge-batch'
import type { Plan } from '../comment/plan-batch'

interface Judged {
  plan: Plan
  judgements: ReadonlyMap<string, Judgement>
  now: Date
}

/**
 * Notes what rules did with the texts of a request, in the transaction that takes them in; where none fits, nothing is asked of the
 * database. A text that comes back after its deletion is not noted again.
 *
 * @param standings how those comments stand by now that do not stand as they were judged, by external id
 */
export async function noteDeeds(
  db: Db,
  siteId: string,
  { plan, judgements, now }: Judged,
  standings: ReadonlyMap<string, { status: CommentStatus }>,
): Promise<void> {
  const deeds = [...plan.drafts.values()].flatMap(({ id, externalId, revision, stored, isRemoved }): NewDeed[] => {
    const judged = judgements.get(externalId)
    if (!judged || isRemoved || stored?.revision === revision) return []
    const status = standings.get(externalId)?.status ?? judged.status
    return judged.fitting.map((rule, place) => ({
      ...{ commentId: id, revision, ruleId: rule.id, run: rule.run },
      outcome: didOf(rule.outcome, place, status),
    }))
  })
  if (deeds.length > 0) await insertDeeds(db, siteId, deeds, now)
}

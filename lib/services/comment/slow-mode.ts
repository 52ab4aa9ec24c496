import { listLastTimes } from '../../db/commenter'
import type { Db } from '../../db/connection'
import type { PolicyFacts } from '../../domain/policy'
import type { Draft, Plan } from './plan-batch'

export type Pauses = ReadonlyMap<string, NonNullable<PolicyFacts['slow']>>

/**
 * The pause before each new comment under a discussion in slow mode, by external id: since its writer's last one there, stored or in
 * this request. Asked only where slow mode is on. Of an unknown writer nothing is known, and a first comment has no pause.
 *
 * @param commenterIds the writer of each comment, by the comment's external id
 */
export async function findPauses(
  db: Db,
  siteId: string,
  plan: Plan,
  commenterIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<Pauses> {
  const pauses = new Map<string, NonNullable<PolicyFacts['slow']>>()
  const slowed = [...plan.drafts.values()].filter((draft) => draft.stored === null && draft.article.slowSeconds !== null)
  if (slowed.length === 0) return pauses
  const timeOf = (draft: Draft) => (draft.postedAt ?? now).getTime()
  const writers = slowed.flatMap((draft) => {
    const commenterId = commenterIds.get(draft.externalId)
    return commenterId === undefined ? [] : [{ commenterId, articleId: draft.article.id }]
  })
  const last = await listLastTimes(db, siteId, writers)
  for (const draft of slowed.sort((a, b) => timeOf(a) - timeOf(b))) {
    const commenterId = commenterIds.get(draft.externalId)
    const { slowSeconds: seconds } = draft.article
    if (commenterId === undefined || seconds === null) continue
    const key = `${draft.article.id} ${commenterId}`
    const before = last.get(key)
    const at = timeOf(draft)
    if (before !== undefined && before <= at) pauses.set(draft.externalId, { seconds, since: (at - before) / 1000 })
    last.set(key, Math.max(at, before ?? at))
  }
  return pauses
}

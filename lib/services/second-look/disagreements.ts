import { parseId } from '../../contracts/id'
import { LookAnswer, type Disagreement, type LookAct } from '../../contracts/second-look'
import { listDisagreementRows, settleLook, type DisagreementRow } from '../../db/second-look/agreement'
import { findLookStanding } from '../../db/second-look/look'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { HARSH_FROM } from '../../domain/harsh'
import type { Context } from '../context'

const LISTED = 50

/** Comments about which two differed and that nobody has dealt with since, the latest first. @throws DomainError forbidden */
export async function listDisagreements(ctx: Context): Promise<{ disagreements: Disagreement[]; hasMore: boolean }> {
  authorize(ctx.actor, 'lead')
  const rows = await listDisagreementRows(ctx.db, ctx.actor.siteId, LISTED + 1)
  return { disagreements: rows.slice(0, LISTED).flatMap(toDisagreement), hasMore: rows.length > LISTED }
}

/**
 * Lets the first decision stand, which is noted and changes nothing else. Whoever sees it otherwise decides on the comment at the desk.
 *
 * @throws DomainError forbidden, not_found, conflict when it has been dealt with
 */
export async function settleDisagreement(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'lead')
  const lookId = parseId(id, 'disagreement')
  if (await settleLook(ctx.db, ctx.actor.siteId, lookId, ctx.actor.name, ctx.now())) return
  const standing = await findLookStanding(ctx.db, ctx.actor.siteId, lookId)
  if (standing === null) throw new DomainError('not_found', 'There is no such disagreement.')
  throw new DomainError('conflict', 'Somebody has dealt with this already.')
}

function toDisagreement(row: DisagreementRow): Disagreement[] {
  const second = LookAnswer.parse(row.answer)
  if (second.kind === 'unsure') return []
  const { id, commentId, body: text, title, section, decidedAt, incivility } = row
  const isHarsh = incivility >= HARSH_FROM
  return [{ id, commentId, text, isHarsh, article: { title, section }, decidedAt: decidedAt.toISOString(), first: toAct(row), second }]
}

/** What the decision came to, as an act: an approval of what carries a mark lets it stand with the mark. */
function toAct({ verdict, reason, mark, uncivilKind }: DisagreementRow): LookAct {
  if (verdict === 'approve') return { kind: 'approve' }
  if (verdict === 'off_topic') return { kind: 'mark', mark: 'off_topic' }
  if (verdict === 'uncivil') return { kind: 'mark', mark: 'uncivil', uncivilKind: uncivilKind ?? 'other' }
  if (mark === 'off_topic') return { kind: 'mark', mark, alsoReject: true }
  if (mark === 'uncivil') return { kind: 'mark', mark, uncivilKind: uncivilKind ?? 'other', alsoReject: true }
  return { kind: 'reject', reason: reason ?? 'other' }
}

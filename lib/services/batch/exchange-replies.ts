import { uuidv7 } from 'uuidv7'
import type { DecidedExchange, ExchangeItem } from '../../contracts/exchange'
import { recordSwitch } from '../../db/comment/comment-switch'
import { addJudged, insertBatch, lockNamed, type BatchItemNow } from '../../db/decision/batch'
import { recordDecisions } from '../../db/decision/decision'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { describeActor } from '../decision/actor'
import { expectBatch, explainOutcomes, judgeItem, type Judged } from './start'

interface ExchangeOf {
  title: string
  items: readonly ExchangeItem[]
  note: string | null
}

/**
 * Decides on comments and closes or opens the replies under them, as one batch and one transaction: the decision first, so that taking
 * back goes the other way. What became of each is noted as an item of the batch.
 *
 * @throws DomainError not_found when none of them is there
 */
export function decideWithReplies(ctx: Context, { title, items, note }: ExchangeOf): Promise<DecidedExchange> {
  return ctx.db.transaction(async (db) => {
    const inner = { ...ctx, db }
    const { siteId } = ctx.actor
    const named = new Map(items.map((item) => [item.id.toLowerCase(), item]))
    const found = await lockNamed(db, siteId, named)
    if (found.length === 0) throw new DomainError('not_found', 'None of these comments is here.')
    const [id, at] = [uuidv7(), ctx.now()]
    const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
    await insertBatch(db, { siteId, id, userId, actorName: ctx.actor.name, title, act: null, note, at, isStarted: true })
    const judged = found.map((now) => judge(inner, now, named.get(now.commentId), note, id))
    const decisions = judged.flatMap(({ decision }) => (decision ? [decision] : []))
    if (decisions.length > 0) await recordDecisions(db, siteId, decisions)
    const switched = await Promise.all(
      judged.map(async (one, index): Promise<Judged & { version: number }> => {
        const [now, isOn] = [found[index], named.get(one.commentId)?.areRepliesClosed]
        const version = one.seenVersion + (one.decision ? 1 : 0)
        if (!now || isOn === undefined || now.version !== now.seenVersion) return { ...one, version }
        return (await closeOrOpen(inner, now, one, isOn, id)) ? { ...one, outcome: 'changed', version: version + 1 } : { ...one, version }
      }),
    )
    await addJudged(db, siteId, id, await explainOutcomes(inner, switched))
    const done = switched.filter(({ outcome }) => outcome === 'changed' || outcome === 'unchanged')
    return { ...(await expectBatch(inner, id)), versions: done.map(({ commentId, version }) => ({ id: commentId, version })) }
  })
}

function judge(ctx: Context, now: BatchItemNow, item: ExchangeItem | undefined, note: string | null, batchId: string): Judged {
  if (item?.act) return judgeItem(ctx, item.act, describeAct(ctx, item.act, note ?? undefined, batchId), now)
  const { commentId, seenVersion, version } = now
  return { commentId, seenVersion, outcome: version === seenVersion ? 'unchanged' : 'conflict', decision: null }
}

/** Whether that changed anything: they may be so already. */
function closeOrOpen(ctx: Context, now: BatchItemNow, { decision }: Judged, isOn: boolean, batchId: string): Promise<boolean> {
  return recordSwitch(ctx.db, ctx.actor.siteId, 'areRepliesClosed', {
    id: uuidv7(),
    commentId: now.commentId,
    seenVersion: decision ? now.version + 1 : now.version,
    isOn,
    actor: describeActor(ctx.actor),
    state: decision?.after ?? now.state,
    undoesId: null,
    batchId,
    kind: isOn ? 'close_replies' : 'open_replies',
    at: ctx.now(),
  })
}

import { uuidv7 } from 'uuidv7'
import type { BatchResource } from '../../contracts/batch'
import { addJudged, insertBatch, lockNamed, NO_OUTCOMES, type BatchItemNow } from '../../db/decision/batch'
import { listExceptions } from '../../db/decision/batch-read'
import { isChangedSince, recordAllDecisions, type DecidedAct } from '../../db/decision/decision'
import type { DecisionAct } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import { recallShown } from '../comment/shown-states'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { explainOutcomes, judgeItem } from './start'

interface NamedItem {
  id: string
  version: number
  act: DecisionAct
}

/** The batch, and the version that each comment has by it; what was left out is not among them. */
interface DecidedNamed {
  batch: BatchResource
  versions: { id: string; version: number }[]
}

interface Named {
  title: string
  /** At least one; of a comment that is named twice the first counts. */
  items: readonly NamedItem[]
  note: string | null
}

/**
 * Decides on comments that were named, each in the version that was on screen, as one batch and one transaction. Where all are
 * remembered as they were shown, nothing is read: they are written if they still are that, all of them. Otherwise they are locked, read
 * and judged one by one.
 *
 * @throws DomainError not_found when none of them is there
 */
export async function decideNamed(ctx: Context, named: Named): Promise<DecidedNamed> {
  const items = new Map([...named.items].reverse().map((item) => [item.id.toLowerCase(), item]))
  const shown = recallAll(ctx, items)
  if (shown) {
    try {
      return await ctx.db.transaction((db) => write({ ...ctx, db }, named, items, shown))
    } catch (error) {
      if (!isChangedSince(error)) throw error
    }
  }
  return ctx.db.transaction(async (db) => write({ ...ctx, db }, named, items, await lockNamed(db, ctx.actor.siteId, items)))
}

/** All of them as they were shown, in the order in which everybody locks them; null unless each can be decided as it was. */
function recallAll({ actor }: Context, items: ReadonlyMap<string, NamedItem>): BatchItemNow[] | null {
  const found: BatchItemNow[] = []
  for (const [commentId, item] of [...items].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shown = recallShown(actor, commentId, item)
    if (!shown) return null
    found.push({ commentId, seenVersion: item.version, ...shown })
  }
  return found
}

/** One round trip, however many there are; the answer is put together from what was written. */
async function write(ctx: Context, named: Named, items: ReadonlyMap<string, NamedItem>, found: BatchItemNow[]): Promise<DecidedNamed> {
  const { db, actor } = ctx
  const { siteId } = actor
  const [first] = named.items
  if (!first || found.length === 0) throw new DomainError('not_found', 'None of these comments is here.')
  const [id, at] = [uuidv7(), ctx.now()]
  const { title, note } = named
  const noted = new Map<DecisionAct, DecidedAct>()
  const judged = found.map((item) => {
    const act = items.get(item.commentId)?.act ?? first.act
    const described = noted.get(act) ?? describeAct(ctx, act, note ?? undefined, id)
    noted.set(act, described)
    return judgeItem(ctx, act, described, item)
  })
  const decisions = judged.flatMap((one) => (one.decision ? [one.decision] : []))
  const outcomes = await explainOutcomes(ctx, judged)
  const leftOut = outcomes.filter(({ outcome }) => outcome !== 'changed')
  const userId = actor.kind === 'user' ? actor.id : null
  const counts = { ...NO_OUTCOMES }
  for (const { outcome } of outcomes) counts[outcome] += 1
  const hasExceptions = counts.conflict + counts.removed > 0
  // What is sent first is written while the largest is made ready.
  const [, , , exceptions] = await db.finish(() =>
    Promise.all([
      insertBatch(db, { siteId, id, userId, actorName: actor.name, title, act: first.act, note, at, isStarted: true }),
      leftOut.length > 0 && addJudged(db, siteId, id, leftOut),
      decisions.length > 0 && recordAllDecisions(db, siteId, decisions),
      hasExceptions ? listExceptions(db, siteId, id) : [],
    ]),
  )
  const batch: BatchResource = {
    id,
    title,
    by: actor.name,
    state: 'done',
    createdAt: at.toISOString(),
    startedAt: at.toISOString(),
    undoneAt: null,
    undoneBy: null,
    total: outcomes.length,
    outcomes: counts,
    exceptions,
  }
  const kept = judged.filter(({ outcome }) => outcome === 'changed' || outcome === 'unchanged')
  return {
    batch,
    versions: kept.map(({ commentId, seenVersion, decision }) => ({ id: commentId, version: seenVersion + (decision ? 1 : 0) })),
  }
}

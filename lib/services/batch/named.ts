import { uuidv7 } from 'uuidv7'
import type { BatchResource } from '../../contracts/batch'
import { addDecidedItems, insertBatch, lockNamed, NO_OUTCOMES } from '../../db/batch'
import { listExceptions } from '../../db/batch-read'
import { recordDecisions } from '../../db/decision'
import type { DecisionAct } from '../../domain/decisions'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { explainOutcomes, judgeItem } from './start'

interface Named {
  title: string
  /** At least one; of a comment that is named twice the first counts. */
  items: readonly { id: string; version: number; act: DecisionAct }[]
  note: string | null
}

/**
 * Decides on comments that were named, each in the version that was on screen, as one batch: call it in a transaction. Two
 * round trips, however many there are; the answer is put together from what was written.
 */
export async function decideNamed(ctx: Context, { title, items, note }: Named): Promise<BatchResource> {
  const { db, actor } = ctx
  const { siteId } = actor
  const [first] = items
  if (!first) throw new Error('a batch of nothing was let through')
  const [id, at] = [uuidv7(), ctx.now()]
  const named = new Map([...items].reverse().map((item) => [item.id.toLowerCase(), item]))
  const userId = actor.kind === 'user' ? actor.id : null
  const [found] = await Promise.all([
    lockNamed(db, siteId, named),
    insertBatch(db, { siteId, id, userId, actorName: actor.name, title, act: first.act, note, at, isStarted: true }),
  ])
  const judged = found.map((item) => {
    const act = named.get(item.commentId)?.act ?? first.act
    return judgeItem(ctx, act, describeAct(ctx, act, note ?? undefined, id), item)
  })
  const decisions = judged.flatMap((one) => (one.decision ? [one.decision] : []))
  const outcomes = await explainOutcomes(ctx, judged)
  await Promise.all([
    decisions.length > 0 && recordDecisions(db, siteId, decisions),
    outcomes.length > 0 && addDecidedItems(db, siteId, id, outcomes),
  ])
  const counts = { ...NO_OUTCOMES }
  for (const { outcome } of outcomes) counts[outcome] += 1
  const hasExceptions = counts.conflict + counts.removed > 0
  return {
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
    exceptions: hasExceptions ? await listExceptions(db, siteId, id) : [],
  }
}

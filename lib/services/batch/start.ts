import { uuidv7 } from 'uuidv7'
import type { BatchOutcome, BatchProgress, BatchResource } from '../../contracts/batch'
import { parseId } from '../../contracts/id'
import {
  listLastDeciders,
  lockBatch,
  lockItems,
  markStarted,
  setOutcomes,
  type BatchItemNow,
  type ItemOutcome,
} from '../../db/decision/batch'
import { countItems, findBatch } from '../../db/decision/batch-read'
import { recordDecisions, type DecidedAct, type DecidedComment } from '../../db/decision/decision'
import { authorize } from '../../domain/actor'
import { applyDecision, listAllowedDecisions, optionOf, type DecisionAct } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { expectReasons } from '../own-reason/expect'
import { workInLots } from './lots'

/**
 * Carries a previewed batch out: all of it or, when something fails, nothing. Each comment is decided only in the version
 * that was previewed; what became of each is noted.
 *
 * @throws DomainError forbidden, not_found, not_allowed when it was carried out already, or for a reason that is none here any more
 */
export async function startBatch(ctx: Context, id: string, onProgress: (progress: BatchProgress) => void): Promise<BatchResource> {
  authorize(ctx.actor, 'decide')
  const batchId = parseId(id, 'batch')
  return ctx.db.transaction((db) => carryOut({ ...ctx, db }, batchId, onProgress))
}

/** The same within a transaction that is open. */
export async function carryOut(ctx: Context, batchId: string, onProgress: (progress: BatchProgress) => void): Promise<BatchResource> {
  const { db, actor } = ctx
  const batch = await lockBatch(db, actor.siteId, batchId)
  if (!batch || (batch.userId !== null && !('id' in actor && actor.id === batch.userId)))
    throw new DomainError('not_found', 'There is no such batch of yours.')
  const { act: decided } = batch
  if (batch.state !== 'draft' || decided === null) throw new DomainError('not_allowed', 'This batch was carried out already.')
  // It may have been retired since the preview.
  await expectReasons(ctx, [decided])
  const total = await countItems(db, actor.siteId, batchId)
  const act = describeAct(ctx, decided, batch.note ?? undefined, batchId)
  await workInLots({
    fetch: async (last, limit) => ({ items: await lockItems(db, actor.siteId, batchId, last, limit) }),
    judge: async ({ items }) => {
      const judged = items.map((item) => judgeItem(ctx, decided, act, item))
      const decisions = judged.flatMap((one) => (one.decision ? [one.decision] : []))
      const outcomes = await explainOutcomes(ctx, judged)
      return () =>
        Promise.all([
          setOutcomes(db, actor.siteId, batchId, outcomes),
          decisions.length > 0 && recordDecisions(db, actor.siteId, decisions),
        ])
    },
    tell: (done) => onProgress({ done, total }),
  })
  const [, after] = await Promise.all([markStarted(db, actor.siteId, batchId, ctx.now()), expectBatch(ctx, batchId)])
  return after
}

export interface Judged {
  commentId: string
  seenVersion: number
  outcome: BatchOutcome
  decision: DecidedComment | null
}

/** What the act makes of a comment, which is locked; none where it does not apply any more. */
export function judgeItem(
  ctx: Context,
  act: DecisionAct,
  noted: DecidedAct,
  { commentId, seenVersion, version, isErased, state }: BatchItemNow,
): Judged {
  if (isErased || state.status === 'removed') return { commentId, seenVersion, outcome: 'removed', decision: null }
  if (version !== seenVersion) return { commentId, seenVersion, outcome: 'conflict', decision: null }
  if (!listAllowedDecisions(ctx.actor, state).includes(optionOf(act)))
    return { commentId, seenVersion, outcome: 'unchanged', decision: null }
  const after = applyDecision(ctx.actor, state, act)
  return {
    commentId,
    seenVersion,
    outcome: 'changed',
    decision: { act: noted, id: uuidv7(), commentId, seenVersion, before: state, after, undoes: null },
  }
}

/** The outcomes with a word about who was first, where somebody was. */
export async function explainOutcomes(ctx: Context, judged: Judged[]): Promise<(ItemOutcome & { seenVersion: number })[]> {
  const late = judged.filter((one) => one.outcome === 'conflict').map((one) => one.commentId)
  const deciders = late.length > 0 ? await listLastDeciders(ctx.db, ctx.actor.siteId, late) : new Map<string, string>()
  return judged.map(({ commentId, seenVersion, outcome }) => {
    const name = deciders.get(commentId)
    const detail = outcome !== 'conflict' ? null : name === undefined ? 'edited at its source since' : `${name} decided since`
    return { commentId, seenVersion, outcome, detail }
  })
}

/** @throws DomainError not_found */
export async function expectBatch(ctx: Context, id: string): Promise<BatchResource> {
  const batch = await findBatch(ctx.db, ctx.actor.siteId, id)
  if (!batch) throw new DomainError('not_found', 'There is no such batch.')
  return batch
}

import { uuidv7 } from 'uuidv7'
import type { BatchOutcome, BatchProgress, BatchResource } from '../../contracts/batch'
import { parseId } from '../../contracts/id'
import { listLastDeciders, lockBatch, lockItems, markStarted, setOutcomes, type BatchItemNow } from '../../db/batch'
import { findBatch } from '../../db/batch-read'
import { recordDecisions, type DecidedAct, type DecidedComment } from '../../db/decision'
import { authorize } from '../../domain/actor'
import { applyDecision, listAllowedDecisions, optionOf, type DecisionAct } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeAct } from '../decision/act'

/** Comments that are locked and written at once. */
const CHUNK = 1000

/**
 * Carries a previewed batch out: all of it or, when something fails, nothing. Each comment is decided only in the version
 * that was previewed; what became of each is noted.
 *
 * @throws DomainError forbidden, not_found, not_allowed when it was carried out already
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
  if (batch.state !== 'draft') throw new DomainError('not_allowed', 'This batch was carried out already.')
  const before = await expectBatch(ctx, batchId)
  const act = describeAct(ctx, batch.act, batch.note ?? undefined, batchId)
  let done = 0
  for (let after: string | null = null; ;) {
    const items: BatchItemNow[] = await lockItems(db, actor.siteId, batchId, after, CHUNK)
    if (items.length === 0) break
    const judged = items.map((item) => judgeItem(ctx, batch.act, act, item))
    const decisions = judged.flatMap((one) => (one.decision ? [one.decision] : []))
    if (decisions.length > 0) await recordDecisions(db, actor.siteId, decisions)
    await setOutcomes(db, actor.siteId, batchId, await explainOutcomes(ctx, judged))
    done += items.length
    onProgress({ done, total: before.total })
    after = items.at(-1)?.commentId ?? null
  }
  await markStarted(db, actor.siteId, batchId, ctx.now())
  return expectBatch(ctx, batchId)
}

interface Judged {
  commentId: string
  outcome: BatchOutcome
  decision: DecidedComment | null
}

/** What the act makes of a comment, which is locked; none where it does not apply any more. */
export function judgeItem(
  ctx: Context,
  act: DecisionAct,
  noted: DecidedAct,
  { commentId, seenVersion, version, state }: BatchItemNow,
): Judged {
  if (state.status === 'removed') return { commentId, outcome: 'removed', decision: null }
  if (version !== seenVersion) return { commentId, outcome: 'conflict', decision: null }
  if (!listAllowedDecisions(ctx.actor, state).includes(optionOf(act))) return { commentId, outcome: 'unchanged', decision: null }
  const after = applyDecision(ctx.actor, state, act)
  return {
    commentId,
    outcome: 'changed',
    decision: { act: noted, id: uuidv7(), commentId, seenVersion, before: state, after, undoesId: null },
  }
}

/** The outcomes with a word about who was first, where somebody was. */
export async function explainOutcomes(
  ctx: Context,
  judged: Judged[],
): Promise<{ commentId: string; outcome: BatchOutcome; detail: string | null }[]> {
  const late = judged.filter((one) => one.outcome === 'conflict').map((one) => one.commentId)
  const deciders = late.length > 0 ? await listLastDeciders(ctx.db, ctx.actor.siteId, late) : new Map<string, string>()
  return judged.map(({ commentId, outcome }) => {
    const name = deciders.get(commentId)
    const detail = outcome !== 'conflict' ? null : name === undefined ? 'edited at its source since' : `${name} decided since`
    return { commentId, outcome, detail }
  })
}

/** @throws DomainError not_found */
export async function expectBatch(ctx: Context, id: string): Promise<BatchResource> {
  const batch = await findBatch(ctx.db, ctx.actor.siteId, id)
  if (!batch) throw new DomainError('not_found', 'There is no such batch.')
  return batch
}

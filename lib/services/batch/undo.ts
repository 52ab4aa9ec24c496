import { uuidv7 } from 'uuidv7'
import type { BatchProgress, BatchResource } from '../../contracts/batch'
import { parseId } from '../../contracts/id'
import {
  addDecidedAtOnce,
  listLastDeciders,
  lockBatch,
  lockItems,
  markUndone,
  setOutcomes,
  type ItemOutcome,
} from '../../db/decision/batch'
import { recordSwitch } from '../../db/comment/comment-switch'
import { countItems } from '../../db/decision/batch-read'
import { recordDecisions } from '../../db/decision/decision'
import { listRepliesOfBatch, listUndoableOfBatch, type UndoableDecision } from '../../db/decision/undoable'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeUndo } from '../decision/act'
import { describeActor } from '../decision/actor'
import { isUntouched, restore } from '../decision/undo-on-state'
import { workInLots } from './lots'
import { expectBatch } from './start'

/**
 * Takes a batch back: each comment is again as it was before, except those that somebody decided or edited since, which are
 * kept as they are and listed.
 *
 * @throws DomainError forbidden for somebody else's batch (leads may), not_found, not_allowed when it was not carried out or
 *   is taken back already
 */
export async function undoBatch(ctx: Context, id: string, onProgress: (progress: BatchProgress) => void): Promise<BatchResource> {
  authorize(ctx.actor, 'decide')
  const batchId = parseId(id, 'batch')
  const { siteId } = ctx.actor
  return ctx.db.transaction(async (db) => {
    const inner = { ...ctx, db }
    const batch = await lockBatch(db, siteId, batchId)
    if (!batch) throw new DomainError('not_found', 'There is no such batch.')
    const isOwn = 'id' in ctx.actor && ctx.actor.id === batch.userId
    if (!isOwn) authorize(ctx.actor, 'lead')
    if (batch.state !== 'done')
      throw new DomainError(
        'not_allowed',
        batch.state === 'draft' ? 'This batch was never carried out.' : 'This batch is taken back already.',
      )
    await addDecidedAtOnce(db, siteId, batchId)
    // The other way round than they were written: replies were closed after the comment was decided on.
    if (batch.act === null) await undoReplies(inner, batchId)
    const total = await countItems(db, siteId, batchId)
    await workInLots({
      fetch: async (last, limit) => {
        const [items, decided] = await Promise.all([
          lockItems(db, siteId, batchId, last, limit),
          listUndoableOfBatch(db, siteId, batchId, last, limit),
        ])
        return { items, decided }
      },
      judge: ({ decided }) => judgeUndo(inner, batchId, decided),
      tell: (done) => onProgress({ done, total }),
    })
    const at = ctx.now()
    const [, undone] = await Promise.all([markUndone(db, siteId, batchId, ctx.actor.name, at), expectBatch(inner, batchId)])
    return undone
  })
}

/** What is taken back of these decisions, and what is kept; given back as what writes it. */
async function judgeUndo(ctx: Context, batchId: string, decided: readonly UndoableDecision[]): Promise<() => Promise<unknown>> {
  const isFree = (one: UndoableDecision) => one.undoneBy === null && one.comment.state.status !== 'removed' && isUntouched(one)
  const act = describeUndo(ctx, batchId)
  const restored = decided.filter(isFree).map((one) => ({
    act,
    id: uuidv7(),
    commentId: one.comment.id,
    seenVersion: one.comment.version,
    before: one.comment.state,
    after: restore(one),
    undoes: one,
  }))
  const kept = decided.filter((one) => !isFree(one)).map((one) => one.comment.id)
  const outcomes = await explainUndone(
    ctx,
    restored.map(({ commentId }) => commentId),
    kept,
  )
  const { db, actor } = ctx
  return () =>
    Promise.all([setOutcomes(db, actor.siteId, batchId, outcomes), restored.length > 0 && recordDecisions(db, actor.siteId, restored)])
}

/** Replies are open or closed again as they were, where nothing has happened to the comment since. */
async function undoReplies(ctx: Context, batchId: string): Promise<void> {
  const { db, actor } = ctx
  const undone = await Promise.all(
    (await listRepliesOfBatch(db, actor.siteId, batchId)).map(async (one) => {
      const { comment, kind, id: undoesId } = one
      const by = { actor: describeActor(actor), at: ctx.now(), id: uuidv7(), kind: 'undo' as const, undoesId, batchId }
      const switched = { ...by, commentId: comment.id, seenVersion: comment.version, isOn: kind === 'open_replies', state: comment.state }
      const isRestored = one.undoneBy === null && isUntouched(one) && (await recordSwitch(db, actor.siteId, 'areRepliesClosed', switched))
      return { id: comment.id, isRestored }
    }),
  )
  const listIds = (isRestored: boolean) => undone.filter((one) => one.isRestored === isRestored).map(({ id }) => id)
  await setOutcomes(db, actor.siteId, batchId, await explainUndone(ctx, listIds(true), listIds(false)))
}

/** What became of comments, with who changed those that are kept. */
async function explainUndone({ db, actor }: Context, restored: readonly string[], kept: readonly string[]): Promise<ItemOutcome[]> {
  const deciders = kept.length > 0 ? await listLastDeciders(db, actor.siteId, kept) : new Map<string, string>()
  return [
    ...restored.map((commentId) => ({ commentId, outcome: 'restored' as const, detail: null })),
    ...kept.map((commentId) => ({
      commentId,
      outcome: 'kept' as const,
      detail: `${deciders.get(commentId) ?? 'The source'} changed it since`,
    })),
  ]
}

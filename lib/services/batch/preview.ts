import { uuidv7 } from 'uuidv7'
import { BatchInput, MAX_BATCH, type BatchPreview, type BatchResource } from '../../contracts/batch'
import { parseInput } from '../../contracts/parse'
import { addCommenterItems, addFilteredItems, addNamedItems, addWaveItems, insertBatch } from '../../db/decision/batch'
import { countStatuses, findBatch, listSample } from '../../db/decision/batch-read'
import { authorize } from '../../domain/actor'
import { listAllowedOn } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import { nameAct } from '../../domain/act-name'
import type { Context } from '../context'
import { readFilter } from '../queue/filter'
import { expectReasons } from '../own-reason/expect'
import { decideNamed } from './named'
import { carryOut } from './start'

const SAMPLE_SIZE = 5

/**
 * Notes which comments a batch is about and in which version, and says what it would do. With `isStarted` it is carried out
 * at once, in the same transaction.
 *
 * @throws DomainError forbidden, invalid_input, not_found when nothing matches
 */
export async function makeBatch(ctx: Context, input: BatchInput): Promise<BatchPreview | BatchResource> {
  authorize(ctx.actor, 'decide')
  const { of, act, note, isStarted } = parseInput(BatchInput, input)
  const { siteId } = ctx.actor
  await expectReasons(ctx, [act])
  const id = uuidv7()
  if (isStarted && of.kind === 'comments') {
    const items = of.items.map((item) => ({ ...item, act }))
    const { batch } = await decideNamed(ctx, { title: nameAct(act), items, note: note?.trim() ? note : null })
    return batch
  }
  return ctx.db.transaction(async (db) => {
    const inner = { ...ctx, db }
    const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
    await insertBatch(db, {
      siteId,
      id,
      userId,
      actorName: ctx.actor.name,
      title: nameAct(act),
      act,
      note: note?.trim() ? note : null,
      at: ctx.now(),
      isStarted: false,
    })
    const isCut = await addItems(inner, id, of)
    if (isStarted) return expectSome(await carryOut(inner, id, () => undefined))
    const [batch, statuses, sample] = await Promise.all([
      findBatch(db, siteId, id),
      countStatuses(db, siteId, id),
      listSample(db, siteId, id, SAMPLE_SIZE),
    ])
    return {
      ...expectSome(batch),
      statuses,
      isCut,
      sample: sample.map((row) => ({ ...row, allowed: listAllowedOn(ctx.actor, row) })),
    }
  })
}

/** @throws DomainError not_found */
function expectSome(batch: BatchResource | null): BatchResource {
  if (!batch || batch.total === 0) throw new DomainError('not_found', 'No comment matches any more. There is nothing to decide.')
  return batch
}

/** @returns whether more matched than a batch may hold */
async function addItems(ctx: Context, batchId: string, of: ReturnType<typeof BatchInput.parse>['of']): Promise<boolean> {
  const { db, actor } = ctx
  switch (of.kind) {
    case 'comments':
      await addNamedItems(db, actor.siteId, batchId, of.items)
      return false
    case 'queue':
      return (await addFilteredItems(db, batchId, readFilter(ctx, of.queue, of.filter), MAX_BATCH)) === MAX_BATCH
    case 'commenter':
      return (await addCommenterItems(db, actor.siteId, batchId, of.commenterId, MAX_BATCH)) === MAX_BATCH
    case 'wave':
      return (await addWaveItems(db, actor.siteId, batchId, of.waveId, MAX_BATCH)) === MAX_BATCH
  }
}

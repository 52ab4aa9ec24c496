import { beforeEach, expect, it } from 'vitest'
import { dropBatch, findLastBatch, forgetBatches, noteBatch, noteSent } from '@/components/moderation/decision/taken-batches'
import type { BatchResource } from '@/lib/contracts/batch'

beforeEach(forgetBatches)

const OUTCOMES = { waiting: 0, changed: 2, unchanged: 0, conflict: 0, removed: 0, restored: 0, kept: 0 }
const note = (id: string, state: BatchResource['state'], changed = 2) =>
  noteBatch({
    ...{ id, state, title: 'Reject', by: 'Mo', createdAt: '', startedAt: null, undoneAt: null, undoneBy: null, total: 2, exceptions: [] },
    outcomes: { ...OUTCOMES, changed },
  })

it('gives the batch that was taken last and stands', () => {
  expect(findLastBatch()).toBeNull()
  note('a', 'done')
  note('b', 'done')
  const last = findLastBatch()
  expect(last?.id).toBe('b')
  expect(last?.at).toBeLessThanOrEqual(performance.now())
  note('b', 'undone')
  expect(findLastBatch()?.id).toBe('a')
  dropBatch('a')
  expect(findLastBatch()).toBeNull()
})

it('knows nothing of a batch that was only previewed, or that changed nothing', () => {
  note('a', 'draft')
  note('b', 'done', 0)
  expect(findLastBatch()).toBeNull()
})

it('keeps the place of a batch that is on its way, and forgets it when nothing was changed', async () => {
  noteSent(Promise.resolve('sent'), ['c1'])
  const sentAt = findLastBatch()?.at
  expect(await findLastBatch()?.id).toBe('sent')
  expect(findLastBatch()).toEqual({ id: 'sent', ids: ['c1'], at: sentAt })
  noteSent(Promise.resolve(null), ['c1'])
  expect(await findLastBatch()?.id).toBeNull()
  expect(findLastBatch()?.id).toBe('sent')
})

it('does not bring back what was taken back on its way', async () => {
  const id = Promise.resolve('sent')
  noteSent(id, ['c1'])
  expect(dropBatch(id)?.id).toBe(id)
  await id
  expect(findLastBatch()).toBeNull()
})

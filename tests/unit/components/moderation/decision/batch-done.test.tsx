// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { BatchDone } from '@/components/moderation/decision/batch-done'
import type { BatchResource } from '@/lib/contracts/batch'
import { renderWorded } from '@/tests/factories/render-worded'
import { NOW } from '../desk-fixtures'

afterEach(cleanup)

const none = { waiting: 0, changed: 0, unchanged: 0, conflict: 0, removed: 0, restored: 0, kept: 0 }
const BATCH: BatchResource = {
  ...{ id: 'batch-1', title: 'Reject', state: 'done', total: 2, outcomes: { ...none, changed: 2 }, exceptions: [] },
  ...{ by: 'Mina', createdAt: NOW, startedAt: NOW, undoneAt: null, undoneBy: null },
}
const undo = vi.fn()
const draw = (isBusy: boolean) => <BatchDone batch={BATCH} isBusy={isBusy} onUndo={undo} onClose={() => undefined} />

it('has the focus on closing, and keeps it where it is while the batch is taken back, which is asked for once', () => {
  const { rerender } = renderWorded(draw(false))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }))
  const button = screen.getByRole('button', { name: 'Undo all of it' })
  button.focus()
  fireEvent.click(button)
  rerender(draw(true))
  fireEvent.click(button)
  expect([undo.mock.calls.length, document.activeElement]).toEqual([1, button])
})

import { expect, it } from 'vitest'
import { mergeRow } from '@/components/moderation/queue/desk-row'
import type { DeskDecision } from '@/lib/contracts/teamwork'
import { makeRow, NOW } from '../desk-fixtures'

const row = makeRow(1)
const approved = {
  row: { ...row, version: 2, state: { ...row.state, status: 'approved' as const, isReviewed: true } },
  act: { kind: 'approve' as const },
  notice: null,
  isSaving: false,
}
const rejected: DeskDecision = {
  ...{ commentId: row.id, version: 3, by: 'Teo', byId: 'user-9', at: NOW },
  ...{ kind: 'reject', reason: 'abuse', mark: null, markKind: null, status: 'rejected' },
}

it('shows what a colleague made of a comment that was decided here before', () => {
  expect(mergeRow(row, approved, { decision: rejected, servedVersion: 1 })).toMatchObject({
    act: null,
    colleague: { by: 'Teo', kind: 'reject' },
    isOpen: false,
    row: { state: { status: 'rejected' } },
  })
})

it('keeps to what was decided here while that is on its way, and after it when the colleague was before', () => {
  const heard = { decision: { ...rejected, version: 2 }, servedVersion: 1 }
  for (const entry of [
    { ...approved, row: { ...approved.row, version: 1 }, isSaving: true },
    { ...approved, row: { ...approved.row, version: 3 } },
  ])
    expect(mergeRow(row, entry, heard)).toMatchObject({ act: { kind: 'approve' }, colleague: null, row: { state: { status: 'approved' } } })
})

it('no longer says who was first when they took it back, and the comment waits again', () => {
  const conflict = { kind: 'conflict' as const, by: 'Teo', past: rejected, reason: 'abuse' as const, at: NOW, isOwn: false }
  const told = { ...approved, act: null, notice: conflict }
  expect(mergeRow(row, told, { decision: { ...rejected, version: 2 }, servedVersion: 1 })).toMatchObject({
    notice: conflict,
    isOpen: false,
  })
  const undone: DeskDecision = { ...rejected, kind: 'undo', reason: null, status: 'published' }
  expect(mergeRow(row, told, { decision: undone, servedVersion: 1 })).toMatchObject({
    notice: null,
    colleague: { by: 'Teo', kind: 'undo' },
    isOpen: true,
    row: { state: { status: 'published' } },
  })
})

it('shows that a colleague let it stand out, without taking it for decided or for what was decided here', () => {
  const featured: DeskDecision = { ...rejected, kind: 'feature', reason: null, status: 'published' }
  expect(mergeRow(row, undefined, { decision: featured, servedVersion: 1 })).toMatchObject({
    colleague: { by: 'Teo', kind: 'feature' },
    isOpen: true,
    row: { isFeatured: true, state: { isReviewed: false } },
  })
  expect(mergeRow(row, approved, { decision: featured, servedVersion: 1 })).toMatchObject({
    act: { kind: 'approve' },
    colleague: null,
    isOpen: false,
    row: { isFeatured: true, state: { status: 'approved' } },
  })
  const ended = { decision: { ...featured, kind: 'unfeature' as const }, servedVersion: 1 }
  expect(mergeRow({ ...row, isFeatured: true }, undefined, ended)).toMatchObject({ row: { isFeatured: false } })
})

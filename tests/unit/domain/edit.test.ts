import { describe, expect, it } from 'vitest'
import { findingsAfterEdit, judgeRevision, statusAfterEdit } from '@/lib/domain/edit'

const stored = { body: 'one', sourceRevision: 5, isRemoved: false }
const removed = { ...stored, isRemoved: true }

describe('what a message changes', () => {
  it.each([
    ['a higher revision counts', stored, { body: 'two', sourceRevision: 6 }, { outcome: 'updated', sourceRevision: 6 }],
    ['a higher revision of the same text counts', stored, { body: 'one', sourceRevision: 9 }, { outcome: 'updated', sourceRevision: 9 }],
    ['the same revision changes nothing, whatever it says', stored, { body: 'two', sourceRevision: 5 }, { outcome: 'unchanged' }],
    ['a lower revision is stale', stored, { body: 'two', sourceRevision: 4 }, { outcome: 'stale' }],
    ['without a revision another text counts', stored, { body: 'two', sourceRevision: null }, { outcome: 'updated', sourceRevision: 6 }],
    ['without a revision the same text changes nothing', stored, { body: 'one', sourceRevision: null }, { outcome: 'unchanged' }],
    [
      'a deleted comment comes back with a higher revision',
      removed,
      { body: 'one', sourceRevision: 6 },
      { outcome: 'updated', sourceRevision: 6 },
    ],
    ['a deleted comment stays deleted at its own revision', removed, { body: 'two', sourceRevision: 5 }, { outcome: 'stale' }],
    ['a deleted comment stays deleted without a revision', removed, { body: 'two', sourceRevision: null }, { outcome: 'stale' }],
  ])('%s', (_name, before, sent, expected) => {
    expect(judgeRevision(before, sent)).toEqual(expected)
  })
})

describe('the status after an edit', () => {
  it.each(['published', 'approved'] as const)('%s: the policy judges the new text alone', (status) => {
    for (const isReviewed of [true, false]) {
      expect(statusAfterEdit({ status, isReviewed }, 'published')).toBe('published')
      expect(statusAfterEdit({ status, isReviewed }, 'pending')).toBe('pending')
    }
  })

  it.each(['pending', 'rejected'] as const)('%s: a person looks first, whatever the policy says', (status) => {
    expect(statusAfterEdit({ status, isReviewed: false }, 'published')).toBe('pending')
    expect(statusAfterEdit({ status, isReviewed: true }, 'pending')).toBe('pending')
  })

  it('removed: judged like a new comment, unless a person had decided', () => {
    expect(statusAfterEdit({ status: 'removed', isReviewed: false }, 'published')).toBe('published')
    expect(statusAfterEdit({ status: 'removed', isReviewed: false }, 'pending')).toBe('pending')
    expect(statusAfterEdit({ status: 'removed', isReviewed: true }, 'published')).toBe('pending')
  })
})

describe('the reasons after an edit', () => {
  const word = { phase: 'watched_word', outcome: 'hold', why: 'Contains a word this site holds' } as const

  it.each([
    ['pending', 'edited_waiting', 'Edited while it waited for a person'],
    ['rejected', 'edited_rejected', 'Edited after it was rejected'],
    ['removed', 'returned_decided', 'Came back after being deleted; a person had already decided on it'],
  ] as const)('%s: says why it waits where the policy would not have it wait', (before, phase, why) => {
    expect(findingsAfterEdit(before, 'pending', { status: 'published', findings: [] })).toEqual([{ phase, outcome: 'hold', why }])
    expect(findingsAfterEdit(before, 'pending', { status: 'pending', findings: [word] })).toEqual([word])
  })

  it.each(['published', 'approved'] as const)('%s: what the policy found', (before) => {
    expect(findingsAfterEdit(before, 'pending', { status: 'pending', findings: [word] })).toEqual([word])
    expect(findingsAfterEdit(before, 'published', { status: 'published', findings: [] })).toEqual([])
  })
})

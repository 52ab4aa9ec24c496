import { describe, expect, it } from 'vitest'
import { judgeRevision, statusAfterEdit } from '@/lib/domain/edit'

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

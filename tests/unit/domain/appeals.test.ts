import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { grantAppeal, isOwnDecision } from '@/lib/domain/appeals'
import type { CommentState } from '@/lib/domain/comment'

const STATE: CommentState = {
  status: 'rejected',
  marks: { offTopic: true, uncivil: 'insult' },
  suggestions: { offTopic: 0.7, uncivil: { score: 0.8, kind: 'threat' } },
  openReports: 2,
  isReviewed: true,
}
const CALM = { suggestions: { offTopic: null, uncivil: null }, openReports: 0, isReviewed: true }

describe('a comment once its appeal is granted', () => {
  it.each([
    [null, { offTopic: true, uncivil: 'insult' }],
    ['off_topic', { offTopic: false, uncivil: 'insult' }],
    ['uncivil', { offTopic: true, uncivil: null }],
  ] as const)('against a rejection with the mark %s: it is approved, and that mark alone is gone', (mark, marks) => {
    expect(grantAppeal(STATE, { subject: 'rejection', mark })).toEqual({ status: 'approved', marks, ...CALM })
  })

  it.each([
    ['off_topic', { offTopic: false, uncivil: 'insult' }],
    ['uncivil', { offTopic: true, uncivil: null }],
  ] as const)('against the mark %s: the mark is gone, and all else is as it was', (subject, marks) => {
    const before = { ...STATE, status: 'published' as const }
    expect(grantAppeal(before, { subject, mark: subject })).toEqual({ ...before, marks })
  })
})

it('one’s own decision is what this very person took, not a policy, a key or somebody of the same name', () => {
  const mo: Actor = { kind: 'user', id: 'm', name: 'Mo', role: 'moderator', siteId: 's', sessionId: 'x' }
  const asked = [
    { actorKind: 'user', actorId: 'm' },
    { actorKind: 'user', actorId: 'n' },
    { actorKind: 'policy', actorId: null },
    { actorKind: 'api_key', actorId: 'm' },
  ]
  expect(asked.map((decision) => isOwnDecision(mo, decision))).toEqual([true, false, false, false])
})

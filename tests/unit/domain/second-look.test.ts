import { describe, expect, it } from 'vitest'
import { verdictOf, verdictOfAnswer } from '@/lib/domain/second-look'

const NONE = { offTopic: false, uncivil: null }

describe('what a decision comes to', () => {
  it('is by the state it leaves: not public, else by the mark that weighs more, else approved', () => {
    expect(verdictOf({ status: 'approved', marks: NONE })).toBe('approve')
    expect(verdictOf({ status: 'published', marks: { ...NONE, offTopic: true } })).toBe('off_topic')
    expect(verdictOf({ status: 'approved', marks: { offTopic: true, uncivil: 'insult' } })).toBe('uncivil')
    expect(verdictOf({ status: 'rejected', marks: { offTopic: true, uncivil: 'insult' } })).toBe('reject')
  })

  it('is the same for the answer in the same words', () => {
    expect(verdictOfAnswer({ kind: 'approve' })).toBe('approve')
    expect(verdictOfAnswer({ kind: 'reject', reason: 'spam' })).toBe('reject')
    expect(verdictOfAnswer({ kind: 'mark', mark: 'off_topic' })).toBe('off_topic')
    expect(verdictOfAnswer({ kind: 'mark', mark: 'off_topic', alsoReject: true })).toBe('reject')
    expect(verdictOfAnswer({ kind: 'mark', mark: 'uncivil', uncivilKind: 'mockery' })).toBe('uncivil')
    expect(verdictOfAnswer({ kind: 'mark', mark: 'uncivil', uncivilKind: 'mockery', alsoReject: true })).toBe('reject')
    expect(verdictOfAnswer({ kind: 'unsure' })).toBe('unsure')
  })
})

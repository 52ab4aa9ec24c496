import { describe, expect, it } from 'vitest'
import { judgeForFeaturing, type FeaturingFacts } from '@/lib/domain/featuring'

const good: FeaturingFacts = {
  words: 60,
  drift: 0.2,
  incivility: 0.05,
  isApproved: true,
  openReports: 0,
  replies: 4,
  civilReplies: 3,
  hasEvidence: true,
}

describe('a comment worth featuring', () => {
  it('has every reason and the full score when all is well', () => {
    const verdict = judgeForFeaturing(good)
    expect(verdict?.reasons).toEqual(['on_topic', 'substantial', 'civil', 'evidence', 'answered', 'approved'])
    expect(verdict?.score).toBeCloseTo(1, 10)
  })

  it.each([
    ['reported', { openReports: 1 }],
    ['too short', { words: 24 }],
    ['off topic', { drift: 0.5 }],
    ['uncivil', { incivility: 0.3 }],
  ])('is not one that is %s', (_, change) => {
    expect(judgeForFeaturing({ ...good, ...change })).toBeNull()
  })

  it('gets no reason from what was not measured', () => {
    const verdict = judgeForFeaturing({ ...good, drift: null, incivility: null })
    expect(verdict?.reasons).toEqual(['substantial', 'evidence', 'answered', 'approved'])
    expect(verdict?.score).toBeCloseTo(0.56, 10)
  })

  it('is not called answered when the answers are a quarrel', () => {
    expect(judgeForFeaturing({ ...good, replies: 8, civilReplies: 3 })?.reasons).not.toContain('answered')
  })
})

import { describe, expect, it } from 'vitest'
import { isWorthFeaturing, judgeForFeaturing, readForFeaturing, type FeaturingFacts } from '@/lib/domain/featuring'

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

describe('a single comment on the desk', () => {
  const fresh = { ...good, isApproved: false, replies: 0, civilReplies: 0, hasEvidence: false }

  it('is worth featuring when it is on topic, substantial and civil, and not when one of these was not measured', () => {
    expect(isWorthFeaturing(fresh)).toBe(true)
    for (const change of [{ drift: null }, { incivility: null }, { words: 221 }, { words: 24 }, { openReports: 1 }])
      expect(isWorthFeaturing({ ...fresh, ...change })).toBe(false)
  })

  it('tells by its text how long it is and whether it gives something to look up', () => {
    expect(readForFeaturing('  Ridership fell by 30 %.\nSee page 14. ')).toEqual({ words: 8, hasEvidence: true })
    expect(readForFeaturing('I clean offices.')).toEqual({ words: 3, hasEvidence: false })
  })
})

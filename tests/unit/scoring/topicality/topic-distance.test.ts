import { describe, expect, it } from 'vitest'
import { measureTopicDistance, measureWordDistance } from '@/lib/scoring/topicality/topic-distance'

const far = { lexical: 0.9, terms: 20, nearness: -0.1, isBrief: false }
const near = { lexical: 0.3, terms: 20, nearness: 0.5, isBrief: false }

describe('the distance of a comment from its article', () => {
  it('falls with shared words, with nearness of words in general and with nearness of meaning', () => {
    expect(measureTopicDistance(far, 0)).toBeGreaterThan(measureTopicDistance({ ...far, lexical: 0.2 }, 0))
    expect(measureTopicDistance(far, 0)).toBeGreaterThan(measureTopicDistance({ ...far, nearness: 0.4 }, 0))
    expect(measureTopicDistance(far, 0.1)).toBeGreaterThan(measureTopicDistance(far, 0.5))
    expect(measureTopicDistance(far, 0.05)).toBeGreaterThan(0.85)
    expect(measureWordDistance(far)).toBeGreaterThan(measureWordDistance({ ...far, nearness: 0.4 }))
    expect(measureWordDistance(far)).toBeGreaterThan(0.85)
    expect(measureWordDistance(near)).toBeLessThan(0.15)
  })

  it('goes by shared words alone where general vectors say nothing', () => {
    expect(measureWordDistance({ ...far, nearness: null })).toBe(0.9)
    expect(measureTopicDistance({ ...far, nearness: null }, 0.05)).toBeGreaterThan(0.85)
    expect(measureTopicDistance({ ...near, nearness: null }, 0.5)).toBeLessThan(0.15)
  })

  it('is less certain, and on the same side, for the few words of a short comment', () => {
    const measures = [
      (terms: number) => measureTopicDistance({ ...far, terms }, 0.05),
      (terms: number) => measureTopicDistance({ ...near, terms }, 0.5),
      (terms: number) => measureWordDistance({ ...far, terms }),
      (terms: number) => measureWordDistance({ ...near, terms }),
    ]
    for (const measure of measures) {
      const distances = [4, 5, 8, 12, 30].map(measure)
      const certainty = distances.map((distance) => Math.abs(distance - 0.5))
      expect([...certainty].sort((a, b) => a - b)).toEqual(certainty)
      expect(distances[0]).toBe(distances[1])
      expect(distances[3]).toBe(distances[4])
      expect(new Set(distances.map((distance) => distance > 0.5)).size).toBe(1)
    }
    expect([5, 20].map((terms) => measureTopicDistance({ ...far, lexical: 0.8, terms }, 0.1) > 0.85)).toEqual([false, true])
  })
})

import { describe, expect, it } from 'vitest'
import { measureTopicDistance } from '@/lib/scoring/topicality/topic-distance'

describe('the distance of a comment from its article', () => {
  it('falls with shared words and with nearness of meaning', () => {
    expect(measureTopicDistance(0.9, 20, 0)).toBeGreaterThan(measureTopicDistance(0.2, 20, 0))
    expect(measureTopicDistance(0.9, 20, 0.1)).toBeGreaterThan(measureTopicDistance(0.9, 20, 0.5))
    expect(measureTopicDistance(0.9, 20, 0.05)).toBeGreaterThan(0.85)
  })

  it('is less certain, and on the same side, for the few words of a short comment', () => {
    const [far, near] = [
      [0.9, 0.05],
      [0.3, 0.5],
    ] as const
    for (const [lexical, cosine] of [far, near]) {
      const distances = [4, 5, 8, 12, 30].map((terms) => measureTopicDistance(lexical, terms, cosine))
      const certainty = distances.map((distance) => Math.abs(distance - 0.5))
      expect([...certainty].sort((a, b) => a - b)).toEqual(certainty)
      expect(distances[0]).toBe(distances[1])
      expect(distances[3]).toBe(distances[4])
      expect(new Set(distances.map((distance) => distance > 0.5)).size).toBe(1)
    }
    expect([5, 20].map((terms) => measureTopicDistance(0.8, terms, 0.1) > 0.85)).toEqual([false, true])
  })
})

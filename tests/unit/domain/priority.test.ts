import fc from 'fast-check'
import { expect, it } from 'vitest'
import { highestPrioritySince, priorityOf, weighReporter, type Urgency } from '@/lib/domain/priority'

const HOUR = 3_600_000
const quiet: Urgency = {
  status: 'pending',
  suggestions: { offTopic: null, uncivil: null },
  openReports: 0,
  reportWeight: 0,
  receivedAt: new Date(100 * HOUR),
}

it('counts hours of waiting, with what a comment is suspected of on top', () => {
  expect(priorityOf(quiet)).toBe(-100)
  expect(priorityOf({ ...quiet, suggestions: { offTopic: 0.5, uncivil: { score: 0.75, kind: 'insult' } } })).toBe(-100 + 9 + 4)
  expect(priorityOf({ ...quiet, openReports: 2, reportWeight: 1.5 })).toBe(-100 + 9)
})

it('counts half as much again while the comment is public', () => {
  const suspected: Urgency = { ...quiet, suggestions: { offTopic: null, uncivil: { score: 0.5, kind: 'threat' } } }
  expect(priorityOf({ ...suspected, status: 'published' }) - priorityOf(suspected)).toBe(3)
})

it('is not moved by a crowd that complains, nor by reports that were answered', () => {
  expect(priorityOf({ ...quiet, openReports: 90, reportWeight: 45 })).toBe(-100 + 24)
  expect(priorityOf({ ...quiet, openReports: 0, reportWeight: 3 })).toBe(-100)
})

it('lets nothing wait for ever: what came a day earlier goes first unless the later one is worse by a day', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
      const later: Urgency = {
        ...quiet,
        status: 'published',
        suggestions: { offTopic: score, uncivil: { score, kind: 'insult' } },
        receivedAt: new Date(131 * HOUR),
      }
      expect(priorityOf(later)).toBeLessThan(priorityOf(quiet))
    }),
  )
})

it('weighs a reader by what became of their complaints, and one nobody knows by a half', () => {
  expect(weighReporter({ upheld: 0, dismissed: 0 })).toBe(0.5)
  expect(weighReporter({ upheld: 8, dismissed: 0 })).toBe(0.9)
  expect(weighReporter({ upheld: 0, dismissed: 8 })).toBe(0.1)
})

it('of what was written at a time or later nobody stands higher than the worst that can be, from a source whose clock is a day ahead', () => {
  const worst: Urgency = {
    status: 'published',
    suggestions: { offTopic: 1, uncivil: { score: 1, kind: 'threat' } },
    openReports: 9,
    reportWeight: 9,
    receivedAt: new Date(100 * HOUR),
  }
  expect(highestPrioritySince(new Date(124 * HOUR))).toBe(priorityOf(worst))
  expect(highestPrioritySince(new Date(125 * HOUR))).toBe(priorityOf(worst) - 1)
})

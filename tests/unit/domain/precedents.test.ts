import { expect, it } from 'vitest'
import { findOtherwise, outcomeOf } from '@/lib/domain/precedents'

const marks = (offTopic = false, uncivil: 'insult' | null = null) => ({ offTopic, uncivil })

it('goes by what readers see: rejected, standing with a mark, standing', () => {
  expect(outcomeOf({ status: 'rejected', marks: marks(true, 'insult') })).toBe('rejected')
  expect(outcomeOf({ status: 'approved', marks: marks(true) })).toBe('marked')
  expect(outcomeOf({ status: 'published', marks: marks(false, 'insult') })).toBe('marked')
  expect(outcomeOf({ status: 'approved', marks: marks() })).toBe('kept')
})

it.each([
  ['most went otherwise', { kept: 1, marked: 0, rejected: 4 }, { outcome: 'rejected', count: 4, total: 5 }],
  ['the only one went otherwise', { kept: 0, marked: 1, rejected: 0 }, { outcome: 'marked', count: 1, total: 1 }],
  ['most went the same way', { kept: 3, marked: 1, rejected: 1 }, null],
  ['half of them is not most', { kept: 1, marked: 0, rejected: 1 }, null],
  ['there are none', { kept: 0, marked: 0, rejected: 0 }, null],
] as const)('says of an approval that %s', (_, counts, told) => {
  expect(findOtherwise({ status: 'approved', marks: marks() }, counts)).toEqual(told)
})

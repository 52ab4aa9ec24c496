import { expect, it } from 'vitest'
import { didOf, isOtherwise, RULE_DID, type RuleMade } from '@/lib/domain/rules/deed'

it('a rule did what it says when it came first and nothing else had the last word', () => {
  const cases = [didOf('publish', 0, 'published'), didOf('hold', 0, 'pending'), didOf('reject', 0, 'rejected')]
  expect(cases).toEqual(['publish', 'hold', 'reject'])
  const others = [
    didOf('publish', 1, 'published'),
    didOf('publish', 0, 'pending'),
    didOf('reject', 0, 'pending'),
    didOf('hold', 0, 'removed'),
  ]
  expect(new Set(others)).toEqual(new Set(['passed_over']))
})

it('people saw it otherwise where they made something else of the text, or took back what was done', () => {
  const made: RuleMade[] = ['kept', 'marked', 'rejected', 'undone']
  expect(Object.fromEntries(RULE_DID.map((did) => [did, made.map((one) => isOtherwise(did, one))]))).toEqual({
    publish: [false, true, true, true],
    hold: [true, false, false, true],
    reject: [true, true, false, true],
    passed_over: [null, null, null, null],
  })
})

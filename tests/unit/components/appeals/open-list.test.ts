import { describe, expect, it } from 'vitest'
import { findNextWaiting, mergeRead, type ListedAppeal } from '@/components/appeals/open-list'
import type { AppealCase } from '@/lib/contracts/appeal'

const make = (id: string, mayAnswer: AppealCase['mayAnswer'] = 'yes', statement = id) => ({ id, mayAnswer, statement }) as AppealCase
const list = (...appeals: AppealCase[]) => mergeRead([], appeals, true)
const told = (listed: readonly ListedAppeal[]) => listed.map(({ appeal, isGone }) => `${appeal.statement}${isGone ? ' gone' : ''}`)

describe('the list, read again', () => {
  it('keeps its places, takes what is new of each, and what has come goes to the end', () => {
    const read = [make('c'), make('b', 'yes', 'b anew'), make('a')]
    expect(told(mergeRead(list(make('a'), make('b')), read, true))).toEqual(['a', 'b anew', 'c'])
  })

  it('says of what is no longer open that it is gone, if all was read, and takes that back', () => {
    const known = list(make('a'), make('b'))
    expect(told(mergeRead(known, [make('b')], false))).toEqual(['a', 'b'])
    const gone = mergeRead(known, [make('b')], true)
    expect(told(gone)).toEqual(['a gone', 'b'])
    expect(told(mergeRead(gone, [make('a'), make('b')], true))).toEqual(['a', 'b'])
  })

  it('what was answered here is not gone', () => {
    const known = list(make('a')).map((listed) => ({ ...listed, answer: { outcome: 'upheld' as const, decisionId: 'd' } }))
    expect(mergeRead(known, [], true)).toEqual(known)
  })
})

it('the cursor goes on to the next that waits for this person, and begins again at the first', () => {
  const all = list(make('a'), make('b', 'own'), make('c'))
  expect(findNextWaiting(all, 'a')).toBe('c')
  expect(findNextWaiting(all, 'c')).toBe('a')
  expect(findNextWaiting(list(make('a'), make('b', 'own')), 'a')).toBeNull()
})

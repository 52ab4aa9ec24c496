import { expect, it } from 'vitest'
import { groupBy } from '@/lib/domain/group-by'

it('keeps groups in the order in which they are met, and items in theirs', () => {
  const groups = groupBy(['pear', 'plum', 'apple', 'peach', 'apricot'], (word) => word.charAt(0))
  expect([...groups]).toEqual([
    ['p', ['pear', 'plum', 'peach']],
    ['a', ['apple', 'apricot']],
  ])
})

import { expect, it } from 'vitest'
import { isTypedName } from '@/lib/domain/typed-name'

it.each([
  ['Nora', 'Nora', true],
  [' nora ', 'Nora', true],
  ['No ra', 'No\u00a0ra', true],
  ['Nora', 'No\u200bra\u202e', true],
  ['Jose\u0301', 'José', true],
  ['Nora', 'Norah', false],
  ['', 'Nora', false],
])('%j is typed for %j: %s', (typed, name, is) => {
  expect(isTypedName(typed, name)).toBe(is)
})

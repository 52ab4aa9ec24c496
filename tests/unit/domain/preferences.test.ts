import { expect, it } from 'vitest'
import { DEFAULT_KEYS, resolveKeys } from '@/lib/domain/preferences'

it('gives every act its usual key but those that were changed', () => {
  expect(resolveKeys({ keys: { approve: 'y' } })).toEqual({ ...DEFAULT_KEYS, approve: 'y' })
})

it('leaves an act that came later without a key where its usual one was taken, until it is given another', () => {
  expect(resolveKeys({ keys: { undo: 'f' } })).toEqual({ ...DEFAULT_KEYS, undo: 'f', feature: '' })
  expect(resolveKeys({ keys: { approve: 'w', reject: 'f' } })).toEqual({
    ...DEFAULT_KEYS,
    approve: 'w',
    reject: 'f',
    wave: '',
    feature: '',
  })
  expect(resolveKeys({ keys: { undo: 'f', feature: 'y' } })).toEqual({ ...DEFAULT_KEYS, undo: 'f', feature: 'y' })
})

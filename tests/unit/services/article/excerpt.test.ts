import { describe, expect, it } from 'vitest'
import { excerptOf } from '@/lib/services/article/excerpt'

describe('an excerpt', () => {
  it('is the text itself while that is short enough', () => {
    expect(excerptOf('The bridge is old.', 18)).toBe('The bridge is old.')
  })

  it('ends between words, and says that something is missing', () => {
    expect(excerptOf('recognizing dark-skinned people', 27)).toBe('recognizing dark-skinned…')
    expect(excerptOf('one two three four five six seven eight', 36)).toBe('one two three four five six seven…')
  })

  it('cuts a word that is nearly all of it, but never half a character', () => {
    expect(excerptOf('a verylongwordwithoutanybreak', 12)).toBe('a verylongwo…')
    expect(excerptOf('aaaa😀bbbb', 5)).toBe('aaaa…')
  })
})

import { describe, expect, it } from 'vitest'
import { ownWords } from '@/components/moderation/own-words'

describe('what somebody says in a place of one line', () => {
  it('begins after what they quote', () => {
    expect(ownWords('> It is very loud in there.\n\nThen sit outside.')).toBe('Then sit outside.')
    expect(ownWords('> One.\n>> Two.\n  > Three.\nThen\nfour.')).toBe('Then four.')
  })

  it('goes on over line breaks, and keeps what is quoted later', () => {
    expect(ownWords('First.\n\n  Second.\n> Third.')).toBe('First. Second. > Third.')
  })

  it('is the quotation where there is nothing else', () => {
    expect(ownWords('> It is very loud in there.')).toBe('> It is very loud in there.')
    expect(ownWords('')).toBe('')
  })
})

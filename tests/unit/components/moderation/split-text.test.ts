import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '@/components/moderation/split-text'

describe('splitText', () => {
  it('leaves plain text in one piece', () => {
    expect(splitText('Page 14.\nRead it.')).toEqual([{ kind: 'text', text: 'Page 14.\nRead it.', weight: 0 }])
  })

  it('marks a span by its offsets', () => {
    expect(splitText('You fool, sir', [{ start: 4, end: 8, weight: 0.8 }])).toEqual([
      { kind: 'text', text: 'You ', weight: 0 },
      { kind: 'text', text: 'fool', weight: 0.8 },
      { kind: 'text', text: ', sir', weight: 0 },
    ])
  })

  it('takes the heavier weight where spans overlap, and survives offsets beyond the text', () => {
    const pieces = splitText('abcdef', [
      { start: 0, end: 4, weight: 0.3 },
      { start: 2, end: 99, weight: 0.9 },
      { start: 5, end: 1, weight: 1 },
    ])
    expect(pieces).toEqual([
      { kind: 'text', text: 'ab', weight: 0.3 },
      { kind: 'text', text: 'cd', weight: 0.9 },
      { kind: 'text', text: 'ef', weight: 0.9 },
    ])
  })

  it('never cuts an emoji in half', () => {
    expect(splitText('a😀b', [{ start: 2, end: 3, weight: 1 }]).map((piece) => (piece.kind === 'text' ? piece.text : ''))).toEqual([
      'a',
      '😀',
      'b',
    ])
  })

  it('shows bidi overrides, zero-width characters, tag characters and NUL by name', () => {
    const names = splitText('a\u202eb\u200bc\u0000d\u{e0041}e').filter((piece) => piece.kind === 'control')
    expect(names).toEqual([
      { kind: 'control', name: 'RLO', code: 'U+202E', weight: 0 },
      { kind: 'control', name: 'zero width', code: 'U+200B', weight: 0 },
      { kind: 'control', name: 'U+0000', code: 'U+0000', weight: 0 },
      { kind: 'control', name: 'U+E0041', code: 'U+E0041', weight: 0 },
    ])
  })

  it('keeps joiners that make an emoji or belong to the spelling', () => {
    for (const text of ['👩‍👩‍👧', '👩🏽‍🚀', '🏳️‍🌈', 'می‌خواهم', 'क्‍ष']) expect(splitText(text)).toEqual([{ kind: 'text', text, weight: 0 }])
    expect(splitText('id\u200diot')).toHaveLength(3)
  })

  it('draws every character of any text exactly once, in order', () => {
    const span = fc.record({ start: fc.nat(40), end: fc.nat(40), weight: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(span, { maxLength: 5 }), (raw, spans) => {
        const text = raw.replaceAll('\r\n', '\n')
        const drawn = splitText(text, spans)
          .map((piece) => (piece.kind === 'text' ? piece.text : String.fromCodePoint(parseInt(piece.code.slice(2), 16))))
          .join('')
        expect(drawn).toBe(text)
      }),
    )
  })
})

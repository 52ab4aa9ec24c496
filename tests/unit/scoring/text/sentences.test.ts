import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '@/lib/scoring/text/sentences'

const textsOf = (text: string) => splitSentences(text).map((sentence) => sentence.text)

describe('splitting sentences', () => {
  it('gives each sentence with its place', () => {
    expect(splitSentences('  One here.  Two?\nThree')).toEqual([
      { text: 'One here.', start: 2, end: 11 },
      { text: 'Two?', start: 13, end: 17 },
      { text: 'Three', start: 18, end: 23 },
    ])
  })

  it('knows other scripts', () => {
    expect(textsOf('今日は雨です。明日は晴れます。')).toEqual(['今日は雨です。', '明日は晴れます。'])
    expect(textsOf('هل هذا صحيح؟ نعم.')).toEqual(['هل هذا صحيح؟', 'نعم.'])
  })

  it('does not cut a sentence that crosses the window it is read in', () => {
    const sentence = `The ${'very '.repeat(50)}end.`
    expect(textsOf(Array.from({ length: 40 }, () => sentence).join(' '))).toEqual(Array.from({ length: 40 }, () => sentence))
  })

  it('cuts endless sentences, at a space where there is one, and never inside a character', () => {
    expect(textsOf('word '.repeat(1_000)).every((text) => text.length <= 2_000 && /^word.*word$/.test(text))).toBe(true)
    expect(textsOf('😀'.repeat(3_001)).every((text) => text.isWellFormed())).toBe(true)
    expect(textsOf(`x${'😀'.repeat(3_001)}`).every((text) => text.isWellFormed())).toBe(true)
  })

  it('cuts plain lines by its own hand where Intl.Segmenter cuts them', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })
    const pieces = [...`aB1 .!?,:-"'()`, ...['word', 'Dr', 'U.S.', '. ', '3.5', '. A', '." ', '?) No']]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const expected = Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((sentence) => sentence !== '')
        expect(textsOf(text)).toEqual(expected)
      }),
    )
    expect(textsOf('He said "No." Then 3.5 people (of the U.S. army) left... and why?! Dr. Who knows.')).toEqual([
      'He said "No."',
      'Then 3.5 people (of the U.S. army) left... and why?!',
      'Dr.',
      'Who knows.',
    ])
  })

  it('loses nothing but white space, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const sentences = splitSentences(text)
        let last = 0
        for (const sentence of sentences) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          expect(text.slice(last, sentence.start).trim()).toBe('')
          last = sentence.end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
    )
  })
})

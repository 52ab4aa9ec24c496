import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { readModelWords } from '@/lib/scoring/text/model-words'
import { placeWords } from '@/lib/scoring/text/placed-words'

const { vocabulary } = getIncivilityModel()

/** The text, and what stands at each word's place. */
function place(body: string): [string, string[]] {
  const { text, starts, ends } = placeWords(body, readModelWords(body, vocabulary), vocabulary)
  return [text, [...starts].map((start, at) => text.slice(start, ends[at]))]
}

describe('the words of a text with their places', () => {
  it('leaves plain words as they stand', () => {
    expect(place("We can't wait, really!")).toEqual(["We can't wait, really!", ['We', 'ca', "n't", 'wait', 'really', '!']])
  })

  it('writes disguised words as they are meant, and one word for each group that is named', () => {
    expect(place('What an 1d10t, say Muslims and the w h o r e.')).toEqual([
      'What an idiot, say people and the whore.',
      ['What', 'an', 'idiot', 'say', 'people', 'and', 'the', 'whore'],
    ])
  })

  it('writes all of it in the form NFKC, so that places hold for who normalises', () => {
    const [text, words] = place('Ｔｒａｍ ﬁve — cafe\u0301 now')
    expect(text).toBe('Tram five — café now')
    expect(words).toEqual(['Tram', 'five', 'café', 'now'])
  })

  it('gives every word of any text a place, one after the other', () => {
    const part = fc.oneof(
      fc.constantFrom('idiot', 'Jews', '1d10t ', '\u202ekcuf\u202c', '<b>', '&#102;', 'ﷺ', '😀', ' '),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const body = parts.join('')
        const words = readModelWords(body, vocabulary)
        const { text, starts, ends } = placeWords(body, words, vocabulary)
        let last = 0
        for (const [at, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(ends[at]).toBeGreaterThanOrEqual(start)
          last = ends[at] ?? NaN
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 300 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecentCache } from '@/lib/scoring/recent-cache'
import { stemWord } from '@/lib/scoring/text/stem'
import { knownWords, knowWord, weighTerm } from '@/lib/scoring/text/known-words'
import { listDistinctTerms, listTermTexts, readWords, splitWords } from '@/lib/scoring/text/words'

describe('words', () => {
  it('are folded, keep their apostrophes and leave punctuation', () => {
    expect(splitWords("Don’t — the café's 3rd Straße, re\u00adopened!")).toEqual(["don't", 'the', "cafe's", '3rd', 'strasse', 'reopened'])
  })

  it('are found in scripts without spaces and beside them', () => {
    expect(splitWords('中央车站 and 港口')).toEqual(['中央', '车站', 'and', '港口'])
    expect(splitWords('สวัสดีชาวโลก')).toEqual(['สวัสดี', 'ชาว', 'โลก'])
  })

  it('become terms without stop words, English and German', () => {
    const words = readWords("It's the phones, und nicht das Wetter: phoned")
    expect(listTermTexts(words)).toEqual(['phon', 'wett', 'phon'])
    expect(listDistinctTerms(words).map(({ text }) => text)).toEqual(['phon', 'wett'])
  })

  it('are known without being made a string of, in any text', () => {
    const signs = fc.constantFrom(...`abcIT09'’‘ -.,_\u00a0\u2013ıßéя`)
    const texts = fc.oneof(fc.string({ unit: signs, maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
    const isSame = (text: string) => void expect(readWords(text)).toEqual(splitWords(text).map(knowWord))
    fc.assert(fc.property(texts, isSame), { numRuns: 1000 })
  })

  it('are known again when more came than are kept', () => {
    const name = (at: number) => at.toString(36).replace(/\d/g, (digit) => 'qwertyuiop'.charAt(Number(digit)))
    const write = (from: number) => Array.from({ length: 20_000 }, (_, at) => `x${name(from + at)}x`).join(' ')
    for (const from of [0, 20_000, 40_000, 0]) {
      const text = write(from)
      expect(readWords(text).map(({ term }) => term?.text)).toEqual(splitWords(text).map((word) => stemWord(word)))
    }
    knownWords.begin()
    expect(knowWord('the')).toEqual({
      length: 3,
      isPlain: true,
      isNumber: false,
      isForeign: false,
      isShared: false,
      en: 1,
      de: 0,
      term: null,
      form: '',
      rank: undefined,
    })
  })

  it('of everyday talk weigh less', () => {
    expect([weighTerm(stemWord('people')), weighTerm(stemWord('harbour'))]).toEqual([0.3, 1])
  })
})

describe('stems', () => {
  it.each([
    ['phones', 'phone'],
    ['policies', 'policy'],
    ['recognition', 'recognise'],
    ['technologies', 'technology'],
    ['microsoft', "microsoft's"],
    ['stopped', 'stopping'],
    ['kunden', 'kunde'],
  ])('of %s and %s are the same', (left, right) => {
    expect(stemWord(left)).toBe(stemWord(right))
  })

  it('of different words differ', () => {
    expect(new Set(['bus', 'boss', 'base', 'gas', 'news', 'tram', 'train'].map(stemWord)).size).toBe(7)
  })
})

describe('the cache', () => {
  it('computes once, and drops what was not asked for longest', () => {
    const cache = new RecentCache<{ key: string }>(2)
    const computed: string[] = []
    const ask = (key: string) =>
      cache.getOrCompute(key, () => {
        computed.push(key)
        return { key }
      }).key
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['a', 'b', 'a', 'c', 'a', 'b'])
    expect(computed).toEqual(['a', 'b', 'c', 'b'])
    expect(cache.size).toBe(2)
  })

  it('keeps few of what was made of enormous texts', () => {
    const cache = new RecentCache<object>(200)
    const size = (characters: number) => {
      for (let at = 0; at < 50; at += 1) cache.getOrCompute(`${characters} ${at}`, () => ({}), characters)
      return cache.size
    }
    expect(size(5_000)).toBe(50)
    expect(size(2_000_000)).toBe(2)
  })
})

import { describe, expect, it } from 'vitest'
import { RecentCache } from '@/lib/scoring/recent-cache'
import { stemWord } from '@/lib/scoring/text/stem'
import { listTerms, splitWords, weighTerm } from '@/lib/scoring/text/words'

describe('words', () => {
  it('are folded, keep their apostrophes and leave punctuation', () => {
    expect(splitWords("Don’t — the café's 3rd Straße, re\u00adopened!")).toEqual(["don't", 'the', "cafe's", '3rd', 'strasse', 'reopened'])
  })

  it('are found in scripts without spaces and beside them', () => {
    expect(splitWords('中央车站 and 港口')).toEqual(['中央', '车站', 'and', '港口'])
    expect(splitWords('สวัสดีชาวโลก')).toEqual(['สวัสดี', 'ชาว', 'โลก'])
  })

  it('become terms without stop words, English and German', () => {
    expect(listTerms(splitWords("It's the phones, und nicht das Wetter"))).toEqual(['phon', 'wett'])
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

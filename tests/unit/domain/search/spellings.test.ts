import { describe, expect, it } from 'vitest'
import { searchSpellings } from '@/lib/domain/search/spellings'

const search = (spellings: Record<string, number>) => searchSpellings(new Map(Object.entries(spellings)))

describe('a search for all spellings of a word', () => {
  it('is the word where it is written in one way, in whatever case', () => {
    expect(search({ tunnel: 3 })).toBe('tunnel')
    expect(search({ Tunnel: 2, TUNNEL: 1, tunnel: 3 })).toBe('tunnel')
  })

  it('is a beginning where one spelling begins others, though it is the rarer one', () => {
    expect(search({ trams: 9, tram: 4, Tram: 1 })).toBe('tram*')
    expect(search({ tram: 4, "tram's": 2 })).toBe('tram*')
  })

  it('is the spelling written most often where none begins another', () => {
    expect(search({ cities: 2, city: 5 })).toBe('city')
    expect(search({ 'caf\u00e9': 4, cafe: 3 })).toBe('caf\u00e9')
    // Two ways to encode one letter.
    expect(search({ 'cafe\u0301': 2, 'caf\u00e9': 2, cafe: 3 })).toBe('caf\u00e9')
  })

  it('is no beginning that too many other words share', () => {
    expect(search({ art: 5, arts: 4 })).toBe('art')
  })

  it('is no beginning of what a search cuts into words', () => {
    expect(search({ "o'brien": 5, "o'briens": 4 })).toBe("o'brien")
  })
})

import { describe, expect, it } from 'vitest'
import { filterArticles, isNarrowed, listSections } from '@/components/articles/article-address'
import { makeSummary } from './article-fixtures'

const ROWS = [
  makeSummary({ id: 'tram', waiting: 3 }),
  makeSummary({ id: 'café', title: 'Café Zürich schließt', section: 'City', author: null }),
  makeSummary({ id: 'none', title: 'Phones in school', section: null, author: 'Mira Sandoval' }),
]
const ALL = { section: '', q: '', waiting: false }
const idsOf = (filter: Partial<typeof ALL>) => filterArticles(ROWS, { ...ALL, ...filter }).map((row) => row.id)

describe('the filter of the article table', () => {
  it('shows all until something is chosen', () => {
    expect(idsOf({})).toEqual(['tram', 'café', 'none'])
    expect([isNarrowed(ALL), isNarrowed({ ...ALL, q: '  ' }), isNarrowed({ ...ALL, waiting: true })]).toEqual([false, false, true])
  })

  it('finds every word in title, section or author, in any order, without accents and case', () => {
    expect(idsOf({ q: 'castellane TRAM' })).toEqual(['tram'])
    expect(idsOf({ q: 'zurich cafe' })).toEqual(['café'])
    expect(idsOf({ q: 'tram school' })).toEqual([])
  })

  it('takes brackets and stars as they are', () => {
    expect(idsOf({ q: '.*(' })).toEqual([])
  })

  it('keeps to a section, and to articles with comments waiting', () => {
    expect(idsOf({ section: 'City' })).toEqual(['café'])
    expect(idsOf({ waiting: true })).toEqual(['tram'])
  })

  it('lists each section once, by name', () => {
    expect(listSections([...ROWS, makeSummary({ section: 'City' })])).toEqual(['City', 'Politics'])
  })
})

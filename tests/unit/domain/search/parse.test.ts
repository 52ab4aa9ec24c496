import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeSearch, findAuthorTyped } from '@/lib/domain/search/complete'
import { describeFault } from '@/lib/domain/search/faults'
import { isUnderstood, parseSearch } from '@/lib/domain/search/parse'
import { cutTokens } from '@/lib/domain/search/tokens'

const terms = (text: string) => parseSearch(text).terms
const problems = (text: string) => parseSearch(text).problems.map(({ at, end }) => text.slice(at, end))

describe('a search', () => {
  it('is words, phrases and what must not be there', () => {
    expect(terms('night "last tram" -ferry')).toEqual([
      { field: 'words', text: 'night', isPhrase: false, isNot: false },
      { field: 'words', text: 'last tram', isPhrase: true, isNot: false },
      { field: 'words', text: 'ferry', isPhrase: false, isNot: true },
    ])
  })

  it('names people, articles, sections and languages', () => {
    expect(terms('author:"Marta D." article:tram -section:Politics lang:de')).toEqual([
      { field: 'author', text: 'Marta D.', isNot: false },
      { field: 'article', text: 'tram', isNot: false },
      { field: 'section', text: 'Politics', isNot: true },
      { field: 'language', text: 'de', isNot: false },
    ])
  })

  it('asks for status, facts, marks and suggestions', () => {
    expect(terms('is:held is:reply is:featured -is:edited mark:off-topic suggests:insult')).toEqual([
      { field: 'status', status: 'pending', isNot: false },
      { field: 'is', fact: 'reply', isNot: false },
      { field: 'is', fact: 'featured', isNot: false },
      { field: 'is', fact: 'edited', isNot: true },
      { field: 'mark', mark: 'off_topic', kind: null, isNot: false },
      { field: 'suggests', mark: 'uncivil', kind: 'insult', isNot: false },
    ])
  })

  it('compares scores, reports, times and ages', () => {
    expect(terms('score.civility>0.7 score.topic<=.5 reports>=2 before:2026-11-01 age<24h age>2d')).toEqual([
      { field: 'score', score: 'uncivil', comparison: '>', value: 0.7, isNot: false },
      { field: 'score', score: 'off_topic', comparison: '<=', value: 0.5, isNot: false },
      { field: 'reports', comparison: '>=', value: 2, isNot: false },
      { field: 'time', side: 'before', at: new Date('2026-11-01T00:00:00Z'), isNot: false },
      { field: 'age', comparison: '<', ms: 86_400_000, isNot: false },
      { field: 'age', comparison: '>', ms: 172_800_000, isNot: false },
    ])
  })

  it('says where it does not understand, and takes nothing silently for a word', () => {
    expect(problems('tram score.civility>7 is:asleep before:2026-13-01 colour:red reports:many age<soon author:')).toEqual([
      'score.civility>7',
      'is:asleep',
      'before:2026-13-01',
      'colour:red',
      'reports:many',
      'age<soon',
      'author:',
    ])
    expect(terms('tram colour:red')).toHaveLength(1)
    expect([isUnderstood('tram'), isUnderstood('colour:red'), isUnderstood('')]).toEqual([true, false, true])
  })

  it('does not take the OR, AND and NOT of other searches for words', () => {
    expect(problems('tram OR bus AND NOT ferry')).toEqual(['OR', 'AND', 'NOT'])
    expect(parseSearch('tram OR bus').problems.map(describeFault)).toEqual([
      'OR is not an operator: every term must hold, and a minus before a term turns it round. In quotation marks it is searched for as a word',
    ])
    expect(problems('tram or bus -OR "OR" "this OR that" section:OR ORBAN')).toEqual([])
  })

  it('says what is wrong with what was typed', () => {
    expect(parseSearch('is:wave mark:rude reports:many before:soon colour:red ""').problems.map(describeFault)).toEqual([
      'wave is none of pending, published, approved, rejected, removed, public, held, reply, top, edited, reported, appealed, decided, undecided, featured',
      'rude is not a mark: off_topic, uncivil, insult, identity_attack, threat, profanity, condescension, mockery, sexual, other',
      'reports: a whole number',
      'before: a day such as 2026-11-01',
      'colour is not an operator. In quotation marks it is searched for as it stands',
      'There is nothing between the quotation marks',
    ])
  })

  it('has twenty terms at most', () => {
    expect(parseSearch('a '.repeat(25))).toMatchObject({
      terms: expect.arrayContaining([]) as unknown,
      problems: expect.arrayContaining([]) as unknown,
    })
    expect(terms('a '.repeat(25))).toHaveLength(20)
    expect(problems('a '.repeat(25))).toHaveLength(5)
  })

  it('loses nothing that was typed and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'is', ':', '"', '-', ' ', '>', '=', '.', '0', 'é', 'author', '\n') }), (text) => {
        const tokens = cutTokens(text)
        const joined = tokens.map(({ at, end }) => text.slice(at, end)).join('')
        expect(joined.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
        expect(() => parseSearch(text)).not.toThrow()
      }),
    )
  })
})

describe('completing a search', () => {
  const known = { sections: ['Politics', 'City life'], languages: ['en'], articles: [] }
  const complete = (text: string) => completeSearch(text, text.length, known).map((option) => option.text)

  it('offers operators by their beginning and their values afterwards', () => {
    expect(complete('tram sec')).toEqual(['section:'])
    expect(complete('section:')).toEqual(['section:Politics ', 'section:"City life" '])
    expect(complete('-section:city')).toEqual(['-section:"City life" '])
    expect(complete('is:re')).toEqual(['is:rejected ', 'is:removed ', 'is:reply ', 'is:reported ', 'is:featured '])
    expect(complete('is:f')).toEqual(['is:featured '])
  })

  it('offers ages with the sign that was typed, and the names of people that were asked for', () => {
    expect(complete('age<')).toEqual(['age<1h ', 'age<24h ', 'age<7d '])
    expect(complete('age>2')).toEqual(['age>24h '])
    const authors = { ...known, authors: ['Marta D.', 'Martin'] }
    expect(completeSearch('author:mar', 10, authors).map(({ text }) => text)).toEqual(['author:"Marta D." ', 'author:Martin '])
  })

  it('knows which beginning of a name is being typed', () => {
    expect(
      ['author:ma', 'tram -author:"Marta D', 'author:ma tram', 'author:m', 'section:ma', 'ma'].map((text) =>
        findAuthorTyped(text, text.length),
      ),
    ).toEqual(['ma', 'Marta D', null, null, null, null])
    expect(findAuthorTyped('author:ma tram', 9)).toBe('ma')
  })

  it('offers nothing behind a finished term', () => {
    expect([complete('section:"City life"'), complete('tram '), complete('')]).toEqual([[], [], []])
  })

  it('offers what fits the place of the cursor', () => {
    expect(completeSearch('sec tram', 3, known)).toMatchObject([{ at: 0, end: 3, text: 'section:' }])
  })
})

it('takes an address for a word and not for an operator', () => {
  expect(parseSearch('http://home-riches.example/x -https://example.org')).toMatchObject({
    terms: [
      { field: 'words', text: 'http://home-riches.example/x', isNot: false },
      { field: 'words', text: 'https://example.org', isNot: true },
    ],
    problems: [],
  })
})

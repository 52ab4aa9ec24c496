import { describe, expect, it } from 'vitest'
import { findFitting, type RuleFacts } from '@/lib/domain/rules/fit'
import { parseCondition, readCondition, type Rule } from '@/lib/domain/rules/rule'
import { describeFault } from '@/lib/domain/search/faults'
import { parseSearch } from '@/lib/domain/search/parse'

const FACTS: RuleFacts = {
  body: 'The night tram closes. See https://tram.example.org/plan and www.other.example',
  article: { externalId: 'a-7', title: 'Council votes to close the night tram', section: 'Politics' },
  language: 'en',
  isReply: false,
  isEdited: false,
  incivility: 0.4,
  distance: null,
  record: { approved: 3, rejected: 1 },
}

const fits = (condition: string, facts: Partial<RuleFacts> = {}) => {
  const { terms, problems } = parseCondition(condition)
  expect(problems).toEqual([])
  const rule: Rule = { id: condition, run: 1, name: condition, outcome: 'hold', reason: null, terms }
  return findFitting([rule], { ...FACTS, ...facts }).length === 1
}

describe('a condition', () => {
  it.each([
    ['links>1', true],
    ['links>2', false],
    ['length>=78', true],
    ['length>78', false],
    ['capitals>0.02', true],
    ['capitals>0.5', false],
    ['section:politics', true],
    ['-section:politics', false],
    ['section:Sport', false],
    ['article:"night TRAM"', true],
    ['article:a-7', true],
    ['article:a-', false],
    ['tram', true],
    ['tra', false],
    ['tra*', true],
    ['"night tram"', true],
    ['"tram night"', false],
    ['"night tra"', false],
    ['tram.example', true],
    ['-tram', false],
    ['lang:en', true],
    ['lang:de', false],
    ['is:top', true],
    ['is:reply', false],
    ['is:edited', false],
    ['score.civility>=0.4', true],
    ['score.civility<0.4', false],
    ['score.topic<0.9', false],
    ['-score.topic<0.9', true],
    ['author.approved>=3', true],
    ['author.approved>3', false],
    ['author.rejected<1', false],
    ['links>1 section:politics -is:reply', true],
    ['links>1 section:sport', false],
  ])('%s', (condition, is) => expect(fits(condition)).toBe(is))

  it('says nothing of what is not known', () => {
    expect(fits('lang:en', { language: null })).toBe(false)
    expect(fits('-lang:en', { language: null })).toBe(true)
    expect(fits('score.civility<1', { incivility: null })).toBe(false)
    expect(fits('section:Politics', { article: { ...FACTS.article, section: null } })).toBe(false)
    expect(fits('capitals>=0', { body: '123' })).toBe(true)
    expect(fits('"!!"')).toBe(false)
  })

  it('counts characters, not their halves', () => {
    expect(fits('length=2', { body: '🙂🙃' })).toBe(true)
  })

  it.each([
    ['author:Marta', 'A rule is for everybody. What one person sends is held on that person’s page'],
    ['is:rejected', 'This is not known of a comment while it arrives'],
    ['mark:off_topic', 'This is not known of a comment while it arrives'],
    ['reports>1', 'This is not known of a comment while it arrives'],
    ['is:featured', 'This is not known of a comment while it arrives'],
    ['age<1h', 'A rule looks at comments as they arrive'],
    ['links>x', 'links: a whole number'],
    ['capitals>7', 'capitals: a share from 0 to 1'],
    ['author.approved>1000', 'author.approved: a whole number up to 999'],
  ])('refuses %s', (condition, message) => expect(parseCondition(condition).problems.map(describeFault)).toEqual([message]))

  it('may not join by OR, which stays a word in what was written before that was refused', () => {
    expect(parseCondition('casino OR poker').problems).toEqual([{ at: 7, end: 9, fault: 'fault.joiner', value: 'OR', known: '' }])
    expect(readCondition('casino OR poker')).toMatchObject({ terms: [{ text: 'casino' }, { text: 'OR' }, { text: 'poker' }], problems: [] })
    expect(readCondition('mark:off_topic').problems.map(describeFault)).toEqual(['This is not known of a comment while it arrives'])
  })

  it('may ask for a record, which a search may not', () => {
    expect(parseCondition('author.approved>=20').terms).toEqual([
      { field: 'record', outcome: 'approved', comparison: '>=', value: 20, isNot: false },
    ])
    expect(parseSearch('author.approved>=20 links>1').problems.map(describeFault)).toEqual([
      'Only rules ask for this',
      'Only rules ask for this',
    ])
  })
})

it('finds the rules that fit in their order', () => {
  const rules = ['links>0', 'links>9', 'tram'].map((name): Rule => ({
    id: name,
    run: 1,
    name,
    outcome: 'hold',
    reason: null,
    ...parseCondition(name),
  }))
  expect(findFitting(rules, FACTS).map(({ name }) => name)).toEqual(['links>0', 'tram'])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordAutomaton, type TermMatch } from '@/lib/scoring/text/word-automaton'

function findAll(terms: readonly string[], text: string): TermMatch[] {
  const matches: TermMatch[] = []
  new WordAutomaton(terms).findTerms(text, (match) => matches.push(match))
  return matches
}

const countSteps = (automaton: WordAutomaton, text: string) => automaton.findTerms(text, () => undefined)

describe('the word automaton', () => {
  it('finds what looking for one term after the other finds', () => {
    const letters = fc.constantFrom('a', 'b', ' ')
    const words = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(words, fc.string({ unit: letters, maxLength: 60 }), (candidates, raw) => {
        const text = raw.replace(/ +/g, ' ')
        const terms = [...new Set(candidates.map((term) => term.trim().replace(/ +/g, ' ')).filter((term) => term !== ''))]
        const expected = terms.flatMap((term, at) =>
          [...text.matchAll(new RegExp(`(?<![ab])(?=(${term})(?![ab]))`, 'g'))].map(({ index }) => ({
            term: at,
            start: index,
            end: index + term.length,
          })),
        )
        const order = (a: TermMatch, b: TermMatch) => a.term - b.term || a.start - b.start
        expect(findAll(terms, text).sort(order)).toEqual(expected.sort(order))
      }),
      { numRuns: 500 },
    )
  })

  it('finds the same in plain texts as in others, which are folded first', () => {
    const pieces = fc.constantFrom('a', 'b', 'A', 'ab', ' ', '\n', '  ', '.', '<', '\x7f', 'a b')
    const [text, terms] = [
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.array(pieces, { minLength: 1, maxLength: 4 }),
    ]
    const isSame = (body: string, list: readonly string[]) => void expect(findAll(list, body)).toEqual(findAll(list, `${body} †`))
    fc.assert(fc.property(text, terms, isSame), { numRuns: 1000 })
  })

  it('takes steps in proportion to the text with 2,000 terms and 50,000 characters, hostile ones too', () => {
    const terms = Array.from({ length: 2_000 }, (_, at) => `${'a'.repeat(at % 40)}${at.toString(36)}${at % 3 === 0 ? '*' : ''}`)
    const automaton = new WordAutomaton(terms)
    const bodies = { repeated: 'a', words: 'aaa a1 zz idiot ', accents: 'a\u0301', long: `${'a'.repeat(39)}x` }
    for (const [name, unit] of Object.entries(bodies)) {
      const body = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
      const [half, whole] = [countSteps(automaton, body(25_000)), countSteps(automaton, body(50_000))]
      expect(whole / half, name).toBeGreaterThan(1.9)
      expect(whole / half, name).toBeLessThan(2.1)
      expect(whole, name).toBeLessThan(50_000 * 45)
    }
  })

  it('takes about as long for 2,000 terms as for 20', () => {
    const makeTerms = (count: number) => Array.from({ length: count }, (_, at) => `term${at}x`)
    const body = 'this term7 and term19x beside term1999x '.repeat(1_250)
    const [few, many] = [countSteps(new WordAutomaton(makeTerms(20)), body), countSteps(new WordAutomaton(makeTerms(2_000)), body)]
    expect(many / few).toBeLessThan(1.5)
  })
})

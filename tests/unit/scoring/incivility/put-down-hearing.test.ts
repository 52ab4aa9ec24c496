import { describe, expect, it } from 'vitest'
import { incivility, readIncivility } from '@/lib/scoring/incivility/incivility'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { findDoubtfulSentences, findSentenceStarts, hearPutDown, NOTHING_HEARD } from '@/lib/scoring/incivility/put-down-hearing'
import { readModelWords } from '@/lib/scoring/text/model-words'

const likely = (body: string) => 1 / (1 + Math.exp(-(readIncivility(body)?.logits.uncivil ?? NaN)))
const ARTICLE = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
const PUT_DOWN = 'People like you have no place in this town.'

describe('a put-down in plain words', () => {
  it('is heard alone, and as one sentence of several', () => {
    expect(likely(PUT_DOWN)).toBeGreaterThan(0.5)
    const around = 'I disagree with the plan, but I see the point of it.'
    expect(likely(`${around} ${PUT_DOWN} ${around}`)).toBeGreaterThanOrEqual(0.5)
    expect(likely(`${around} People like you keep this town going. ${around}`)).toBeLessThan(0.3)
  })

  it('is looked for between marks that end a sentence, and between lines', () => {
    const startsOf = (text: string) => findSentenceStarts(text, readModelWords(text, getIncivilityModel().vocabulary))
    expect(startsOf('The bus is late. Why?\nNobody knows')).toEqual([4, 6])
    expect(startsOf('one line, no end')).toEqual([])
  })

  const PLAIN = Array.from({ length: 20 }, () => 'word')
  /** Words that say `loud` between two places, and nothing elsewhere. */
  const between = (first: number, last: number, loud: number) => (from: number, to: number) => (from === first && to === last ? loud : -3)

  it('is told of a whole by its words with its vector, and is never certain', () => {
    const read = between(0, 10, 0.5)
    expect(hearPutDown(PLAIN.slice(0, 10), [], read, null)).toEqual({ least: expect.closeTo(0.04, 6) as number, from: 0, to: 10 })
    expect(hearPutDown(PLAIN.slice(0, 10), [], read, { whole: 0.5, sentences: new Map() }).least).toBeCloseTo(0.28)
    expect(hearPutDown(PLAIN.slice(0, 10), [], read, { whole: -3, sentences: new Map() })).toBe(NOTHING_HEARD)
    expect(hearPutDown(PLAIN.slice(0, 10), [], between(0, 10, 9), null).least).toBe(1.4)
    expect(hearPutDown(['you', 'fool'], [], () => 5, null)).toBe(NOTHING_HEARD)
    expect(hearPutDown(['you', '<id>', 'again'], [], between(0, 3, 0.5), null)).toBe(NOTHING_HEARD)
  })

  it('is told of one sentence of several from a line that is higher where sentences are short and many', () => {
    const heard = hearPutDown(PLAIN, [5, 15], between(5, 15, 0.5), null)
    expect(heard).toEqual({ least: expect.closeTo(0.2, 6) as number, from: 5, to: 15 })
    expect(hearPutDown(PLAIN, [5, 10], between(5, 10, 0.5), null)).toBe(NOTHING_HEARD)
    expect(hearPutDown(PLAIN, [1, 2, 3, 4, 5, 15, 16, 17, 18, 19], between(5, 15, 0.5), null).least).toBeLessThan(0.05)
  })

  it('is told of a sentence by its own vector where the text has vectors, and by nothing else then', () => {
    const read = between(5, 15, 0.3)
    const seen = (sentences: [number, number][]) => ({ whole: -9, sentences: new Map(sentences) })
    expect(hearPutDown(PLAIN, [5, 15], read, seen([]))).toBe(NOTHING_HEARD)
    expect(hearPutDown(PLAIN, [5, 15], read, seen([[5, 0.1]]))).toBe(NOTHING_HEARD)
    expect(hearPutDown(PLAIN, [5, 15], read, seen([[5, 1]])).least).toBeCloseTo(0.275)
    expect(hearPutDown(PLAIN, [5, 15], read, seen([[5, 9]])).least).toBe(0.8)
  })

  it('is not told of those who condemn whoever insults others', () => {
    const said = (text: string) => hearPutDown(text.split(' '), [], () => 5, null).least
    expect(said('if you call people that you are a bigot')).toBe(-Infinity)
    expect(said('whoever mocks others is a coward')).toBe(-Infinity)
    expect(said('if you call that a plan you are a fool')).toBeGreaterThan(0)
    expect(said('if you could read you would know better')).toBeGreaterThan(0)
  })

  it('asks for vectors of the three likeliest sentences, and of none that says nothing', () => {
    const said = new Map([
      [0, -1],
      [4, -1.3],
      [8, 0.5],
      [12, -0.2],
      [16, 0.1],
    ])
    const asked = findDoubtfulSentences([4, 8, 12, 16], 20, (from) => said.get(from) ?? NaN)
    expect(asked.map(({ from }) => from)).toEqual([8, 16, 12])
    expect(findDoubtfulSentences([], 20, () => 5)).toEqual([])
  })

  it('is shown as the sentence that it is', () => {
    const around = 'The council will vote in March, and we will see.'
    const body = `${around} ${PUT_DOWN} ${around}`
    const reason = incivility.explain?.('uncivil.insult', { body, parentBody: null, article: ARTICLE, watchedWords: [] })
    expect(reason?.spans.map(({ start, end }) => body.slice(start, end))).toEqual([PUT_DOWN.slice(0, -1)])
  })
})

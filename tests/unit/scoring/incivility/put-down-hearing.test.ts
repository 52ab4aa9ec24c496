import { describe, expect, it } from 'vitest'
import { readIncivility } from '@/lib/scoring/incivility/incivility'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { findSentenceStarts, hearPutDown, leastIfHeard } from '@/lib/scoring/incivility/put-down-hearing'
import { readModelWords } from '@/lib/scoring/text/model-words'

const likely = (body: string) => 1 / (1 + Math.exp(-(readIncivility(body)?.logits.uncivil ?? NaN)))
const PUT_DOWN = 'People like you have no place in this town.'

describe('a put-down in plain words', () => {
  it('is heard alone, and makes a doubt as one sentence of many', () => {
    expect(likely(PUT_DOWN)).toBeGreaterThan(0.5)
    const around = 'I disagree with the plan, but I see the point of it.'
    expect(likely(`${around} ${PUT_DOWN} ${around}`)).toBeGreaterThan(0.4)
    expect(likely(`${around} People like you keep this town going. ${around}`)).toBeLessThan(0.3)
  })

  it('is looked for between marks that end a sentence, and between lines', () => {
    const startsOf = (text: string) => findSentenceStarts(text, readModelWords(text, getIncivilityModel().vocabulary))
    expect(startsOf('The bus is late. Why?\nNobody knows')).toEqual([4, 6])
    expect(startsOf('one line, no end')).toEqual([])
  })

  it('asks the sentence vector of the whole only, and takes off a little where there are many sentences', () => {
    const read = (from: number, to: number) => (to - from === 10 ? -1 : from === 5 ? 1 : -2)
    expect(hearPutDown(10, [], read, null)).toBe(-1)
    expect(hearPutDown(10, [], read, 0.5)).toBeCloseTo(-0.75)
    expect(hearPutDown(10, [], read, -3)).toBeCloseTo(-4.25)
    expect(hearPutDown(10, [5], read, null)).toBeCloseTo(0.7)
    expect(hearPutDown(2, [], read, 5)).toBe(-Infinity)
    expect(hearPutDown(80, [], read, 5)).toBe(-Infinity)
  })

  it('is nothing below the line, which is higher where a group is named, and never certain', () => {
    expect(leastIfHeard(-0.1, ['you'])).toBe(-Infinity)
    expect(leastIfHeard(0, ['you'])).toBeCloseTo(0)
    expect(leastIfHeard(0.5, ['you', '<id>'])).toBe(-Infinity)
    expect(leastIfHeard(9, ['you'])).toBe(1.4)
  })
})

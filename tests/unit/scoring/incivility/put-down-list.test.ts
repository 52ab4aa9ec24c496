import { describe, expect, it } from 'vitest'
import { readIncivility } from '@/lib/scoring/incivility/incivility'
import { readPutDownList } from '../../../fixtures/scoring/read-put-down-list'

const LINE = 0
const FIRST = readPutDownList(0)
const ofKind = (kind: string) => FIRST.filter(({ name }) => name.startsWith(kind))
const isTaken = ({ text }: { text: string }) => (readIncivility(text)?.logits.uncivil ?? -Infinity) >= LINE

describe('the list of put-downs without a harsh word, its first half, at once', () => {
  it('has many of each sort, and civil sentences beside them', () => {
    expect(ofKind('uncivil')).toHaveLength(64)
    expect(ofKind('civil')).toHaveLength(54)
  })

  it('is found in good part, and what is civil is left alone', () => {
    expect(ofKind('uncivil').filter(isTaken).length).toBeGreaterThanOrEqual(20)
    expect(ofKind('civil').filter(isTaken).length).toBeLessThanOrEqual(1)
  })

  it('and so is a third of the list that was written later', () => {
    const later = readPutDownList('later')
    const taken = (kind: string) => later.filter(({ name }) => name.startsWith(kind)).map(isTaken)
    expect(taken('uncivil')).toHaveLength(100)
    expect(taken('uncivil').filter(Boolean).length).toBeGreaterThanOrEqual(30)
    expect(taken('civil')).toHaveLength(70)
    expect(taken('civil').filter(Boolean).length).toBeLessThanOrEqual(1)
  })

  it('gets no number in German, rather than a wrong one', () => {
    const german = ofKind('german')
    expect(german).toHaveLength(7)
    expect(german.map(({ text }) => readIncivility(text))).toEqual(german.map(() => null))
  })
})

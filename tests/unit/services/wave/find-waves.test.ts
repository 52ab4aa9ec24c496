import { describe, expect, it } from 'vitest'
import { findWaves } from '@/lib/services/wave/find-waves'
import { leastProcessorTime } from '@/tests/factories/processor-time'

/** `bits` bits away from zero, in the lowest quarter: near to each other up to 14. */
const near = (bits: number) => (1n << BigInt(bits)) - 1n
/** The hash's quarters stand for its bands. */
const bandsOf = (hash: bigint) => [0, 1, 2, 3].map((band) => (band << 16) | Number((hash >> BigInt(band * 16)) & 0xffffn))
const text = (id: string, hash: bigint, waveId: string | null = null) => ({ id, hash, bands: bandsOf(hash), waveId })
/** Shares no band with the others. */
const FAR = 0x7123_4567_89ab_cdefn

describe('findWaves', () => {
  it('begins a wave with the third that is alike, with all three', () => {
    expect(findWaves([text('a', near(0)), text('b', near(1))], [])).toEqual([])
    expect(findWaves([text('a', near(0)), text('b', near(1)), text('x', FAR), text('c', near(2))], [])).toEqual([
      { id: null, joined: ['a', 'b', 'c'], merged: [] },
    ])
  })

  it('counts those that were there before', () => {
    expect(findWaves([text('c', near(2))], [text('a', near(0)), text('b', near(1))])).toEqual([
      { id: null, joined: ['a', 'b', 'c'], merged: [] },
    ])
  })

  it('joins the wave that most of those alike are of, and takes in those that are of none', () => {
    const known = [text('a', near(0), 'one'), text('b', near(1), 'two'), text('c', near(2), 'two'), text('d', near(3))]
    expect(findWaves([text('e', near(4))], known)).toEqual([
      { id: 'one', joined: [], merged: [] },
      { id: 'two', joined: ['d', 'e'], merged: [] },
    ])
  })

  it('makes one of two waves when a text is like two of each, under the older name', () => {
    const known = [text('a', near(0), 'two'), text('b', near(1), 'two'), text('c', near(2), 'one'), text('d', near(3), 'one')]
    expect(findWaves([text('e', near(4))], known)).toEqual([{ id: 'one', joined: ['e'], merged: ['two'] }])
  })

  it('puts the later texts of a merged wave into the one that is left', () => {
    const known = [text('a', near(0), 'two'), text('b', near(1), 'two'), text('c', near(2), 'one'), text('d', near(3), 'one')]
    const [wave, ...others] = findWaves([text('e', near(4)), text('f', near(5))], known)
    expect([wave, others]).toEqual([{ id: 'one', joined: ['e', 'f'], merged: ['two'] }, []])
  })

  it('does not take for alike what shares a band and nothing else', () => {
    const known = [text('a', 0xffff_ffff_0000n), text('b', 0xffff_ffff_0000n)]
    expect(findWaves([text('c', 0n)], known)).toEqual([])
  })

  it('joins no wave of which it resembles one and little of the rest, so that texts do not become one link by link', () => {
    const likeLittle = 0x0000_ffff_ffff_ffffn
    const chained = [text('a', near(1), 'one'), text('b', likeLittle, 'one'), text('c', likeLittle, 'one')]
    expect(findWaves([text('d', near(0))], chained)).toEqual([{ id: 'one', joined: [], merged: [] }])
    const close = [text('a', near(1), 'one'), text('b', near(2), 'one'), text('c', likeLittle, 'one')]
    expect(findWaves([text('d', near(0))], close)).toEqual([{ id: 'one', joined: ['d'], merged: [] }])
  })

  it('begins no wave with two that are of one already', () => {
    const likeLittle = 0x0000_ffff_ffff_ffffn
    const known = [text('a', near(1), 'one'), text('b', near(2), 'one'), text('c', likeLittle, 'one'), text('d', likeLittle, 'one')]
    expect(findWaves([text('e', near(0))], known)).toEqual([{ id: 'one', joined: [], merged: [] }])
  })

  it('goes through ten thousand that are alike in time that grows with their number', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => text(String(at), near(at % 8)))
    expect(findWaves(many, []).map((wave) => wave.joined.length)).toEqual([10_000])
    const [few, all] = [many.slice(0, 2500), many].map((texts) => leastProcessorTime(() => findWaves(texts, [])))
    // If each were compared with all before it, it would be sixteen times as long.
    expect((all ?? Infinity) / (few ?? 0)).toBeLessThan(9)
  })
})

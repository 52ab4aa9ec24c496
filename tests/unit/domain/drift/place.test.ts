import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMarks, DRIFT_BANDS, type DriftNode, type DriftTone } from '@/lib/domain/drift/marks'
import { placeDrift, type DriftFrame, type PlacedMark } from '@/lib/domain/drift/place'
import { chance } from '../../../factories/chance'

const WIDE: DriftFrame = { width: 820, height: 320 }
const NARROW: DriftFrame = { width: 340, height: 320 }
const TONES: DriftTone[] = ['calm', 'calm', 'calm', 'off_topic', 'uncivil']

/** A discussion loud at first and then trickling, with trees of any depth. */
function discuss(comments: number, seed = 1, topLevel = 0.3): DriftNode[] {
  const next = chance(seed)
  return Array.from({ length: comments }, (_, index) => ({
    id: `c${index}`,
    parentId: index === 0 || next() < topLevel ? null : `c${Math.floor(next() ** 0.5 * index)}`,
    at: 1_700_000_000_000 + Math.floor(-Math.log(1 - (index / comments) * 0.999) * 36_000_000),
    drift: next() < 0.1 ? null : next(),
    tone: TONES[Math.floor(next() * TONES.length)] ?? 'calm',
  }))
}

function findOverlap(marks: readonly PlacedMark[]): [PlacedMark, PlacedMark] | null {
  for (const [at, one] of marks.entries()) {
    const other = marks.slice(at + 1).find(({ x, y, r }) => Math.hypot(x - one.x, y - one.y) < r + one.r - 1e-6)
    if (other) return [one, other]
  }
  return null
}

const isInside =
  ({ width, height }: DriftFrame) =>
  (mark: PlacedMark) =>
    mark.x >= mark.r - 1e-6 && mark.x <= width - mark.r + 1e-6 && mark.y >= mark.r - 1e-6 && mark.y <= height - mark.r + 1e-6

const countIn = (marks: readonly { comments: number }[]) => marks.reduce((sum, mark) => sum + mark.comments, 0)

describe('the drift map', () => {
  it.each([38, 300])('of %d comments shows each of them, none over another', (comments) => {
    const { grain, marks } = drawMarks(discuss(comments), 500)
    expect(grain).toBe('comments')
    expect(marks).toHaveLength(comments)
    for (const frame of [WIDE, NARROW]) {
      const placed = placeDrift(marks, frame).marks
      expect(findOverlap(placed)).toBeNull()
      expect(placed.every(isInside(frame))).toBe(true)
    }
  })

  it('of 1,000 comments folds deep replies, and loses none', () => {
    const { grain, marks } = drawMarks(discuss(1000, 1, 0.15), 500)
    expect(grain).toBe('threads')
    expect(marks.length).toBeLessThanOrEqual(500)
    expect(countIn(marks)).toBe(1000)
    const keys = new Set(marks.map(({ key }) => key))
    expect(marks.every(({ parentKey }) => parentKey === null || keys.has(parentKey))).toBe(true)
    expect(findOverlap(placeDrift(marks, WIDE).marks)).toBeNull()
  })

  it('of 20,000 comments counts them by time and distance, and loses none', () => {
    const { grain, marks } = drawMarks(discuss(20_000), 250)
    expect(grain).toBe('cells')
    expect(marks.length).toBeLessThanOrEqual(250)
    expect(new Set(marks.map(({ key }) => key.split(':')[1])).size).toBe(DRIFT_BANDS)
    expect(countIn(marks)).toBe(20_000)
    for (const frame of [WIDE, NARROW]) expect(findOverlap(placeDrift(marks, frame).marks)).toBeNull()
  })

  it('never lays one mark over another, whatever the times and distances', () => {
    const node = fc.record({
      at: fc.integer({ min: 0, max: 40 }),
      drift: fc.option(fc.constantFrom(0, 0.1, 0.5, 1)),
      tone: fc.constantFrom(...TONES),
      up: fc.option(fc.nat(30)),
    })
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 250 }), fc.constantFrom(WIDE, NARROW), (made, frame) => {
        const nodes = made.map(({ at, drift, tone, up }, index): DriftNode => ({
          id: `n${index}`,
          parentId: up === null || index - up - 1 < 0 ? null : `n${index - up - 1}`,
          at,
          drift,
          tone,
        }))
        const placed = placeDrift(drawMarks(nodes, 250).marks, frame).marks
        expect(countIn(placed)).toBe(nodes.length)
        expect(findOverlap(placed)).toBeNull()
        expect(placed.every(isInside(frame))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps time from left to right and tells the time of each place', () => {
    const { marks, scale } = placeDrift(drawMarks(discuss(200), 500).marks, WIDE)
    const [first, last] = [marks[0]?.at ?? 0, marks.at(-1)?.at ?? 0]
    expect(scale.placeOf(first)).toBe(0)
    expect(scale.placeOf(last)).toBe(1)
    for (const place of [0, 0.2, 0.5, 0.8, 1]) expect(scale.placeOf(scale.instantAt(place))).toBeCloseTo(place, 2)
    const aside = marks.map((mark) => Math.abs(mark.x - (mark.r + scale.placeOf(mark.at) * (WIDE.width - 2 * mark.r))))
    expect(Math.max(...aside)).toBeLessThan(40)
  })

  it('draws what people marked off-topic far from the article, and what nobody measured near its parent', () => {
    const base = { at: 1, tone: 'calm' as const }
    const { marks } = drawMarks(
      [
        { ...base, id: 'top', parentId: null, drift: 0.6 },
        { ...base, id: 'reply', parentId: 'top', drift: null },
        { ...base, id: 'marked', parentId: null, drift: 0.1, tone: 'off_topic' },
      ],
      60,
    )
    expect(marks.map(({ key, drift }) => [key, drift])).toEqual([
      ['top', 0.6],
      ['reply', 0.6],
      ['marked', 0.72],
    ])
  })

  it('is the same map at every drawing', () => {
    const { marks } = drawMarks(discuss(300), 500)
    expect(placeDrift(marks, WIDE)).toMatchObject({ marks: placeDrift(marks.toReversed(), WIDE).marks })
  })
})

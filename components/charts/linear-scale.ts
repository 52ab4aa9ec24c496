import { nice, ticks } from 'd3-array'

type Ends = readonly [from: number, to: number]
type Scale = (value: number) => number

/** Where values stand that lie evenly between two ends; those outside lie on the nearer one. */
export function scaleTo([from, to]: Ends, [start, end]: Ends): Scale {
  const span = to - from || 1
  return (value) => start + Math.min(1, Math.max(0, (value - from) / span)) * (end - start)
}

/** How many lines a scale is rounded for. */
const USUAL_LINES = 4

/** A scale from nothing at the bottom up to a round number, and the values of about so many lines across it. */
export function scaleUp(most: number, height: number): { y: Scale; listLines: (count: number) => number[] } {
  const ends = nice(0, most, USUAL_LINES)
  return { y: scaleTo(ends, [height, 0]), listLines: (count) => ticks(...ends, count) }
}

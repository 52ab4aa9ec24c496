/** Turns an instant (ms) into a place 0–1, and back. Never falls from left to right. */
export interface TimeScale {
  placeOf: (at: number) => number
  instantAt: (place: number) => number
}

const KNOTS = 48
/** The part of the width that follows the clock; the rest follows how much was said. */
const BY_CLOCK = 0.4

/**
 * A time axis on which busy hours are wider than quiet ones: four tenths of the width are given out evenly by the clock, six
 * tenths evenly among the comments. A discussion is loud for an afternoon and then trickles for weeks; by the clock alone
 * the afternoon would be one column. The axis stays honest by its labels: instantAt tells the time at each place.
 *
 * @param times instants in ms, in any order; equal ones are fine, none gives a scale on which all is 0.5
 */
export function stretchTime(times: readonly number[]): TimeScale {
  const sorted = Float64Array.from(times).sort()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined || first === last) return { placeOf: () => 0.5, instantAt: () => first ?? 0 }
  const knots: { at: number; place: number }[] = []
  for (let knot = 0; knot <= KNOTS; knot++) {
    const at = sorted[Math.round((knot / KNOTS) * (sorted.length - 1))] ?? last
    const place = BY_CLOCK * ((at - first) / (last - first)) + (1 - BY_CLOCK) * (knot / KNOTS)
    const before = knots.at(-1)
    if (before?.at === at) before.place = at === first ? before.place : place
    else knots.push({ at, place })
  }
  const lastKnot = knots.at(-1)
  if (lastKnot) lastKnot.place = 1
  return {
    placeOf: (at) =>
      interpolate(
        knots,
        at,
        (knot) => knot.at,
        (knot) => knot.place,
      ),
    instantAt: (place) =>
      interpolate(
        knots,
        place,
        (knot) => knot.place,
        (knot) => knot.at,
      ),
  }
}

type Knot = { at: number; place: number }

function interpolate(knots: readonly Knot[], value: number, from: (knot: Knot) => number, to: (knot: Knot) => number): number {
  const above = knots.findIndex((knot) => from(knot) >= value)
  const high = knots[above]
  const end = knots.at(-1)
  if (high === undefined) return end ? to(end) : 0
  const low = knots[above - 1]
  if (low === undefined) return to(high)
  const width = from(high) - from(low)
  return width === 0 ? to(high) : to(low) + ((value - from(low)) / width) * (to(high) - to(low))
}

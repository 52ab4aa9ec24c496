/** What stands above each row, and at the end how high all are: the heights that were measured, an estimate for the others. */
export function stackRows(ids: readonly string[], heights: ReadonlyMap<string, number>, estimate: number): Float64Array {
  const tops = new Float64Array(ids.length + 1)
  let top = 0
  for (const [index, id] of ids.entries()) {
    top += heights.get(id) ?? estimate
    tops[index + 1] = top
  }
  return tops
}

/** The row at a place, by halving; the last one, if the place is below it. */
export function findRowAt(tops: Float64Array, place: number): number {
  let low = 0
  let high = Math.max(0, tops.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** First and last row to be drawn: those in sight and some on either side. Of no rows, the last stands before the first. */
export function findRange(tops: Float64Array, top: number, height: number, overscan: number): readonly [first: number, last: number] {
  return [Math.max(0, findRowAt(tops, top) - overscan), Math.min(tops.length - 2, findRowAt(tops, top + height) + overscan)]
}

/** Where to scroll so that a row is in sight with room around it; where one is, if it is already. */
export function findReveal(
  tops: Float64Array,
  index: number,
  view: { top: number; height: number },
  room: { above: number; below: number },
): number {
  const start = (tops[index] ?? 0) - room.above
  const end = (tops[index + 1] ?? 0) + room.below
  if (start < view.top || end - start > view.height) return Math.max(0, start)
  return Math.max(view.top, end - view.height)
}

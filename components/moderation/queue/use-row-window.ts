import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { stackRows } from './row-stack'
import { FIRST_SEEN, rangeOf, RowWindow } from './row-window'

const ESTIMATED_HEIGHT = 116
const getFirstSeen = () => FIRST_SEEN

/** Which rows of a long list are drawn, and where they stand. Rows have the heights they take. */
export function useRowWindow(ids: readonly string[]) {
  const [{ subscribe, getSeen, take, watch, measure, reveal }] = useState(() => new RowWindow())
  const seen = useSyncExternalStore(subscribe, getSeen, getFirstSeen)
  const { heights } = seen
  const tops = useMemo(() => stackRows(ids, heights, ESTIMATED_HEIGHT), [ids, heights])
  useLayoutEffect(() => take(ids, tops), [take, ids, tops])
  const [first, last] = rangeOf(tops, seen)
  return { first, last, offset: tops[first] ?? 0, height: tops.at(-1) ?? 0, watch, measure, reveal }
}

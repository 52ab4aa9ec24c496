import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { FIRST_SEEN, rangeOf, RowWindow } from './row-window'

const getFirstSeen = () => FIRST_SEEN

/** Which rows of a long list are drawn, and where they stand. Rows have the heights they take. */
export function useRowWindow(ids: readonly string[]) {
  const [{ subscribe, getSeen, stack, take, watch, measure, reveal }] = useState(() => new RowWindow())
  const seen = useSyncExternalStore(subscribe, getSeen, getFirstSeen)
  const { tops, first, last } = useMemo(() => {
    const stacked = stack(ids)
    const [from, to] = rangeOf(stacked, seen)
    return { tops: stacked, first: from, last: to }
  }, [stack, ids, seen])
  useLayoutEffect(() => take(ids, tops, `${first},${last}`), [take, ids, tops, first, last])
  return { first, last, offset: tops[first] ?? 0, height: tops.at(-1) ?? 0, watch, measure, reveal }
}

import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type RefObject } from 'react'

type List = Virtualizer<HTMLDivElement, Element>

/** Where the cursor stands, and where it stood before. */
interface Cursor {
  index: number
  left: number
}

/**
 * Keeps the row under the cursor where it is on screen while rows above it become higher or lower by themselves: when a suggestion is taken
 * back, somebody looks at a comment or is handed one. What the cursor has just left closes as ever.
 *
 * @param index where the cursor stands; -1 when it is elsewhere
 */
export function usePinnedCursor(list: List, index: number): void {
  const cursor = useRef<Cursor>({ index, left: -1 })
  useEffect(() => {
    if (cursor.current.index !== index) cursor.current = { index, left: cursor.current.index }
  }, [index])
  useEffect(() => pinCursor(list, cursor), [list])
}

function pinCursor(list: List, cursor: RefObject<Cursor>): void {
  list.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, { itemSizeCache, scrollOffset, scrollRect, scrollDirection }) => {
    const top = scrollOffset ?? 0
    // As the list does by itself: what was only estimated, and what lies out of sight above.
    if (!itemSizeCache.has(item.key)) return item.start < top
    const { index, left } = cursor.current
    const start = list.measurementsCache[index]?.start ?? -1
    const isInSight = start >= top && start < top + (scrollRect?.height ?? 0)
    if (isInSight && item.index < index && item.index !== left) return true
    return item.end <= top && scrollDirection !== 'backward'
  }
}

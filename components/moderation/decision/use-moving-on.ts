import { usePreferences } from '../frame/preferences-context'
import { findNextOpen, isOfOthers, mergeRow, type DeskRow } from '../queue/desk-row'
import type { Desk } from '../queue/use-desk'
import { useStable } from '../use-stable'

const NONE: ReadonlySet<string> = new Set()

/** The way on from a comment that was decided, for those who want to be led on. */
export function useMovingOn(desk: Desk) {
  const { store, rows, select } = desk
  const { isAdvancing } = usePreferences().preferences

  // The rows on screen may be a moment behind what was decided: only those that come into question are asked about.
  const isOpenNow = (row: DeskRow) => mergeRow(row.row, store.getEntries().get(row.id)).isOpen

  /**
   * From the comment under the cursor to the next open one below it, or below another that was decided with it. What was handed to somebody
   * else waits for them and is passed over, and so is what is being `left`.
   */
  async function moveOn(from: string, below = from, left = NONE): Promise<void> {
    const isNext = (row: DeskRow) => isOpenNow(row) && !left.has(row.id) && !isOfOthers(row, desk.viewer)
    const next = findNextOpen(rows, desk.places.get(below) ?? -1, isNext)
    if (next !== null) return select(next)
    if (!desk.list.hasNextPage) return
    const known = new Set(rows.map((row) => row.id))
    // The page may be on its way already: asked for anew it would come later.
    const { data } = await desk.list.fetchNextPage({ cancelRefetch: false })
    const arrived = data?.pages.flatMap((page) => page.rows).find((row) => !known.has(row.id))
    if (arrived) goOn(from, arrived.id)
  }

  /** Moves the cursor, unless somebody moved it while the way was being found. */
  const goOn = useStable((from: string, to: string) => {
    if (desk.currentId === from) select(to)
  })

  return { isAdvancing, isOpenNow, moveOn }
}

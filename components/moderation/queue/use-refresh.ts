import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { QueuePage } from '@/lib/contracts/queue'
import type { DecisionStore } from '../decision/decision-store'
import { fetchQueuePage, type QueueFilters } from '../desk-api'
import { useStable } from '../use-stable'
import { listNextOpen, type DeskRow } from './desk-row'

/** How far below the cursor a place is looked for when its comment is no longer in the queue. */
const KEPT_AHEAD = 50

interface Refreshed {
  filters: QueueFilters
  store: DecisionStore
  rows: readonly DeskRow[]
  index: number
  currentId: string | null
  select: (id: string | null) => void
  replaceList: (asked: QueueFilters, page: QueuePage) => boolean
}

/** Loading the queue afresh, with the cursor kept in its place. */
export function useRefresh({ filters, store, rows, index, currentId, select, replaceList }: Refreshed) {
  const client = useQueryClient()
  /** How often the list was loaded afresh. */
  const [loads, setLoads] = useState(0)
  const showFresh = useStable((asked: QueueFilters, page: QueuePage) => {
    if (!replaceList(asked, page)) return
    store.forgetSaved(page.rows)
    setLoads((count) => count + 1)
    // The place is kept, from where the cursor is by now: at the comment, or at the next one that was still to be decided.
    const kept = [currentId, ...listNextOpen(rows, index, KEPT_AHEAD)].find((id) => page.rows.some((row) => row.id === id))
    if (kept !== currentId) select(kept ?? null)
  })

  const [isRefreshing, setRefreshing] = useState(false)
  const loading = useRef(0)
  /**
   * Loads the queue afresh; the list on screen stays until the new one is here. Resolves to whether it worked.
   *
   * @param wanted without this comment on it the new list is not worth a change of the one on screen
   */
  async function refresh(wanted?: string): Promise<boolean> {
    setRefreshing(true)
    const own = (loading.current += 1)
    try {
      const page = await fetchQueuePage(filters, null)
      // Asked for again meanwhile: what was read later counts, whichever comes first.
      if (own !== loading.current) return true
      if (wanted === undefined || page.rows.some((row) => row.id === wanted)) showFresh(filters, page)
      void client.invalidateQueries({ queryKey: ['counts'] })
      return true
    } catch {
      return false
    } finally {
      if (own === loading.current) setRefreshing(false)
    }
  }

  return { refresh, loads, isRefreshing }
}

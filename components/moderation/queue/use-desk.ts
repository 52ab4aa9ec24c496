import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { CommentContext, QueueCounts, QueuePage, QueueRow } from '@/lib/contracts/queue'
import type { SavedView } from '@/lib/contracts/teamwork'
import { fetchQueuePage, type QueueFilters } from '../desk-api'
import { isUnderstood } from '@/lib/domain/search/parse'
import { DESK_ADDRESS } from './desk-filters'
import { commentQuery, countsQuery, queueQuery, type QueuePages } from './desk-queries'
import { createRowMerger, listNextOpen, mergeRow, summariseRows, type DeskRow } from './desk-row'
import { whenIdle } from '../../ui/when-idle'
import { forgetHanded } from '../decision/handed'
import { forgetBatches } from '../decision/taken-batches'
import { useCursor } from './use-cursor'
import { useDeciding } from './use-deciding'
import { useLeaveGuard } from './use-leave-guard'
import { useWaves } from './use-waves'
import { useLive } from '../live/use-live'
import { useStable } from '../use-stable'
import type { Viewer } from '../viewer'

/** What the server drew the page from, so that the browser need not ask for it again. */
export interface DeskStart {
  filters: QueueFilters
  page: QueuePage
  counts: QueueCounts
  articles: { id: string; title: string }[]
  sections: string[]
  languages: string[]
  views: SavedView[]
  people: { id: string; name: string }[]
  context: CommentContext | null
  /** Of the feed, before the page was read: what happened since is told by the live line. */
  position: number
}

export type Desk = ReturnType<typeof useDesk>

/** The desk's state: the address, the queue it names, the comment under the cursor, and what was decided here. */
export function useDesk(viewer: Viewer, start: DeskStart) {
  const client = useQueryClient()
  const [address, setAddress] = useQueryStates(DESK_ADDRESS, { history: 'replace' })
  const { queue, article, commenter, status, q, sort } = address
  const filters = useMemo<QueueFilters>(
    // A search that is not understood is told where it is typed, and filters nothing.
    () => ({ queue, article, commenter, status, q: isUnderstood(q) ? q : '', sort }),
    [queue, article, commenter, status, q, sort],
  )
  const isAsStarted = JSON.stringify(filters) === JSON.stringify(start.filters)
  const isCountedAsStarted = JSON.stringify({ ...filters, queue, sort }) === JSON.stringify({ ...start.filters, queue, sort })

  // What a desk before this one had listed is older than what this page brought.
  useState(() => client.removeQueries({ queryKey: ['queue'] }))
  const [firstPages, setFirstPages] = useState<QueuePages | undefined>(() => ({ pages: [start.page], pageParams: [null] }))
  const list = useInfiniteQuery(queueQuery(filters, isAsStarted ? firstPages : undefined))
  const counts = useQuery(countsQuery(filters, isCountedAsStarted ? start.counts : undefined))

  const { store, requests } = useDeciding(viewer)
  useEffect(
    () => () => {
      forgetBatches()
      forgetHanded()
    },
    [],
  )
  useLeaveGuard(store)
  const entries = useSyncExternalStore(store.subscribe, store.getEntries, store.getEntries)
  const heard = useSyncExternalStore(store.subscribe, store.heard.read, store.heard.read)
  const heldCount = useSyncExternalStore(requests.subscribe, requests.getCount, () => 0)
  const isSignedOut = useSyncExternalStore(requests.subscribe, requests.getSignedOut, () => false)
  const live = useLive(viewer, store, start.position)
  const served = useMemo(() => collectRows(list.data?.pages ?? []), [list.data])
  /** Where each comment stands in the list as it was sent. */
  const listed = useMemo(() => new Map(served.map((row, index) => [row.id, index])), [served])

  const writeComment = useCallback((comment: string | null) => setAddress({ comment }), [setAddress])
  const [chosen, select] = useCursor(address.comment, filters, writeComment)
  const currentId = chosen ?? served[0]?.id ?? null
  const waves = useWaves(served, currentId, select)
  const ids = useMemo(() => waves.shown.map((row) => row.id), [waves.shown])
  /** Where each row stands among those that are drawn. */
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  const context = useQuery({
    ...commentQuery(currentId ?? 'none'),
    enabled: currentId !== null,
    ...(start.context !== null && start.context.row.id === currentId ? { initialData: start.context } : {}),
  })
  const seen = context.data?.row
  // A row that was loaded again for its context may be newer than the list; else moving the cursor changes no row.
  const newer = seen !== undefined && seen.version > (served[listed.get(seen.id) ?? -1]?.version ?? seen.version) ? seen : undefined
  const [merge] = useState(createRowMerger)
  const comments = useMemo(
    () => served.map((row) => merge(row.id === newer?.id ? newer : row, entries.get(row.id), heard.get(row.id), row.version)),
    [merge, served, newer, entries, heard],
  )
  const { folded } = waves
  const rows = useMemo(() => (folded.size === 0 ? comments : comments.filter((row) => !folded.has(row.id))), [comments, folded])
  const index = currentId === null ? -1 : (places.get(currentId) ?? -1)
  const elsewhere = useMemo(
    () => (index < 0 && seen && seen.id === currentId ? mergeRow(seen, entries.get(seen.id)) : null),
    [index, seen, currentId, entries],
  )
  const current = rows[index] ?? elsewhere
  const summary = useMemo(() => summariseRows(comments), [comments])
  /** Which of the queue's comments it is; those that are folded count. */
  const ordinal = currentId === null ? undefined : listed.get(currentId)

  /** How often the list was loaded afresh. */
  const [loads, setLoads] = useState(0)
  /** Shows a fresh first page, unless another list is on screen by now. */
  const showFresh = useStable((asked: QueueFilters, page: QueuePage) => {
    // Those of other queues are loaded anew when they are opened: what is forgotten here stands in none of them.
    client.removeQueries({ queryKey: ['queue'], type: 'inactive' })
    setFirstPages(undefined)
    if (asked !== filters) return
    client.setQueryData(queueQuery(filters, undefined).queryKey, { pages: [page], pageParams: [null] })
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

  usePrefetch(rows, index)

  return {
    ...{
      viewer,
      address,
      setAddress,
      filters,
      list,
      counts: counts.data,
      countedAt: counts.dataUpdatedAt,
      store,
      rows,
      current,
      currentId,
    },
    ...{ comments, ids, places, index, ordinal, summary, waves },
    ...{ held: heldCount, isSignedOut, requests, live, heard },
    ...{ context, select, refresh, loads, isRefreshing, serverNow: list.data?.pages[0]?.now ?? start.page.now },
  }
}

/** The rows of all pages; one whose place changed between two pages stands where it came first. */
function collectRows(pages: readonly QueuePage[]): QueueRow[] {
  const rows = new Map<string, QueueRow>()
  for (const row of pages.flatMap((page) => page.rows)) if (!rows.has(row.id)) rows.set(row.id, row)
  return [...rows.values()]
}

const AHEAD = 4
/** Asking costs a part of the frame in which the key is drawn; so much later is early enough. */
const PREFETCH_WITHIN_MS = 100
/** How far below the cursor a place is looked for when its comment is no longer in the queue. */
const KEPT_AHEAD = 50

/** Has the context of the next comments ready before the cursor gets there. */
function usePrefetch(rows: readonly DeskRow[], index: number): void {
  const client = useQueryClient()
  const ahead = useMemo(() => listNextOpen(rows, index, AHEAD).join(' '), [rows, index])
  const latest = useRef(ahead)
  const waiting = useRef<(() => void) | null>(null)
  useEffect(() => {
    latest.current = ahead
    // Not put off when the cursor goes on: whoever decides faster than this needs them the more.
    waiting.current ??= whenIdle(() => {
      waiting.current = null
      for (const id of latest.current === '' ? [] : latest.current.split(' ')) void client.prefetchQuery(commentQuery(id))
    }, PREFETCH_WITHIN_MS)
  }, [ahead, client])
  useEffect(
    () => () => {
      waiting.current?.()
      waiting.current = null
    },
    [],
  )
}

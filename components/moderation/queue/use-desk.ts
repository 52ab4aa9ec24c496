import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLive } from '../live/use-live'
import type { Viewer } from '../viewer'
import { commentQuery } from './desk-queries'
import type { DeskStart } from './desk-start'
import { useCursor } from './use-cursor'
import { useDecided } from './use-decided'
import { useDeskRows } from './use-desk-rows'
import { useFilters } from './use-filters'
import { usePrefetch } from './use-prefetch'
import { useRefresh } from './use-refresh'
import { useServed } from './use-served'
import { useWaves } from './use-waves'

export type Desk = ReturnType<typeof useDesk>

/** The desk's state: the address, the queue it names, the comment under the cursor, and what was decided here. */
export function useDesk(viewer: Viewer, start: DeskStart) {
  const { address, setAddress, filters } = useFilters()
  const { list, counts, served, replaceList } = useServed(filters, start)
  const { entries, ...decided } = useDecided(viewer)
  const { store, heard } = decided
  const live = useLive(viewer, store, start.position)

  const writeComment = useCallback((comment: string | null) => setAddress({ comment }), [setAddress])
  const [chosen, select] = useCursor(address.comment, filters, writeComment)
  const currentId = chosen ?? served[0]?.id ?? null
  const waves = useWaves(served, currentId, select)
  const context = useQuery({
    ...commentQuery(currentId ?? 'none'),
    enabled: currentId !== null,
    ...(start.context !== null && start.context.row.id === currentId ? { initialData: start.context } : {}),
  })
  const laid = useDeskRows({ served, waves, currentId, seen: context.data?.row, entries, heard })
  const { rows, index } = laid
  const refreshing = useRefresh({ filters, store, rows, index, currentId, select, replaceList })
  usePrefetch(rows, index)

  return {
    viewer,
    address,
    setAddress,
    filters,
    list,
    counts: counts.data,
    countedAt: counts.dataUpdatedAt,
    currentId,
    select,
    waves,
    context,
    live,
    serverNow: list.data?.pages[0]?.now ?? start.page.now,
    ...decided,
    ...laid,
    ...refreshing,
  }
}

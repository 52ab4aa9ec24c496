import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { QueuePage, QueueRow } from '@/lib/contracts/queue'
import type { QueueFilters } from '../desk-api'
import { countsQuery, queueQuery, type QueuePages } from './desk-queries'
import type { DeskStart } from './desk-start'

/** What the server sends of a queue, page by page, and the counts of all queues. */
export function useServed(filters: QueueFilters, start: DeskStart) {
  const client = useQueryClient()
  const { queue, sort } = filters
  const isAsStarted = JSON.stringify(filters) === JSON.stringify(start.filters)
  const isCountedAsStarted = JSON.stringify({ ...filters, queue, sort }) === JSON.stringify({ ...start.filters, queue, sort })

  // What a desk before this one had listed is older than what this page brought.
  useState(() => client.removeQueries({ queryKey: ['queue'] }))
  const [firstPages, setFirstPages] = useState<QueuePages | undefined>(() => ({ pages: [start.page], pageParams: [null] }))
  const list = useInfiniteQuery(queueQuery(filters, isAsStarted ? firstPages : undefined))
  const counts = useQuery(countsQuery(filters, isCountedAsStarted ? start.counts : undefined))
  const served = useMemo(() => collectRows(list.data?.pages ?? []), [list.data])

  /** Puts a first page that was loaded afresh in the place of the list; false when another list is on screen by now. */
  function replaceList(asked: QueueFilters, page: QueuePage): boolean {
    // Those of other queues are loaded anew when they are opened: what is forgotten here stands in none of them.
    client.removeQueries({ queryKey: ['queue'], type: 'inactive' })
    setFirstPages(undefined)
    if (asked !== filters) return false
    client.setQueryData(queueQuery(filters, undefined).queryKey, { pages: [page], pageParams: [null] })
    return true
  }

  return { list, counts, served, replaceList }
}

/** The rows of all pages; one whose place changed between two pages stands where it came first. */
function collectRows(pages: readonly QueuePage[]): QueueRow[] {
  const rows = new Map<string, QueueRow>()
  for (const row of pages.flatMap((page) => page.rows)) if (!rows.has(row.id)) rows.set(row.id, row)
  return [...rows.values()]
}

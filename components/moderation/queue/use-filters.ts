import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { isUnderstood } from '@/lib/domain/search/parse'
import type { QueueFilters } from '../desk-api'
import { DESK_ADDRESS } from './desk-filters'

/** The address of the queue, how to change it, and which comments it asks for. */
export function useFilters() {
  const [address, setAddress] = useQueryStates(DESK_ADDRESS, { history: 'replace' })
  const { queue, article, commenter, status, q, sort } = address
  const filters = useMemo<QueueFilters>(
    // A search that is not understood is told where it is typed, and filters nothing.
    () => ({ queue, article, commenter, status, q: isUnderstood(q) ? q : '', sort }),
    [queue, article, commenter, status, q, sort],
  )
  return { address, setAddress, filters }
}

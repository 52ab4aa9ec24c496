import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { commentQuery, findContext } from '../queue/desk-queries'

const RECOUNT_AFTER_MS = 500

/** Has loaded anew what a decision on a comment changes: what stands beside it, and the counts of the queues. */
export function useRecount(): (id: string) => void {
  const client = useQueryClient()
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined)
  return (id) => {
    // What is decided here stands beside those that say nearly the same, too.
    const alike = findContext(client, id)?.precedents.waiting
    // Whoever decides faster than that comes does not know which they are: whatever was fetched ahead is looked at again.
    if (alike === undefined) void client.invalidateQueries({ queryKey: ['comment'], refetchType: 'active' })
    else for (const told of [id, ...alike]) void client.invalidateQueries({ queryKey: commentQuery(told).queryKey, exact: true })
    // Of many decisions in a row one count is enough, half a second after the first of them.
    counting.current ??= setTimeout(function count() {
      // A count on its way is waited for: begun anew with every decision it would never come.
      if (client.isFetching({ queryKey: ['counts'] }) > 0) return void (counting.current = setTimeout(count, RECOUNT_AFTER_MS))
      counting.current = undefined
      void client.invalidateQueries({ queryKey: ['counts'] })
    }, RECOUNT_AFTER_MS)
  }
}

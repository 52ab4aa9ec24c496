import type { QueueCounts } from '@/lib/contracts/queue'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import type { QueueFilters } from './desk-api'
import { isFiltered } from './desk-filters'
import { QUEUE_WORDS } from './words'

interface QueueEmptyProps {
  filters: QueueFilters
  counts: QueueCounts | undefined
  onClearFilters: () => void
}

/** Says which of the three it is: the filter hides what there is, nothing has arrived yet, or everything is done. */
export function QueueEmpty({ filters, counts, onClearFilters }: QueueEmptyProps) {
  if (isFiltered(filters)) {
    return (
      <EmptyState kind="filtered" title="The filter hides everything" next={<Button onClick={onClearFilters}>Clear the filters</Button>}>
        No comment in “{QUEUE_WORDS[filters.queue]}” fits what you chose.
      </EmptyState>
    )
  }
  if (filters.queue === 'newest' || counts?.newest === 0) {
    return (
      <EmptyState kind="nothing-yet" title="No comment has arrived yet">
        Comments appear here as soon as the site sends them, or when an admin imports a saved page under Settings.
      </EmptyState>
    )
  }
  return (
    <EmptyState kind="all-done" title="All done">
      Nothing waits in “{QUEUE_WORDS[filters.queue]}”. New comments are announced here when they come.
    </EmptyState>
  )
}

import { memo } from 'react'
import type { QueueCounts } from '@/lib/contracts/queue'
import type { SavedView } from '@/lib/contracts/teamwork'
import type { Queue } from '@/lib/domain/queues'
import { joinClasses } from '../../ui/class-names'
import type { QueueFilters as Filters } from '../desk-api'
import { QueueFilters, type FilterChange } from './queue-filters'
import { QueueNav } from './queue-nav'
import { SavedViews } from './saved-views'
import { SearchBox } from './search-box'
import type { DeskStart } from './desk-start'

interface QueueSideProps {
  start: DeskStart
  views: readonly SavedView[]
  onViews: (views: SavedView[]) => void
  filters: Filters
  /** The search as it was typed. */
  typed: string
  counts: QueueCounts | undefined
  /** Where there is room for little: whether the filters are in sight, and whether the context hides all of it. */
  isFilterOpen: boolean
  isContextShown: boolean
  onQueue: (queue: Queue) => void
  onView: (address: string) => void
  onFilter: (change: FilterChange) => void
  onLeave: () => void
}

/**
 * The left of the desk: the queues, the views somebody keeps, the filters. A key that moves the cursor changes
 * nothing here: give it handlers that stay the same, and it is not drawn again.
 */
export const QueueSide = memo(DrawnSide)

function DrawnSide(props: QueueSideProps) {
  const { start, views, onViews, filters, typed, counts, isFilterOpen, isContextShown, onQueue, onView, onFilter, onLeave } = props
  return (
    <div
      className={joinClasses(
        'scroll-quiet bg-bg [grid-area:queues] max-lg:border-b max-lg:border-line max-lg:px-2 lg:overflow-y-auto lg:border-e lg:border-line lg:p-2.5',
        isContextShown && 'max-md:hidden',
      )}
    >
      <QueueNav queue={filters.queue} counts={counts} onChoose={onQueue} />
      <QueueNarrowing {...{ start, views, onViews, filters, typed, isFilterOpen, onView, onFilter, onLeave }} />
    </div>
  )
}

/** The views somebody keeps, and the filters. Counts that move draw none of it: the choice of articles alone holds hundreds. */
const QueueNarrowing = memo(DrawnNarrowing)

function DrawnNarrowing(props: Omit<QueueSideProps, 'counts' | 'isContextShown' | 'onQueue'>) {
  const { start, views, onViews, filters, typed, isFilterOpen, onView, onFilter, onLeave } = props
  return (
    <div
      className={joinClasses(
        'flex flex-col gap-4 max-lg:pt-1.5 max-lg:pb-3 lg:mt-4 lg:border-t lg:border-line lg:pt-3',
        !isFilterOpen && 'max-lg:hidden',
        'max-lg:max-h-[55dvh] max-lg:overflow-y-auto',
      )}
    >
      <SavedViews views={views} onViews={onViews} readAddress={readAddress} onOpen={onView} />
      <div className="px-2.5">
        <QueueFilters
          filters={filters}
          articles={start.articles}
          sections={start.sections}
          languages={start.languages}
          onChange={onFilter}
          onLeave={onLeave}
        >
          <SearchBox className="sm:col-span-2 md:hidden" value={typed} onSearch={(q) => onFilter({ q })} onLeave={onLeave} />
        </QueueFilters>
      </div>
    </div>
  )
}

/** The queue and its filters as they stand in the address, without the comment and the pane that are open. */
function readAddress(): string {
  const query = new URLSearchParams(location.search)
  for (const name of ['comment', 'pane', 'mode']) query.delete(name)
  return query.toString()
}

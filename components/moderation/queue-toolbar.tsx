import { RectangleHorizontal, RefreshCw, Rows3, SlidersHorizontal, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { joinClasses } from '../ui/class-names'
import type { QueueFilters } from './desk-api'
import { parseSearch } from '@/lib/domain/search/parse'
import { useNow } from './now'
import type { FilterChange } from './queue-filters'
import { formatDuration } from './time-words'
import { STATUS_WORDS, QUEUE_WORDS } from './words'

interface QueueToolbarProps {
  filters: QueueFilters
  count: number | undefined
  /** Whether there are more than were counted. */
  isCapped: boolean
  /** When the comment that waits longest came in; null where the newest come first. */
  oldestAt: string | null
  articleTitle: string | null
  /** How many comments came since the list was loaded. */
  arrived: number
  decided: number
  isRefreshing: boolean
  isFilterOpen: boolean
  onToggleFilter: () => void
  onRefresh: () => void
  onClear: (change: FilterChange) => void
  mode: 'one' | null
  onMode: () => void
  commenterName: string | null
}

/** The name of the queue, what narrows it down, and the pill that announces what came in. */
export function QueueToolbar(props: QueueToolbarProps) {
  const { filters, count, oldestAt, articleTitle, commenterName, arrived, decided, isRefreshing, isFilterOpen, mode } = props
  const { onToggleFilter, onRefresh, onClear, onMode } = props
  const search = parseSearch(filters.q)
  const now = useNow()
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-1.5 max-sm:px-3">
      <h2 className="text-md font-[620] tracking-tight">{QUEUE_WORDS[filters.queue]}</h2>
      <span className="text-ink-3">
        {count === undefined ? '' : count.toLocaleString('en')}
        {props.isCapped && '+'}
        {oldestAt !== null && <> · oldest {formatDuration(now - Date.parse(oldestAt))}</>}
        {decided > 0 && <span className="max-sm:hidden"> · {decided.toLocaleString('en')} decided by you</span>}
      </span>
      {filters.article !== null && (
        <FilterPill name="Article" onClear={() => onClear({ article: null })}>
          {articleTitle ?? 'one'}
        </FilterPill>
      )}
      {filters.status.length > 0 && (
        <FilterPill name="Status" onClear={() => onClear({ status: null })}>
          {filters.status.map((status) => STATUS_WORDS[status]).join(', ')}
        </FilterPill>
      )}
      {filters.commenter !== null && (
        <FilterPill name="Commenter" onClear={() => onClear({ commenter: null })}>
          {commenterName ?? 'one'}
        </FilterPill>
      )}
      {search.places.map(({ at, end }) => (
        <FilterPill key={at} name="Search" onClear={() => onClear({ q: `${filters.q.slice(0, at)}${filters.q.slice(end)}`.trim() })}>
          {filters.q.slice(at, end)}
        </FilterPill>
      ))}
      <div className="ml-auto flex items-center gap-1">
        <span role="status">
          {arrived > 0 && (
            <button
              type="button"
              onClick={onRefresh}
              className="h-7 rounded-full bg-accent px-3 text-sm font-[580] text-panel hover:opacity-90"
            >
              {arrived.toLocaleString('en')} new
            </button>
          )}
        </span>
        <Button
          look="quiet"
          size="icon"
          aria-label={mode === 'one' ? 'Back to the list' : 'One comment at a time'}
          title={mode === 'one' ? 'Back to the list (Enter)' : 'One comment at a time (Enter)'}
          aria-pressed={mode === 'one'}
          onClick={onMode}
        >
          {mode === 'one' ? <Rows3 aria-hidden /> : <RectangleHorizontal aria-hidden />}
        </Button>
        <Button look="quiet" size="icon" aria-label="Filter" aria-expanded={isFilterOpen} onClick={onToggleFilter} className="lg:hidden">
          <SlidersHorizontal aria-hidden />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label="Refresh the queue"
          aria-disabled={isRefreshing}
          onClick={isRefreshing ? undefined : onRefresh}
        >
          <RefreshCw aria-hidden className={joinClasses(isRefreshing && 'animate-spin')} />
        </Button>
      </div>
    </div>
  )
}

function FilterPill({ name, onClear, children }: { name: string; onClear: () => void; children: ReactNode }) {
  return (
    <span className="inline-flex h-7 max-w-64 min-w-0 items-center rounded-full border border-line-strong pl-2.5 text-sm text-ink-2">
      <span className="truncate">
        {name === 'Search' ? null : `${name}: `}
        <bdi>{children}</bdi>
      </span>
      <button
        type="button"
        aria-label={`Remove the filter ${name}`}
        onClick={onClear}
        className="grid size-6.5 shrink-0 place-items-center rounded-full hover:bg-sunk hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  )
}

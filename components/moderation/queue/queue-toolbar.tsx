import { RectangleHorizontal, RefreshCw, Rows3, SlidersHorizontal, X } from 'lucide-react'
import { memo, useMemo, type ReactNode } from 'react'
import type { Present } from '@/lib/contracts/teamwork'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { later } from '../../ui/later'
import { useFormats, useWords } from '../../words/words-context'
import type { QueueFilters } from '../desk-api'
import { parseSearch } from '@/lib/domain/search/parse'
import { useNow } from '../now'
import type { FilterChange } from './queue-filters'
import { SearchProblem } from './search-problem'

/** Nobody is known to be here until the live line tells: its code comes with the first of them. */
const Presence = later(
  () => import('../live/presence').then((module) => module.Presence),
  null,
  () => null,
)

interface QueueToolbarProps {
  filters: QueueFilters
  /** The search as it was typed, which filters nothing as long as it is not understood. */
  typed: string
  count: number | undefined
  /** Whether there are more than were counted. */
  isCapped: boolean
  /** When the comment that waits longest came in; null where the newest come first. */
  oldestAt: string | null
  articleTitle: string | null
  /** How many comments came since the list was loaded. */
  arrived: number
  decided: number
  others: readonly Present[]
  isRefreshing: boolean
  isFilterOpen: boolean
  onToggleFilter: () => void
  onRefresh: () => void
  onClear: (change: FilterChange) => void
  mode: 'one' | null
  onMode: () => void
  commenterName: string | null
}

/** The name of the queue, what narrows it down, and the pill that announces what came in. Drawn again only when one of them changes. */
export const QueueToolbar = memo(DrawnToolbar)

function DrawnToolbar(props: QueueToolbarProps) {
  const { filters, typed, count, oldestAt, decided } = props
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const [problem] = typed === filters.q ? [] : parseSearch(typed).problems
  const now = useNow()
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-1.5 max-sm:px-3">
      {/* On a phone it stands right above, marked among the queues. */}
      <h2 className="text-md font-[620] tracking-tight max-sm:sr-only">{glossary(`queue.${filters.queue}`)}</h2>
      <span className="text-ink-3">
        {count === undefined ? '' : formats.number(count)}
        {props.isCapped && '+'}
        {oldestAt !== null && <> · {t('toolbar.oldest', { time: formats.duration(now - Date.parse(oldestAt)) })}</>}
        {decided > 0 && <span className="max-sm:hidden"> · {t('toolbar.decided', { count: decided })}</span>}
      </span>
      <FilterPills {...props} />
      <Tools {...props} />
      {problem !== undefined && (
        // Where the search is in sight, it says so itself.
        <p role="status" className="basis-full text-sm text-rose md:hidden">
          <SearchProblem text={typed} problem={problem} />
        </p>
      )}
    </div>
  )
}

/** What narrows the queue down, each with the way to be rid of it. */
function FilterPills({ filters, articleTitle, commenterName, onClear }: QueueToolbarProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const search = useMemo(() => parseSearch(filters.q), [filters.q])
  return (
    <>
      {filters.article !== null && (
        <FilterPill name={t('filter.article')} onClear={() => onClear({ article: null })}>
          {articleTitle ?? t('toolbar.one')}
        </FilterPill>
      )}
      {filters.status.length > 0 && (
        <FilterPill name={t('filter.status')} onClear={() => onClear({ status: null })}>
          {formats.list(
            filters.status.map((status) => glossary(`status.${status}`)),
            'disjunction',
          )}
        </FilterPill>
      )}
      {filters.commenter !== null && (
        <FilterPill name={t('filter.commenter')} onClear={() => onClear({ commenter: null })}>
          {commenterName ?? t('toolbar.one')}
        </FilterPill>
      )}
      {search.places.map(({ at, end }) => (
        <FilterPill
          key={at}
          name={t('filter.search')}
          isBare
          onClear={() => onClear({ q: `${filters.q.slice(0, at)}${filters.q.slice(end)}`.trim() })}
        >
          {filters.q.slice(at, end)}
        </FilterPill>
      ))}
    </>
  )
}

/** The pill, who else is here, and the buttons. */
function Tools({ arrived, others, mode, isFilterOpen, isRefreshing, onMode, onToggleFilter, onRefresh }: QueueToolbarProps) {
  const t = useWords('queue')
  return (
    <div className="ms-auto flex items-center gap-1">
      <span role="status">
        {arrived > 0 && (
          <button
            type="button"
            onClick={onRefresh}
            className="h-7 rounded-full bg-accent px-3 text-sm font-[580] text-panel hover:opacity-90"
          >
            {t('toolbar.new', { count: arrived })}
          </button>
        )}
      </span>
      {others.length > 0 && <Presence others={others} />}
      <Button
        look="quiet"
        size="icon"
        aria-label={mode === 'one' ? t('toolbar.back') : t('toolbar.oneByOne')}
        title={mode === 'one' ? t('toolbar.backKey') : t('toolbar.oneByOneKey')}
        aria-pressed={mode === 'one'}
        onClick={onMode}
      >
        {mode === 'one' ? <Rows3 aria-hidden /> : <RectangleHorizontal aria-hidden />}
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={t('toolbar.filter')}
        aria-expanded={isFilterOpen}
        onClick={onToggleFilter}
        className="lg:hidden"
      >
        <SlidersHorizontal aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={t('toolbar.refresh')}
        aria-disabled={isRefreshing}
        onClick={isRefreshing ? undefined : onRefresh}
      >
        <RefreshCw aria-hidden className={joinClasses(isRefreshing && 'animate-spin')} />
      </Button>
    </div>
  )
}

/** Cut at its own end, whichever way it runs. */
function PillValue({ children }: { children: ReactNode }) {
  return <bdi className="min-w-0 truncate">{children}</bdi>
}

function FilterPill(props: { name: string; isBare?: boolean; onClear: () => void; children: ReactNode }) {
  const { name, isBare = false, onClear, children } = props
  const t = useWords('queue')
  return (
    <span className="inline-flex h-7 max-w-64 min-w-0 items-center rounded-full border border-line-strong ps-2.5 text-sm text-ink-2">
      <span className="flex min-w-0 whitespace-pre">
        {isBare ? <PillValue>{children}</PillValue> : t.parts('pill.named', { name, value: <PillValue key="value">{children}</PillValue> })}
      </span>
      <button
        type="button"
        aria-label={t('pill.remove', { name })}
        onClick={onClear}
        className="grid size-6.5 shrink-0 place-items-center rounded-full hover:bg-sunk hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  )
}

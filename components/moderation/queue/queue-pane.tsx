import { useCallback, useEffect, useEffectEvent, useMemo } from 'react'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { joinClasses } from '../../ui/class-names'
import { later } from '../../ui/later'
import { useWords } from '../../words/words-context'
import { wordError } from '../failure-words'
import type { Viewer } from '../viewer'
import type { DeskStart } from './desk-start'
import { OneByOne } from './one-by-one'
import { NO_FILTER } from './queue-filters'
import { QueueList, RowSkeletons } from './queue-list'
import { QueueToolbar } from './queue-toolbar'
import { useArrivals } from './use-arrivals'
import type { Desk } from './use-desk'
import type { DeskActs } from './use-desk-acts'
import type { DeskWays } from './use-desk-ways'
import type { Selection } from './use-selection'

/** What an empty list says comes with the first key or press, or with the page that begins with it. */
const loadEmpty = () => import('./queue-empty')
const drawNothing = () => null
export const QueueEmpty = later(() => loadEmpty().then((module) => module.QueueEmpty), null, drawNothing)
export const AllDecided = later(() => loadEmpty().then((module) => module.AllDecided), null, drawNothing)

export interface QueuePaneProps {
  viewer: Viewer
  start: DeskStart
  desk: Desk
  selection: Selection
  ways: DeskWays
  acts: DeskActs
  isFilterOpen: boolean
  /** Stays the same function, so that the toolbar is drawn only when its figures change. */
  onToggleFilter: () => void
  /** Where the cursor stands, in words. */
  place: string
}

/** The middle of the desk: the queue's name and filters, then its rows, or why there are none. */
export function QueuePane(props: QueuePaneProps) {
  const { viewer, start, desk, ways, acts, isFilterOpen, onToggleFilter } = props
  const name = useWords('glossary')(`queue.${desk.filters.queue}`)
  const { filters, rows, list, counts, summary } = desk
  const named = useFilterNames(desk, start)
  const arrived = useArrivals(desk)
  const loadArrived = useEffectEvent(() => {
    if (list.isSuccess && rows.length === 0 && arrived > 0) acts.refresh()
  })
  // Under an empty list there is no cursor that rows could move: what arrives stands there at once.
  useEffect(() => loadArrived(), [arrived])
  const isAllDecided = rows.length > 0 && !list.hasNextPage && summary.open === 0
  const showNewest = () => void desk.setAddress({ queue: 'newest', sort: null, comment: null }, { history: 'push' })
  return (
    <section
      aria-label={name}
      className={joinClasses(
        'flex min-h-0 min-w-0 flex-col bg-panel [grid-area:list]',
        desk.address.pane === 'context' && 'max-md:invisible',
      )}
    >
      <QueueToolbar
        filters={filters}
        typed={desk.address.q}
        count={counts?.[filters.queue]}
        isCapped={counts?.capped.includes(filters.queue) === true}
        mode={desk.address.mode}
        onMode={ways.switchMode}
        {...named}
        oldestAt={filters.queue === 'newest' ? null : summary.oldestAt}
        arrived={arrived}
        decided={summary.decided}
        others={desk.live.others}
        isRefreshing={desk.isRefreshing}
        isFilterOpen={isFilterOpen}
        onToggleFilter={onToggleFilter}
        onRefresh={acts.refresh}
        onClear={ways.changeFilters}
      />
      {list.isPending && <Loading />}
      {list.isSuccess && rows.length === 0 && (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <QueueEmpty
            filters={filters}
            counts={counts}
            canConnect={viewer.role === 'admin'}
            onClearFilters={() => ways.changeFilters(NO_FILTER)}
            onNewest={showNewest}
          />
        </div>
      )}
      {rows.length > 0 && <Rows {...props} name={name} />}
      {list.isError && (
        <LoadFailure
          error={list.error}
          hasRows={rows.length > 0}
          onRetry={() => void (rows.length > 0 ? list.fetchNextPage() : list.refetch())}
        />
      )}
      {isAllDecided && <AllDecided onRefresh={acts.refresh} />}
    </section>
  )
}

/** What the article and the commenter are called that the address names by their ids, where that is known. */
function useFilterNames({ rows, filters }: Desk, { articles }: DeskStart) {
  const { article, commenter } = filters
  const commenterName = useMemo(
    () => (commenter === null ? null : (rows.find(({ row }) => row.commenter?.id === commenter)?.row.commenter?.name ?? null)),
    [rows, commenter],
  )
  const articleTitle = useMemo(() => articles.find(({ id }) => id === article)?.title ?? null, [articles, article])
  return { commenterName, articleTitle }
}

/** The comments, as a list or one by one. */
function Rows({ viewer, desk, selection, ways, place, name }: QueuePaneProps & { name: string }) {
  const t = useWords('queue')
  const { filters, rows, list, index, current } = desk
  const { fetchNextPage } = list
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const listKey = useMemo(() => JSON.stringify(filters), [filters])
  const stepTo = (at: number) => {
    const id = rows[at]?.id
    return id === undefined ? null : () => ways.selectRow(id)
  }
  if (desk.address.mode !== 'one')
    return (
      <QueueList
        key={listKey}
        label={t('list', { queue: name })}
        served={desk.waves.shown}
        rows={rows}
        index={index}
        currentId={desk.currentId}
        total={list.hasNextPage ? desk.counts?.[filters.queue] : rows.length}
        hasMore={list.hasNextPage && !list.isFetchNextPageError}
        isLoadingMore={list.isFetchingNextPage}
        selection={selection}
        canSelect={viewer.role !== 'editor'}
        onSelect={ways.selectRow}
        onOpen={ways.openContext}
        onNearEnd={loadMore}
      />
    )
  return (
    current !== null && (
      <OneByOne
        desk={current}
        isListed={index >= 0}
        context={desk.context.data?.row.id === current.id ? desk.context.data : undefined}
        place={place}
        onPrevious={stepTo(index - 1)}
        onNext={stepTo(index + 1)}
        onOpen={() => ways.openContext()}
      />
    )
  )
}

function Loading() {
  const t = useWords('queue')
  return (
    <div className="min-h-0 flex-1 overflow-hidden">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <RowSkeletons count={8} />
    </div>
  )
}

/** The error of a queue that could not be loaded; it never looks like an empty queue. */
function LoadFailure({ error, hasRows, onRetry }: { error: Error; hasRows: boolean; onRetry: () => void }) {
  const t = useWords('queue')
  const deciding = useWords('deciding')
  const shell = useWords('shell')
  return (
    <Callout
      tone="error"
      title={hasRows ? t('error.more') : t('error.queue')}
      className="m-4"
      next={
        <Button size="sm" onClick={onRetry}>
          {deciding('retry')}
        </Button>
      }
    >
      {t('error.kept', { why: wordError(shell, error) })}
    </Callout>
  )
}

import { useCallback, useEffect, useEffectEvent, useMemo } from 'react'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { joinClasses } from '../../ui/class-names'
import { EmptyState } from '../../ui/empty-state'
import { useWords } from '../../words/words-context'
import { wordError } from '../failure-words'
import { OneByOne } from './one-by-one'
import { QueueEmpty } from './queue-empty'
import { NO_FILTER, type FilterChange } from './queue-filters'
import { QueueList, RowSkeletons } from './queue-list'
import { QueueToolbar } from './queue-toolbar'
import { useArrivals } from './use-arrivals'
import type { Desk } from './use-desk'
import type { Selection } from './use-selection'

interface QueuePaneProps {
  desk: Desk
  articles: readonly { id: string; title: string }[]
  isFilterOpen: boolean
  className: string
  /** These stay the same functions, so that the toolbar is drawn only when its figures change. */
  onToggleFilter: () => void
  onRefresh: () => void
  onFilter: (change: FilterChange) => void
  selection: Selection
  canSelect: boolean
  canConnect: boolean
  /** Where the cursor stands, in words. */
  place: string
  onMode: () => void
  onSelect: (id: string) => void
  onOpen: (id?: string) => void
}

/** The middle of the desk: the queue's name and filters, then its rows, or why there are none. */
export function QueuePane({
  desk,
  articles,
  isFilterOpen,
  className,
  onToggleFilter,
  onRefresh,
  onFilter,
  selection,
  canSelect,
  canConnect,
  place,
  onMode,
  onSelect,
  onOpen,
}: QueuePaneProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const { filters, rows, list, counts, summary } = desk
  const arrived = useArrivals(desk)
  const { fetchNextPage } = list
  const loadArrived = useEffectEvent(() => {
    if (list.isSuccess && rows.length === 0 && arrived > 0) onRefresh()
  })
  // Under an empty list there is no cursor that rows could move: what arrives stands there at once.
  useEffect(() => loadArrived(), [arrived])
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const name = glossary(`queue.${filters.queue}`)
  const total = counts?.[filters.queue]
  const { mode } = desk.address
  const isAllDecided = rows.length > 0 && !list.hasNextPage && summary.open === 0
  const showNewest = () => void desk.setAddress({ queue: 'newest', sort: null, comment: null }, { history: 'push' })
  const stepTo = (index: number) => {
    const id = rows[index]?.id
    return id === undefined ? null : () => onSelect(id)
  }
  const listKey = useMemo(() => JSON.stringify(filters), [filters])
  const { article, commenter } = filters
  const commenterName = useMemo(
    () => (commenter === null ? null : (rows.find(({ row }) => row.commenter?.id === commenter)?.row.commenter?.name ?? null)),
    [rows, commenter],
  )
  const articleTitle = useMemo(() => articles.find(({ id }) => id === article)?.title ?? null, [articles, article])
  return (
    <section aria-label={name} className={joinClasses('flex min-h-0 min-w-0 flex-col bg-panel', className)}>
      <QueueToolbar
        filters={filters}
        typed={desk.address.q}
        count={total}
        isCapped={counts?.capped.includes(filters.queue) === true}
        mode={mode}
        onMode={onMode}
        commenterName={commenterName}
        oldestAt={filters.queue === 'newest' ? null : summary.oldestAt}
        articleTitle={articleTitle}
        arrived={arrived}
        decided={summary.decided}
        others={desk.live.others}
        isRefreshing={desk.isRefreshing}
        isFilterOpen={isFilterOpen}
        onToggleFilter={onToggleFilter}
        onRefresh={onRefresh}
        onClear={onFilter}
      />
      {list.isPending && (
        <div className="min-h-0 flex-1 overflow-hidden">
          <p role="status" className="sr-only">
            {t('loading')}
          </p>
          <RowSkeletons count={8} />
        </div>
      )}
      {list.isSuccess && rows.length === 0 && (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <QueueEmpty
            filters={filters}
            counts={counts}
            canConnect={canConnect}
            onClearFilters={() => onFilter(NO_FILTER)}
            onNewest={showNewest}
          />
        </div>
      )}
      {rows.length > 0 && mode === 'one' && desk.current !== null && (
        <OneByOne
          desk={desk.current}
          isListed={desk.index >= 0}
          context={desk.context.data?.row.id === desk.current.id ? desk.context.data : undefined}
          place={place}
          onPrevious={stepTo(desk.index - 1)}
          onNext={stepTo(desk.index + 1)}
          onOpen={() => onOpen()}
        />
      )}
      {rows.length > 0 && mode !== 'one' && (
        <QueueList
          key={listKey}
          label={t('list', { queue: name })}
          served={desk.waves.shown}
          rows={rows}
          index={desk.index}
          currentId={desk.currentId}
          total={list.hasNextPage ? total : rows.length}
          hasMore={list.hasNextPage && !list.isFetchNextPageError}
          isLoadingMore={list.isFetchingNextPage}
          selection={selection}
          canSelect={canSelect}
          onSelect={onSelect}
          onOpen={onOpen}
          onNearEnd={loadMore}
        />
      )}
      {list.isError && (
        <LoadFailure
          error={list.error}
          hasRows={rows.length > 0}
          onRetry={() => void (rows.length > 0 ? fetchNextPage() : list.refetch())}
        />
      )}
      {isAllDecided && (
        <EmptyState
          kind="all-done"
          title={t('empty.done')}
          className="shrink-0 border-t border-line py-6"
          next={<Button onClick={onRefresh}>{t('toolbar.refresh')}</Button>}
        >
          {t('empty.decided')}
        </EmptyState>
      )}
    </section>
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

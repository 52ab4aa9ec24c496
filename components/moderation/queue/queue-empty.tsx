import type { QueueCounts } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { later } from '../../ui/later'
import { useWords } from '../../words/words-context'
import type { QueueFilters } from '../desk-api'
import { isFiltered } from './desk-filters'

/** For administrators of a desk to which nothing has come: not of what everybody waits for. */
const Beginnings = later(
  () => import('../beginnings').then((module) => module.Beginnings),
  null,
  () => null,
)

interface QueueEmptyProps {
  filters: QueueFilters
  counts: QueueCounts | undefined
  /** Whether the reader may see to it that comments arrive. */
  canConnect: boolean
  onClearFilters: () => void
  /** Leads to the queue of all comments, with the same filters. */
  onNewest: () => void
}

/** Says which of the three it is: the filter hides what there is, nothing has arrived yet, or everything is done. */
export function QueueEmpty({ filters, counts, canConnect, onClearFilters, onNewest }: QueueEmptyProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const queue = glossary(`queue.${filters.queue}`)
  if (isFiltered(filters)) {
    const elsewhere = filters.queue === 'newest' ? 0 : (counts?.newest ?? 0)
    const next = (
      <div className="flex flex-wrap justify-center gap-2">
        {elsewhere > 0 && (
          <Button look="solid" onClick={onNewest}>
            {t('empty.elsewhere', { count: elsewhere, queue: glossary('queue.newest') })}
          </Button>
        )}
        <Button onClick={onClearFilters}>{t('filter.clear')}</Button>
      </div>
    )
    return (
      <EmptyState kind="filtered" title={t('empty.filtered')} next={next}>
        {t('empty.filteredWhy', { queue })}
      </EmptyState>
    )
  }
  if (filters.queue === 'newest' || counts?.newest === 0) {
    return (
      <EmptyState kind="nothing-yet" title={t('empty.nothing')} next={canConnect && <Beginnings />}>
        {t('empty.nothingWhy')}
      </EmptyState>
    )
  }
  return (
    <EmptyState kind="all-done" title={t('empty.done')}>
      {filters.queue === 'mine' ? t('empty.mine') : t('empty.doneWhy', { queue })}
    </EmptyState>
  )
}

/** Below rows that were all decided here, which stay until somebody asks for others. */
export function AllDecided({ onRefresh }: { onRefresh: () => void }) {
  const t = useWords('queue')
  return (
    <EmptyState
      kind="all-done"
      title={t('empty.done')}
      className="shrink-0 border-t border-line py-6"
      next={<Button onClick={onRefresh}>{t('toolbar.refresh')}</Button>}
    >
      {t('empty.decided')}
    </EmptyState>
  )
}

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
  /** Leads to what still waits, where this queue is done. */
  onReview: () => void
}

/** Says which of the three it is: the filter hides what there is, nothing has arrived yet, or everything is done. */
export function QueueEmpty({ filters, counts, canConnect, onClearFilters, onReview }: QueueEmptyProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const queue = glossary(`queue.${filters.queue}`)
  const waiting = filters.queue === 'review' ? 0 : (counts?.review ?? 0)
  if (isFiltered(filters)) {
    return (
      <EmptyState kind="filtered" title={t('empty.filtered')} next={<Button onClick={onClearFilters}>{t('filter.clear')}</Button>}>
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
    <EmptyState
      kind="all-done"
      title={t('empty.done')}
      next={waiting > 0 && <Button onClick={onReview}>{t('empty.goOn', { queue: glossary('queue.review'), count: waiting })}</Button>}
    >
      {filters.queue === 'mine' ? t('empty.mine') : t('empty.doneWhy', { queue })}
    </EmptyState>
  )
}

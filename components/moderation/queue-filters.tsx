import { COMMENT_STATUSES, type CommentStatus } from '@/lib/domain/comment'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import type { QueueFilters as Filters } from './desk-api'
import { isFiltered } from './desk-filters'
import { STATUS_WORDS } from './words'

/** Found by the key `/`. */
export const FILTER_ID = 'queue-filter-article'

interface QueueFiltersProps {
  filters: Filters
  articles: readonly { id: string; title: string }[]
  onChange: (change: { article?: string | null; status?: CommentStatus[] | null }) => void
  /** Back to the list, whose keys are off while the focus is in the field. */
  onLeave: () => void
}

export function QueueFilters({ filters, articles, onChange, onLeave }: QueueFiltersProps) {
  const isListed = filters.article === null || articles.some((article) => article.id === filters.article)
  function toggleStatus(status: CommentStatus, isOn: boolean): void {
    const kept = filters.status.filter((other) => other !== status)
    const next = isOn ? COMMENT_STATUSES.filter((other) => other === status || kept.includes(other)) : kept
    onChange({ status: next.length > 0 ? next : null })
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Article" id={FILTER_ID}>
        {(control) => (
          <Select
            {...control}
            value={filters.article ?? ''}
            onChange={(event) => onChange({ article: event.target.value || null })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onLeave()
            }}
          >
            <option value="">All articles</option>
            {!isListed && <option value={filters.article ?? ''}>An older article</option>}
            {articles.map((article) => (
              <option key={article.id} value={article.id}>
                {article.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-[560]">Status</legend>
        <div className="max-lg:grid max-lg:grid-cols-2">
          {COMMENT_STATUSES.map((status) => (
            <Checkbox
              key={status}
              checked={filters.status.includes(status)}
              onChange={(event) => toggleStatus(status, event.target.checked)}
            >
              {STATUS_WORDS[status]}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      {isFiltered(filters) && (
        <Button look="quiet" size="sm" className="-ml-2.5 self-start" onClick={() => onChange({ article: null, status: null })}>
          Clear the filters
        </Button>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import { COMMENT_STATUSES, type CommentStatus } from '@/lib/domain/comment'
import { listSorts, type QueueSort } from '@/lib/domain/queues'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import type { QueueFilters as Filters } from './desk-api'
import { isFiltered } from './desk-filters'
import { readFacet, writeFacet } from './facets'
import { SORT_WORDS, STATUS_WORDS } from './words'

/** What of the address changes; what is left out stays. */
export type FilterChange = Partial<Pick<Filters, 'article' | 'commenter' | 'q' | 'sort'>> & { status?: CommentStatus[] | null }

export const NO_FILTER: FilterChange = { article: null, commenter: null, status: null, q: '' }

interface QueueFiltersProps {
  filters: Filters
  articles: readonly { id: string; title: string }[]
  sections: readonly string[]
  onChange: (change: FilterChange) => void
  /** Back to the list, whose keys are off while the focus is in the field. */
  onLeave: () => void
  /** Before the fields: the search, where the header has no room for it. */
  children?: ReactNode
}

const AGES = [
  ['', 'Any age'],
  ['1h', 'Last hour'],
  ['24h', 'Last 24 hours'],
  ['7d', 'Last 7 days'],
] as const
const SCORES = [
  ['', 'Any score'],
  ['0.5', '.50 and more'],
  ['0.7', '.70 and more'],
  ['0.9', '.90 and more'],
] as const

/** What narrows the queue down. What has no place of its own in the address is written into the search. */
export function QueueFilters({ filters, articles, sections, onChange, onLeave, children }: QueueFiltersProps) {
  const isListed = filters.article === null || articles.some((article) => article.id === filters.article)
  const sorts = listSorts(filters.queue)
  const facet = (name: string, value: string | null, sign?: string) => onChange({ q: writeFacet(filters.q, name, value || null, sign) })
  return (
    <div
      className="flex flex-col gap-3.5 max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-4 max-sm:grid-cols-1"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      {children}
      <Choice
        label="Order"
        value={filters.sort ?? sorts[0]}
        onChange={(value) => onChange({ sort: value === sorts[0] ? null : (value as QueueSort) })}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </Choice>
      <Choice label="Article" value={filters.article ?? ''} onChange={(value) => onChange({ article: value || null })}>
        <option value="">All articles</option>
        {!isListed && <option value={filters.article ?? ''}>An older article</option>}
        {articles.map((article) => (
          <option key={article.id} value={article.id}>
            {article.title}
          </option>
        ))}
      </Choice>
      {sections.length > 0 && (
        <Choice label="Section" value={readFacet(filters.q, 'section') ?? ''} onChange={(value) => facet('section', value)}>
          <option value="">All sections</option>
          {sections.map((section) => (
            <option key={section}>{section}</option>
          ))}
        </Choice>
      )}
      <Choice label="Age" value={readFacet(filters.q, 'age') ?? ''} onChange={(value) => facet('age', value, '<')}>
        <Options of={AGES} />
      </Choice>
      <Choice
        label="Incivility"
        value={readFacet(filters.q, 'score.civility') ?? ''}
        onChange={(value) => facet('score.civility', value, '>=')}
      >
        <Options of={SCORES} />
      </Choice>
      <Choice
        label="Distance from the article"
        value={readFacet(filters.q, 'score.topic') ?? ''}
        onChange={(value) => facet('score.topic', value, '>=')}
      >
        <Options of={SCORES} />
      </Choice>
      <Statuses chosen={filters.status} onChange={(status) => onChange({ status: status.length > 0 ? status : null })} />
      {isFiltered(filters) && (
        <Button look="quiet" size="sm" className="-ml-2 self-start" onClick={() => onChange(NO_FILTER)}>
          Clear the filters
        </Button>
      )}
    </div>
  )
}

function Choice(props: { label: string; value: string; onChange: (value: string) => void; children: ReactNode }) {
  const { label, value, onChange, children } = props
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {children}
        </Select>
      )}
    </Field>
  )
}

function Options({ of }: { of: readonly (readonly [value: string, words: string])[] }) {
  return of.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ))
}

function Statuses({ chosen, onChange }: { chosen: readonly CommentStatus[]; onChange: (status: CommentStatus[]) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-[560]">Status</legend>
      {COMMENT_STATUSES.map((status) => (
        <Checkbox
          key={status}
          checked={chosen.includes(status)}
          onChange={(event) => onChange(COMMENT_STATUSES.filter((one) => (one === status ? event.target.checked : chosen.includes(one))))}
        >
          {STATUS_WORDS[status]}
        </Checkbox>
      ))}
    </fieldset>
  )
}

import { useId, type ReactNode } from 'react'
import { COMMENT_STATUSES, type CommentStatus } from '@/lib/domain/comment'
import { listSorts, type QueueSort } from '@/lib/domain/queues'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Select } from '../../ui/select'
import { useFormats, useWords } from '../../words/words-context'
import type { QueueFilters as Filters } from '../desk-api'
import { isFiltered } from './desk-filters'
import { formatScore } from '../status-badge'
import { readFacet, writeFacet } from './facets'

/** What of the address changes; what is left out stays. */
export type FilterChange = Partial<Pick<Filters, 'article' | 'commenter' | 'q' | 'sort'>> & { status?: CommentStatus[] | null }

export const NO_FILTER: FilterChange = { article: null, commenter: null, status: null, q: '' }

interface QueueFiltersProps {
  filters: Filters
  articles: readonly { id: string; title: string }[]
  sections: readonly string[]
  languages: readonly string[]
  onChange: (change: FilterChange) => void
  /** Back to the list, whose keys are off while the focus is in the field. */
  onLeave: () => void
  /** Before the fields: the search, where the header has no room for it. */
  children?: ReactNode
}

const AGES = [
  ['1h', 'lastHour'],
  ['24h', 'lastDay'],
  ['7d', 'lastWeek'],
] as const
const SCORES = ['0.5', '0.7', '0.9']

/** What narrows the queue down. What has no place of its own in the address is written into the search. */
export function QueueFilters({ filters, articles, sections, languages, onChange, onLeave, children }: QueueFiltersProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const isListed = filters.article === null || articles.some((article) => article.id === filters.article)
  const sorts = listSorts(filters.queue)
  const facet = (name: string, sign?: string) => ({
    value: readFacet(filters.q, name) ?? '',
    onChange: (value: string) => onChange({ q: writeFacet(filters.q, name, value || null, sign) }),
  })
  return (
    <div
      className="flex flex-col gap-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      {children}
      <Select
        aria-label={t('filter.order')}
        value={filters.sort ?? sorts[0]}
        onChange={({ target: { value } }) => onChange({ sort: value === sorts[0] ? null : (value as QueueSort) })}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {glossary(`sort.${sort}`)}
          </option>
        ))}
      </Select>
      <div className="max-lg:grid max-lg:gap-x-6 sm:max-lg:grid-cols-2">
        <Choice label={t('filter.article')} value={filters.article ?? ''} onChange={(value) => onChange({ article: value || null })}>
          {!isListed && <option value={filters.article ?? ''}>{t('filter.olderArticle')}</option>}
          {articles.map((article) => (
            <option key={article.id} value={article.id}>
              {article.title}
            </option>
          ))}
        </Choice>
        {sections.length > 0 && (
          <Choice label={t('filter.section')} {...facet('section')}>
            {sections.map((section) => (
              <option key={section}>{section}</option>
            ))}
          </Choice>
        )}
        {languages.length > 1 && (
          <Choice label={t('filter.language')} {...facet('lang')}>
            {languages.map((language) => (
              <option key={language} value={language}>
                {formats.languageName(language)}
              </option>
            ))}
          </Choice>
        )}
        <Choice label={t('filter.age')} {...facet('age', '<')}>
          {AGES.map(([value, name]) => (
            <option key={value} value={value}>
              {t(`filter.${name}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('filter.incivility')} {...facet('score.civility', '>=')}>
          <ScoreOptions />
        </Choice>
        <Choice label={t('filter.distance')} {...facet('score.topic', '>=')}>
          <ScoreOptions />
        </Choice>
      </div>
      <Statuses chosen={filters.status} onChange={(status) => onChange({ status: status.length > 0 ? status : null })} />
      {isFiltered(filters) && (
        <Button look="quiet" size="sm" className="-ms-2 self-start" onClick={() => onChange(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

interface ChoiceProps {
  label: string
  /** The empty text: not narrowed down. */
  value: string
  onChange: (value: string) => void
  children: ReactNode
}

/** One line: what it is about, and what it lets through. */
function Choice({ label, value, onChange, children }: ChoiceProps) {
  const t = useWords('queue')
  const id = useId()
  return (
    <div className="flex min-w-0 items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-ink-2">
        {label}
      </label>
      <Select id={id} look="line" value={value} isSet={value !== ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('filter.any')}</option>
        {children}
      </Select>
    </div>
  )
}

function ScoreOptions() {
  const t = useWords('queue')
  const formats = useFormats()
  return SCORES.map((score) => (
    <option key={score} value={score}>
      {t('filter.scoreFrom', { score: formatScore(formats, Number(score)) })}
    </option>
  ))
}

function Statuses({ chosen, onChange }: { chosen: readonly CommentStatus[]; onChange: (status: CommentStatus[]) => void }) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  return (
    <fieldset>
      <legend className="mb-0.5 text-ink-2">{t('filter.status')}</legend>
      {COMMENT_STATUSES.map((status) => (
        <Checkbox
          key={status}
          checked={chosen.includes(status)}
          onChange={(event) => onChange(COMMENT_STATUSES.filter((one) => (one === status ? event.target.checked : chosen.includes(one))))}
        >
          {glossary(`status.${status}`)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

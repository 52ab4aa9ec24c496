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
const SCORES = [0.5, 0.7, 0.9]
/** Where a score says neither yes nor no. */
const DOUBTED = { from: 0.5, to: 0.7 }

/** What stands in the search, as facets.ts reads it, and its words. */
type Option = readonly [value: string, words: string]

/** What narrows the queue down. What has no place of its own in the address is written into the search. */
export function QueueFilters({ filters, articles, sections, languages, onChange, onLeave, children }: QueueFiltersProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const sorts = listSorts(filters.queue)
  const facet = (name: string, sign?: string) => ({
    value: readFacet(filters.q, name, sign) ?? '',
    onChange: (value: string) => onChange({ q: writeFacet(filters.q, name, value || null, sign) }),
  })
  const scoresOf = (name: string): Option[] => {
    const write = (score: number) => formatScore(formats, score)
    return [
      ...SCORES.map((score): Option => [String(score), t('filter.scoreFrom', { score: write(score) })]),
      [`${name}>=${DOUBTED.from} ${name}<${DOUBTED.to}`, t('filter.scoreBetween', { from: write(DOUBTED.from), to: write(DOUBTED.to) })],
      [`${name}<${DOUBTED.from}`, t('filter.scoreBelow', { score: write(DOUBTED.from) })],
    ]
  }
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
        <Choice
          label={t('filter.article')}
          value={filters.article ?? ''}
          onChange={(value) => onChange({ article: value || null })}
          options={articles.map(({ id, title }) => [id, title])}
          other={t('filter.olderArticle')}
        />
        <Typed label={t('filter.commenter')} {...facet('author')} onLeave={onLeave} />
        {sections.length > 0 && (
          <Choice label={t('filter.section')} {...facet('section')} options={sections.map((section) => [section, section])} />
        )}
        {languages.length > 1 && (
          <Choice
            label={t('filter.language')}
            {...facet('lang')}
            options={languages.map((language) => [language, formats.languageName(language)])}
          />
        )}
        <Choice label={t('filter.age')} {...facet('age', '<')} options={AGES.map(([value, name]) => [value, t(`filter.${name}`)])} />
        <Choice label={t('filter.incivility')} {...facet('score.civility', '>=')} options={scoresOf('score.civility')} />
        <Choice label={t('filter.distance')} {...facet('score.topic', '>=')} options={scoresOf('score.topic')} />
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
  options: readonly Option[]
  /** What a value is called that is none of these; without it, it stands as it was typed. */
  other?: string
}

/** One line: what it is about, and what it lets through. */
function Choice({ label, value, onChange, options, other = value }: ChoiceProps) {
  const t = useWords('queue')
  const id = useId()
  const isListed = value === '' || options.some(([known]) => known === value)
  return (
    <div className="flex min-w-0 items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-ink-2">
        {label}
      </label>
      <Select id={id} look="line" value={value} isSet={value !== ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('filter.any')}</option>
        {!isListed && <option value={value}>{other}</option>}
        {options.map(([known, words]) => (
          <option key={known} value={known}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  )
}

type TypedProps = Pick<ChoiceProps, 'label' | 'value' | 'onChange'> & { onLeave: () => void }

/** One line that is typed in: it narrows down on Enter, which leads back to the list, and when it is left. */
function Typed({ label, value, onChange, onLeave }: TypedProps) {
  const t = useWords('queue')
  const id = useId()
  const commit = (typed: string) => typed.trim() !== value && onChange(typed.trim())
  return (
    <div className="flex min-w-0 items-center gap-2 pe-4">
      <label htmlFor={id} className="shrink-0 text-ink-2">
        {label}
      </label>
      <input
        key={value}
        id={id}
        dir="auto"
        defaultValue={value}
        placeholder={t('filter.any')}
        autoComplete="off"
        onBlur={({ target }) => commit(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') currentTarget.value = value
          if (key === 'Enter') onLeave()
        }}
        // The text runs as it is written, and ends where those of the other lines do.
        className="h-8 w-full min-w-0 flex-1 rounded-md bg-transparent px-2 text-right font-[560] text-ink placeholder:font-normal placeholder:text-ink-3 hover:bg-sunk focus-visible:outline-offset-0 in-[[dir=rtl]]:text-left pointer-coarse:h-11"
      />
    </div>
  )
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

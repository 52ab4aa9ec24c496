import { SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { ARTICLE_LIST_SORTS, type ArticleListSort } from '@/lib/domain/article-list'
import { ARTICLE_STATES } from '@/lib/domain/comment'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { joinClasses } from '../../ui/class-names'
import { DayInput } from '../../ui/day-input'
import { Input } from '../../ui/input'
import { Select } from '../../ui/select'
import { useWords } from '../../words/words-context'
import type { ArticleAddress } from './article-address'

interface ArticleFiltersProps {
  address: ArticleAddress
  sections: readonly string[]
  onChange: (change: Partial<ArticleAddress>) => void
  onSort: (sort: ArticleListSort) => void
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''
const dateOf = (day: string) => (day === '' ? null : new Date(`${day}T00:00:00Z`))

/** Text, section, author, time, state, waiting; and on a phone the order, which the headers give elsewhere. There, most of it unfolds. */
export function ArticleFilters({ address, sections, onChange, onSort }: ArticleFiltersProps) {
  const t = useWords('articles')
  const rest = useId()
  const set = [address.section, address.author, address.state, address.from, address.to].filter(Boolean).length
  // What an address names is seen at once.
  const [isOpen, setOpen] = useState(set > 0)
  return (
    <form role="search" className="flex min-w-0 flex-wrap items-center gap-2 print:hidden" onSubmit={(event) => event.preventDefault()}>
      <Input
        type="search"
        aria-label={t('filter.title')}
        placeholder={t('filter.titleShort')}
        className="max-w-60 min-w-40 flex-1 max-sm:max-w-none"
        value={address.q}
        maxLength={200}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      <Button aria-expanded={isOpen} aria-controls={rest} onClick={() => setOpen(!isOpen)} className="sm:hidden">
        <SlidersHorizontal aria-hidden />
        {set === 0 ? t('filter.more') : t('filter.moreSet', { count: set })}
      </Button>
      <div id={rest} className={joinClasses('contents', !isOpen && 'max-sm:hidden')}>
        <MoreFilters address={address} sections={sections} onChange={onChange} />
      </div>
      <Select
        aria-label={t('filter.sort')}
        className="min-w-36 lg:hidden"
        value={address.sort}
        onChange={(event) => onSort(ARTICLE_LIST_SORTS.find((sort) => sort === event.target.value) ?? 'last')}
      >
        {ARTICLE_LIST_SORTS.map((name) => (
          <option key={name} value={name}>
            {t(`sort.${name}`)}
          </option>
        ))}
      </Select>
      <Checkbox className="ps-1" checked={address.waiting} onChange={(event) => onChange({ waiting: event.target.checked })}>
        {t('filter.waiting')}
      </Checkbox>
    </form>
  )
}

function MoreFilters({ address, sections, onChange }: Omit<ArticleFiltersProps, 'onSort'>) {
  const t = useWords('articles')
  return (
    <>
      {sections.length > 0 && (
        <Select
          aria-label={t('filter.section')}
          className="min-w-36 max-sm:flex-1 sm:max-w-52"
          value={address.section}
          onChange={(event) => onChange({ section: event.target.value })}
        >
          <option value="">{t('filter.sections')}</option>
          {sections.map((section) => (
            <option key={section} value={section}>
              {section}
            </option>
          ))}
        </Select>
      )}
      <Input
        type="search"
        aria-label={t('filter.author')}
        placeholder={t('filter.author')}
        className="max-w-40 min-w-28 flex-1 max-sm:max-w-none"
        value={address.author}
        maxLength={200}
        onChange={(event) => onChange({ author: event.target.value })}
      />
      <Select
        aria-label={t('filter.state')}
        className="min-w-32 max-sm:flex-1"
        value={address.state ?? ''}
        onChange={(event) => onChange({ state: ARTICLE_STATES.find((state) => state === event.target.value) ?? null })}
      >
        <option value="">{t('filter.states')}</option>
        {ARTICLE_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </Select>
      <span className="flex min-w-0 items-center gap-1.5 text-sm text-ink-3 max-sm:basis-full max-sm:flex-wrap">
        <span aria-hidden className="whitespace-nowrap max-sm:basis-full">
          {t('filter.published')}
        </span>
        <DayInput
          aria-label={t('filter.from')}
          className="min-w-0 basis-36 max-sm:grow"
          value={dayOf(address.from)}
          onChange={(day) => onChange({ from: dateOf(day) })}
        />
        <span aria-hidden className="max-[22rem]:hidden">
          –
        </span>
        <DayInput
          aria-label={t('filter.to')}
          className="min-w-0 basis-36 max-sm:grow"
          value={dayOf(address.to)}
          onChange={(day) => onChange({ to: dateOf(day) })}
        />
      </span>
    </>
  )
}

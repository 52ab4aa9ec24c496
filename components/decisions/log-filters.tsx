import type { DecisionLogQuery } from '@/lib/contracts/decision-log'
import { REJECT_REASONS } from '@/lib/domain/comment'
import { DECISION_KINDS } from '@/lib/domain/decisions'
import { nameReason } from '../moderation/decision/decision-words'
import { useOwnReasons } from '../moderation/own-reasons'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'

type Filters = Omit<DecisionLogQuery, 'cursor' | 'limit'>

interface LogFiltersProps {
  filters: Filters
  people: readonly { id: string; name: string }[]
  onChange: (change: Partial<Filters>) => void
}

/** What narrows the log down. Each change is an address of its own. */
export function LogFilters({ filters, people, onChange }: LogFiltersProps) {
  const t = useWords('decisions')
  const glossary = useWords('glossary')
  const own = useOwnReasons()
  const known: readonly string[] = [...REJECT_REASONS, ...own]
  const reasons = filters.reason === undefined || known.includes(filters.reason) ? known : [...known, filters.reason]
  const search = (name: string) => name.trim() !== (filters.author ?? '') && onChange({ author: name.trim() || undefined })
  const isListed = filters.by === undefined || people.some((person) => person.id === filters.by)
  return (
    <div className="mb-4 grid grid-cols-2 items-end gap-3 md:grid-cols-3 lg:grid-cols-6 print:hidden">
      <Field label={t('who')}>
        {(control) => (
          <Select {...control} value={filters.by ?? ''} onChange={(event) => onChange({ by: event.target.value || undefined })}>
            <option value="">{t('everybody')}</option>
            {!isListed && <option value={filters.by}>{t('left')}</option>}
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('what')}>
        {(control) => (
          <Select
            {...control}
            value={filters.kind ?? ''}
            onChange={(event) => onChange({ kind: DECISION_KINDS.find((kind) => kind === event.target.value) })}
          >
            <option value="">{t('every')}</option>
            {DECISION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('why')}>
        {(control) => (
          <Select {...control} value={filters.reason ?? ''} onChange={(event) => onChange({ reason: event.target.value || undefined })}>
            <option value="">{t('everyReason')}</option>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {nameReason(glossary, reason)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('commenter')}>
        {(control) => (
          <Input
            {...control}
            type="search"
            maxLength={100}
            dir="auto"
            defaultValue={filters.author ?? ''}
            onKeyDown={(event) => event.key === 'Enter' && search(event.currentTarget.value)}
            onBlur={(event) => search(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('from')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filters.from ?? ''}
            onChange={(event) => onChange({ from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label={t('before')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filters.to ?? ''}
            onChange={(event) => onChange({ to: event.target.value || undefined })}
          />
        )}
      </Field>
      {(filters.batch ?? filters.article ?? filters.commenter) !== undefined && (
        <p className="col-span-full flex items-center gap-2 text-sm text-ink-2">
          {filters.batch !== undefined ? t('oneBatch') : filters.article !== undefined ? t('oneArticle') : t('oneCommenter')}
          <Button look="link" onClick={() => onChange({ batch: undefined, article: undefined, commenter: undefined })}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </div>
  )
}

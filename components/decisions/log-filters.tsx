import type { DecisionLogQuery } from '@/lib/contracts/decision-log'
import { REJECT_REASONS } from '@/lib/domain/comment'
import { DECISION_KINDS } from '@/lib/domain/decisions'
import { nameReason } from '../moderation/decision/decision-words'
import { useOwnReasons } from '../moderation/own-reasons'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { FilterChoice, FilterDay } from '../ui/filter-fields'
import { Input } from '../ui/input'
import { useDraft } from '../ui/use-draft'
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
  const [author, setAuthor] = useDraft(filters.author ?? '')
  const search = (name: string) => name.trim() !== (filters.author ?? '') && onChange({ author: name.trim() || undefined })
  const isListed = people.some((person) => person.id === filters.by)
  return (
    <div className="mb-4 grid grid-cols-2 items-end gap-3 md:grid-cols-3 lg:grid-cols-6 print:hidden">
      <FilterChoice
        label={t('who')}
        value={filters.by}
        all={t('everybody')}
        choices={[...(filters.by === undefined || isListed ? [] : [{ id: filters.by, name: t('left') }]), ...people]}
        onChange={(by) => onChange({ by })}
      />
      <FilterChoice
        label={t('what')}
        value={filters.kind}
        all={t('every')}
        choices={DECISION_KINDS.map((kind) => ({ id: kind, name: t(`kind.${kind}`) }))}
        onChange={(chosen) => onChange({ kind: DECISION_KINDS.find((kind) => kind === chosen) })}
      />
      <FilterChoice
        label={t('why')}
        value={filters.reason}
        all={t('everyReason')}
        choices={reasons.map((reason) => ({ id: reason, name: nameReason(glossary, reason) }))}
        onChange={(reason) => onChange({ reason })}
      />
      <Field label={t('commenter')}>
        {(control) => (
          <Input
            {...control}
            type="search"
            maxLength={100}
            dir="auto"
            value={author}
            onChange={(event) => setAuthor(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && search(author)}
            onBlur={() => search(author)}
          />
        )}
      </Field>
      <FilterDay label={t('from')} value={filters.from} onChange={(from) => onChange({ from })} />
      <FilterDay label={t('before')} value={filters.to} onChange={(to) => onChange({ to })} />
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

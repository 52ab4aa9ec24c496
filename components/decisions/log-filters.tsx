import type { DecisionLogQuery } from '@/lib/contracts/decision-log'
import { DECISION_KINDS } from '@/lib/domain/decisions'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'

type Filters = Omit<DecisionLogQuery, 'cursor' | 'limit'>

const KIND_WORDS: Record<(typeof DECISION_KINDS)[number], string> = {
  approve: 'Approved',
  reject: 'Rejected',
  mark: 'Marked',
  clear_mark: 'Mark removed',
  undo: 'Taken back',
  feature: 'Featured',
  unfeature: 'Featuring ended',
  hold_article: 'Discussion held',
  close_article: 'Discussion closed',
  reopen_article: 'Discussion opened',
  slow_article: 'Slow mode',
  ask_help: 'Help asked for',
  end_help: 'Call for help ended',
  raise_alert: 'Alert raised',
  clear_alert: 'Alert cleared',
}

interface LogFiltersProps {
  filters: Filters
  people: readonly { id: string; name: string }[]
  onChange: (change: Partial<Filters>) => void
}

/** What narrows the log down. Each change is an address of its own. */
export function LogFilters({ filters, people, onChange }: LogFiltersProps) {
  const isListed = filters.by === undefined || people.some((person) => person.id === filters.by)
  return (
    <div className="mb-4 grid grid-cols-2 items-end gap-3 md:grid-cols-4">
      <Field label="Who">
        {(control) => (
          <Select {...control} value={filters.by ?? ''} onChange={(event) => onChange({ by: event.target.value || undefined })}>
            <option value="">Everybody</option>
            {!isListed && <option value={filters.by}>Somebody who left</option>}
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="What">
        {(control) => (
          <Select
            {...control}
            value={filters.kind ?? ''}
            onChange={(event) => onChange({ kind: DECISION_KINDS.find((kind) => kind === event.target.value) })}
          >
            <option value="">Every decision</option>
            {DECISION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="From">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filters.from ?? ''}
            onChange={(event) => onChange({ from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label="Before">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filters.to ?? ''}
            onChange={(event) => onChange({ to: event.target.value || undefined })}
          />
        )}
      </Field>
      {(filters.batch !== undefined || filters.article !== undefined) && (
        <p className="col-span-full flex items-center gap-2 text-sm text-ink-2">
          {filters.batch !== undefined ? 'Only one batch.' : 'Only one article.'}
          <Button look="link" onClick={() => onChange({ batch: undefined, article: undefined })}>
            Show all
          </Button>
        </p>
      )}
    </div>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import type { AuditQuery } from '@/lib/contracts/audit'
import { AUDIT_KINDS } from '@/lib/domain/audit'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { auditAddress } from './audit-address'

interface AuditFiltersProps {
  filters: Omit<AuditQuery, 'before'>
  people: readonly { id: string; name: string }[]
}

/** What narrows the list of changes down. Each change is an address of its own. */
export function AuditFilters({ filters, people }: AuditFiltersProps) {
  const t = useWords('audit')
  const router = useRouter()
  const change = (to: AuditQuery) => router.push(auditAddress({ ...filters, ...to }))
  return (
    <div className="mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-4 print:hidden">
      <Field label={t('who')}>
        {(control) => (
          <Select {...control} value={filters.by ?? ''} onChange={(event) => change({ by: event.target.value || undefined })}>
            <option value="">{t('everybody')}</option>
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
            onChange={(event) => change({ kind: AUDIT_KINDS.find((kind) => kind === event.target.value) })}
          >
            <option value="">{t('everything')}</option>
            {AUDIT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('from')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={filters.from ?? ''}
            onChange={(event) => change({ from: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label={t('before')}>
        {(control) => (
          <Input {...control} type="date" value={filters.to ?? ''} onChange={(event) => change({ to: event.target.value || undefined })} />
        )}
      </Field>
    </div>
  )
}

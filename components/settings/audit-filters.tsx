'use client'

import { useRouter } from 'next/navigation'
import type { AuditQuery } from '@/lib/contracts/audit'
import { AUDIT_KINDS } from '@/lib/domain/audit'
import { FilterChoice, FilterDay } from '../ui/filter-fields'
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
      <FilterChoice label={t('who')} value={filters.by} all={t('everybody')} choices={people} onChange={(by) => change({ by })} />
      <FilterChoice
        label={t('what')}
        value={filters.kind}
        all={t('everything')}
        choices={AUDIT_KINDS.map((kind) => ({ id: kind, name: t(`kind.${kind}`) }))}
        onChange={(chosen) => change({ kind: AUDIT_KINDS.find((kind) => kind === chosen) })}
      />
      <FilterDay label={t('from')} value={filters.from} onChange={(from) => change({ from })} />
      <FilterDay label={t('before')} value={filters.to} onChange={(to) => change({ to })} />
    </div>
  )
}

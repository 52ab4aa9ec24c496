import type { Metadata } from 'next'
import { AuditList } from '@/components/settings/audit-list'
import { listAuditEntries } from '@/lib/services/audit/list'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const { before } = await searchParams
  const from = typeof before === 'string' ? before : null
  return (
    <SettingsPage
      title="Audit log"
      description="Who changed keys, webhooks, people and the policy. Decisions on comments are in each comment’s own history."
    >
      {async (ctx) => <AuditList {...await listAuditEntries(ctx, from)} isFirst={from === null} />}
    </SettingsPage>
  )
}

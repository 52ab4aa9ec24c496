import type { Metadata } from 'next'
import { AuditFilters } from '@/components/settings/audit-filters'
import { AuditList } from '@/components/settings/audit-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { AuditQuery } from '@/lib/contracts/audit'
import { listAuditEntries } from '@/lib/services/audit/list'
import { listUsers } from '@/lib/services/user/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('audit')

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const t = await readWords(await findPageLanguage(), 'audit')
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''))
  // An address somebody mistyped shows the whole list.
  const query = AuditQuery.safeParse(given).data ?? {}
  const { before: _before, ...filters } = query
  return (
    <SettingsPage place="audit" room="audit" description={t('about')}>
      {async (ctx) => {
        const [page, people] = await Promise.all([listAuditEntries(ctx, query), listUsers(ctx)])
        return (
          <>
            <AuditFilters filters={filters} people={people.map(({ id, name }) => ({ id, name }))} />
            <AuditList t={t} {...page} query={query} />
          </>
        )
      }}
    </SettingsPage>
  )
}

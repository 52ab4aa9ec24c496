import type { Metadata } from 'next'
import { AuditList } from '@/components/settings/audit-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { isId } from '@/lib/contracts/id'
import { listAuditEntries } from '@/lib/services/audit/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('audit')

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const t = await readWords(await findPageLanguage(), 'audit')
  const { before } = await searchParams
  // What is no place in the list is where it begins.
  const from = typeof before === 'string' && isId(before) ? before : null
  return (
    <SettingsPage place="audit" room="audit" description={t('about')}>
      {async (ctx) => <AuditList t={t} {...await listAuditEntries(ctx, from)} isFirst={from === null} />}
    </SettingsPage>
  )
}

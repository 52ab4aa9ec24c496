import type { Metadata } from 'next'
import { ImportPanel } from '@/components/import/import-panel'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listImportRuns } from '@/lib/services/import/manage'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('import')

export default async function ImportPage() {
  const t = await readWords(await findPageLanguage(), 'import')
  return (
    <SettingsPage place="import" room="import" description={t('about')}>
      {async (ctx) => <ImportPanel runs={await listImportRuns(ctx)} />}
    </SettingsPage>
  )
}

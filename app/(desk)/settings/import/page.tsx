import type { Metadata } from 'next'
import { ImportPanel } from '@/components/import/import-panel'
import { listImportRuns } from '@/lib/services/import/manage'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Import' }

export default function ImportPage() {
  return (
    <SettingsPage
      title="Import"
      description="Comments from a saved page, a table, or another system. You see what is in a file before anything is written; the same file twice changes nothing."
    >
      {async (ctx) => <ImportPanel runs={await listImportRuns(ctx)} />}
    </SettingsPage>
  )
}

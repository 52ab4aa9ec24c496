import type { Metadata } from 'next'
import { ImportPanel } from '@/components/import/import-panel'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Import' }

export default function ImportPage() {
  return (
    <SettingsPage
      title="Import"
      description="The plain text of a saved article page with its comments, our own NDJSON, or CSV; up to 50 MB. The same file twice changes nothing."
    >
      {() => <ImportPanel />}
    </SettingsPage>
  )
}

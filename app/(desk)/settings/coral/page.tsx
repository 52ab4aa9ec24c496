import type { Metadata } from 'next'
import { CoralPhases } from '@/components/settings/coral-phases'
import { listCoralPhases } from '@/lib/services/coral/manage'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Coral' }

export default function CoralPage() {
  return (
    <SettingsPage
      title="Coral"
      description="A Coral site can ask Parley before it shows a comment: as an external moderation phase, with this site’s watched words and rules. Coral keeps its comments; nothing of them is stored here."
    >
      {async (ctx) => <CoralPhases phases={await listCoralPhases(ctx)} />}
    </SettingsPage>
  )
}

import type { Metadata } from 'next'
import { RescorePanel } from '@/components/settings/rescore-panel'
import { ScorerList } from '@/components/settings/scorer-list'
import { listScorers } from '@/lib/services/remote-scorer/manage'
import { findRescore } from '@/lib/services/rescore/manage'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Scorers' }

export default function ScorersPage() {
  return (
    <SettingsPage
      title="Scorers"
      description="Comments are scored on this machine as they come in. Services outside can be asked too, a moment later. When one does not answer, its comments are told to be not scored by it; nothing is lost, and nothing is approved by it."
    >
      {async (ctx) => (
        <div className="flex flex-col gap-6">
          <div>
            <ScorerList scorers={await listScorers(ctx)} />
          </div>
          <RescorePanel run={await findRescore(ctx)} />
        </div>
      )}
    </SettingsPage>
  )
}

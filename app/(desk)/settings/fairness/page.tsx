import type { Metadata } from 'next'
import { FairnessView } from '@/components/fairness/fairness-view'
import { readFairness } from '@/lib/services/fairness/read'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Fairness' }

export default function FairnessPage() {
  return (
    <SettingsPage
      title="Fairness"
      needs="decide"
      description="Whether scores treat people alike, whoever they mention: measured once a week, and for each new version of the scores."
    >
      {async (ctx) => <FairnessView readings={await readFairness(ctx)} />}
    </SettingsPage>
  )
}

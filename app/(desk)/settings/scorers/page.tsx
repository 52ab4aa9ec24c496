import type { Metadata } from 'next'
import { RescorePanel } from '@/components/settings/rescore-panel'
import { ScorerList } from '@/components/settings/scorer-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listScorers } from '@/lib/services/remote-scorer/manage'
import { findRescore } from '@/lib/services/rescore/manage'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('scorers')

export default async function ScorersPage() {
  const t = await readWords(await findPageLanguage(), 'scorers')
  return (
    <SettingsPage place="scorers" room="scorers" description={t('about')}>
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

import type { Metadata } from 'next'
import { JudgementPanel } from '@/components/scores/judgement-panel'
import { ScoreExplorer } from '@/components/scores/score-explorer'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { can } from '@/lib/domain/actor'
import { readOverview } from '@/lib/services/judgement/overview'
import { readScoreHistory } from '@/lib/services/score/history'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('scores')

interface ScoresPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ScoresPage({ searchParams }: ScoresPageProps) {
  const t = await readWords(await findPageLanguage(), 'scores')
  const { mark, section } = await searchParams
  return (
    <SettingsPage place="scores" room="scores" needs="decide" description={t('about')}>
      {async (ctx) => {
        const mayConfigure = can(ctx.actor, 'configure')
        const [history, settings, overview] = await Promise.all([
          readScoreHistory(ctx, { mark, section }),
          mayConfigure ? readSiteSettings(ctx) : null,
          mayConfigure ? readOverview(ctx) : null,
        ])
        return (
          <div className="flex flex-col gap-6">
            <ScoreExplorer history={history} settings={settings} />
            {overview && settings && <JudgementPanel overview={overview} settings={settings} />}
          </div>
        )
      }}
    </SettingsPage>
  )
}

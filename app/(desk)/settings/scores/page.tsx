import type { Metadata } from 'next'
import { JudgementPanel } from '@/components/scores/judgement-panel'
import { ScoreExplorer } from '@/components/scores/score-explorer'
import { can } from '@/lib/domain/actor'
import { readOverview } from '@/lib/services/judgement/overview'
import { readScoreHistory } from '@/lib/services/score/history'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Scores' }

interface ScoresPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ScoresPage({ searchParams }: ScoresPageProps) {
  const { mark, section } = await searchParams
  return (
    <SettingsPage
      title="Scores"
      needs="decide"
      description="How scores compare with what people here decided, where to begin to suggest a mark, and what the queue would have been."
    >
      {async (ctx) => {
        const mayConfigure = can(ctx.actor, 'configure')
        const [history, settings, overview] = await Promise.all([
          readScoreHistory(ctx, { mark, section }),
          mayConfigure ? readSiteSettings(ctx) : null,
          mayConfigure ? readOverview(ctx) : null,
        ])
        return (
          <div className="flex flex-col gap-6">
            <ScoreExplorer key={`${history.mark} ${history.section} ${settings?.version}`} history={history} settings={settings} />
            {overview && settings && <JudgementPanel overview={overview} settings={settings} />}
          </div>
        )
      }}
    </SettingsPage>
  )
}

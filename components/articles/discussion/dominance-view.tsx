import type { ArticlePage } from '@/lib/contracts/article-page'
import { measureDominance, type Dominance } from '@/lib/domain/dominance'
import { BarList } from '../../charts/bar-list'
import { ChartTable } from '../../charts/chart-table'
import { DominanceCurve } from './dominance-curve'
import type { DiscussionVoice } from '../figures'
import { VoiceName } from '../../moderation/voice-name'

type Voices = ArticlePage['voices']

/** Who writes the most here, whether they dominate, and what that is measured by, in words. */
export function DominanceView({ t, figures: say, voices }: DiscussionVoice & { voices: Voices }) {
  if (voices.top.length === 0) return <p className="text-ink-3">{t('voices.none')}</p>
  const dominance = measureDominance(voices.sizes)
  const most = voices.top[0]?.comments ?? 1
  return (
    <>
      {dominance && (
        <p className="mb-1 text-sm text-ink-2">
          <b className="font-[580] text-ink">{t(`voices.${dominance.verdict}`)}</b> {explain({ t, figures: say }, dominance)}
        </p>
      )}
      <BarList
        items={voices.top.map((voice) => ({
          key: voice.id,
          name: <VoiceName name={voice.name} />,
          share: voice.comments / most,
          text: t('voices.figure', { comments: voice.comments, share: say.share(voice.share) }),
          notes: describeReception(t, voice),
        }))}
      />
      {dominance && (
        <div className="mt-3 print:hidden">
          <DominanceCurve points={dominance.curve.map((point) => ({ x: point.voices, y: point.comments }))} gini={dominance.gini} />
          <ChartTable
            caption={t('voices.caption')}
            head={[t('voices.each'), say.t('measure.voices')]}
            rows={voices.sizes.map((size) => [say.count(size.comments), say.count(size.voices)])}
          />
        </div>
      )}
    </>
  )
}

function explain({ t, figures: say }: DiscussionVoice, { voices, topShare, evenShare, voicesOfHalf, gini }: Dominance): string {
  return [
    ...(voices <= 10 ? [] : [t('voices.top', { voices, share: say.share(topShare), even: say.share(evenShare) })]),
    t('voices.half', { count: voicesOfHalf }),
    t('voices.gini', { gini: say.decimal(gini, 2) }),
  ].join(' ')
}

function describeReception(t: DiscussionVoice['t'], { offTopic, uncivil, rejected }: Voices['top'][number]): string[] {
  return [
    uncivil > 0 && t('some.uncivil', { number: uncivil }),
    offTopic > 0 && t('some.offTopic', { number: offTopic }),
    rejected > 0 && t('some.rejected', { number: rejected }),
  ].filter((part) => part !== false)
}

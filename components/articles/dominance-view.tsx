import type { ArticlePage } from '@/lib/contracts/article-page'
import { measureDominance, type Dominance, type DominanceVerdict } from '@/lib/domain/dominance'
import { BarList } from '../charts/bar-list'
import { ChartTable } from '../charts/chart-table'
import { DominanceCurve } from './dominance-curve'
import { countOf, formatCount, formatShare, UNKNOWN_WORDS } from './figure-words'

type Voices = ArticlePage['voices']

const VERDICTS: Record<DominanceVerdict, string> = {
  even: 'No one dominates',
  led: 'A few lead the talk',
  dominated: 'A few dominate the talk',
}

/** Who writes the most here, whether they dominate, and what that is measured by, in words. */
export function DominanceView({ voices }: { voices: Voices }) {
  if (voices.top.length === 0) return <p className="text-ink-3">{UNKNOWN_WORDS.noAuthors}, so nobody can be told apart.</p>
  const dominance = measureDominance(voices.sizes)
  const most = voices.top[0]?.comments ?? 1
  return (
    <>
      {dominance && (
        <p className="mb-1 text-sm text-ink-2">
          <b className="font-[580] text-ink">{VERDICTS[dominance.verdict]}.</b> {explain(dominance)}
        </p>
      )}
      <BarList
        items={voices.top.map((voice) => ({
          key: voice.id,
          name: <bdi>{voice.name}</bdi>,
          share: voice.comments / most,
          text: `${formatCount(voice.comments)} · ${formatShare(voice.share)}`,
          note: describeReception(voice),
        }))}
      />
      {dominance && (
        <div className="mt-3 print:hidden">
          <DominanceCurve points={dominance.curve.map((point) => ({ x: point.voices, y: point.comments }))} gini={dominance.gini} />
          <ChartTable
            caption="How many voices wrote so many comments"
            head={['Comments each', 'Voices']}
            rows={voices.sizes.map((size) => [formatCount(size.comments), formatCount(size.voices)])}
          />
        </div>
      )}
    </>
  )
}

function explain({ voices, topShare, evenShare, voicesOfHalf, gini }: Dominance): string {
  const top =
    voices <= 10
      ? ''
      : `The ten most active of ${formatCount(voices)} wrote ${formatShare(topShare)}; had all written the same, it would be ${formatShare(evenShare)}. `
  return `${top}Half of it comes from ${countOf(voicesOfHalf, 'voice')}. Gini ${gini.toFixed(2)}: 0 is even, 1 is one voice alone.`
}

function describeReception({ offTopic, uncivil, rejected }: Voices['top'][number]): string {
  return [uncivil > 0 && `${uncivil} uncivil`, offTopic > 0 && `${offTopic} off-topic`, rejected > 0 && `${rejected} rejected`]
    .filter((part) => part !== false)
    .join(' · ')
}

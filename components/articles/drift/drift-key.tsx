import type { DriftTone } from '@/lib/domain/drift/marks'
import { useWords } from '../../words/words-context'
import { FoldShape, MarkShape } from './mark-shape'

const TONES: readonly DriftTone[] = ['calm', 'off_topic', 'uncivil']

/** What the shapes mean. */
export function DriftKey({ isFolded }: { isFolded: boolean }) {
  const t = useWords('discussion')
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {TONES.map((tone) => (
        <li key={tone} className="flex items-center gap-1.5">
          <svg aria-hidden width={13} height={13} className="shrink-0">
            <MarkShape tone={tone} x={6.5} y={6.5} r={5.5} />
          </svg>
          {t(`tone.${tone}`)}
        </li>
      ))}
      {isFolded && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden width={17} height={17} className="shrink-0">
            <FoldShape tone="calm" x={8.5} y={8.5} r={8} comments={8} uncivil={1} />
          </svg>
          {t('drift.folded')}
        </li>
      )}
    </ul>
  )
}

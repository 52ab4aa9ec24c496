import { ChevronDown } from 'lucide-react'
import type { QueueRow } from '@/lib/contracts/queue'
import { Badge } from '../../ui/badge'
import { joinClasses } from '../../ui/class-names'
import { useFormats, useWords } from '../../words/words-context'
import { useListedWaves } from './waves-context'
import { writeWaveCount } from './wave-words'

/**
 * How many are nearly the same, and, in the row that stands for them, the way to see each. Only that row is called the wave: a decision
 * on it is one on all of them, a decision on any other row is one on that comment.
 */
export function WaveSignal({ row }: { row: QueueRow }) {
  const t = useWords('queue')
  const formats = useFormats()
  const { waves, toggle } = useListedWaves()
  const wave = waves.get(row.id)
  if (row.wave === null) return null
  const standsForAll = wave?.isOpen === false
  const isWhole = wave?.members.length === row.wave.count
  return (
    <>
      <Badge>{t(standsForAll ? 'row.wave' : 'row.ofWave', { total: writeWaveCount(formats, row.wave.count) })}</Badge>
      {wave !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={wave.isOpen}
          onClick={(event) => {
            event.stopPropagation()
            toggle(wave.id)
          }}
          className="-my-0.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-sm font-[540] text-accent hover:underline pointer-coarse:min-h-11"
        >
          {wave.isOpen ? t('row.fold') : t(isWhole ? 'row.unfold' : 'row.unfoldSome', { count: wave.members.length })}
          <ChevronDown aria-hidden className={joinClasses('size-3.5', wave.isOpen && 'rotate-180')} />
        </button>
      )}
    </>
  )
}

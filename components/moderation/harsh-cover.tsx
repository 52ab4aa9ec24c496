import { useState, type ReactNode } from 'react'
import type { QueueRow } from '@/lib/contracts/queue'
import { useWords } from '../words/words-context'
import { usePreferences } from './frame/preferences-context'

/** From this score on a text counts as harsh. */
const HARSH_FROM = 0.7

/** Covers a harsh text until somebody is ready for it, for those who asked for that. Deciding needs the text to be seen. */
export function HarshCover({ row, children }: { row: QueueRow; children: ReactNode }) {
  const t = useWords('queue')
  const { preferences } = usePreferences()
  const [seen, setSeen] = useState<string | null>(null)
  const { suggestions, marks } = row.state
  const isHarsh = (suggestions.uncivil?.score ?? 0) >= HARSH_FROM || marks.uncivil !== null
  if (!preferences.isHarshBlurred || !isHarsh || seen === row.id) return children
  return (
    <span className="relative block overflow-hidden rounded-md">
      <span aria-hidden className="block blur-[5px] select-none">
        {children}
      </span>
      <button
        type="button"
        onClick={(event) => {
          event.stopPropagation()
          setSeen(row.id)
        }}
        className="absolute inset-0 grid place-items-center text-sm font-[560] text-ink hover:underline"
      >
        <span className="rounded-md border border-line-strong bg-panel px-2 py-1">{t('cover.show')}</span>
      </button>
    </span>
  )
}

import type { ReactNode } from 'react'
import { Facts } from '../ui/facts'
import type { ChartTone } from './series'

export interface BarListItem {
  key: string
  name: ReactNode
  /** 0–1 of the width. */
  share: number
  text: string
  /** Facts below the bar. */
  notes?: readonly string[]
  tone?: Exclude<ChartTone, 'accent' | 'grey'>
}

/** Named bars under one another with their figures: text first, so that it reads without seeing the bars. */
export function BarList({ items }: { items: readonly BarListItem[] }) {
  return (
    <ol className="print:[&>li:nth-child(n+4)]:hidden">
      {items.map(({ key, name, share, text, notes = [], tone = 'neutral' }) => (
        <li key={key} className="border-b border-line py-1.5 last:border-b-0">
          <p className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate">{name}</span>
            {/* An interval is a sentence: where it is narrow it takes two lines, and the name keeps its place. */}
            <span data-figures className="max-w-[70%] shrink-0 text-end text-ink-2">
              {text}
            </span>
          </p>
          <svg aria-hidden width="100%" height={4} className="mt-1 block rounded-full bg-sunk rtl:-scale-x-100">
            <rect width={`${Math.min(100, 100 * share)}%`} height={4} fill={`var(--chart-${tone})`} />
          </svg>
          {notes.length > 0 && <Facts className="mt-0.5 block text-sm text-ink-3">{notes}</Facts>}
        </li>
      ))}
    </ol>
  )
}

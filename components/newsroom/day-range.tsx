'use client'

import { useRouter } from 'next/navigation'
import { Button } from '../ui/button'
import { DayInput } from '../ui/day-input'
import { useWords } from '../words/words-context'

interface DayRangeProps {
  path: string
  from: string
  to: string
  /** Ranges to choose at once: days back from today. */
  today: string
}

const RANGES = [7, 14, 28, 91] as const
const DAY = 86_400_000

/** From which day to which; the last 7, 14, 28 or 91 days by one click. All of it is in the address. */
export function DayRange({ path, from, to, today }: DayRangeProps) {
  const t = useWords('newsroom')
  const router = useRouter()
  const go = (first: string, last: string) => router.push(`${path}?from=${first}&to=${last}`)
  const back = (days: number) => new Date(Date.parse(today) - (days - 1) * DAY).toISOString().slice(0, 10)
  return (
    <div className="mb-5 flex flex-wrap items-center gap-2 print:hidden">
      {RANGES.map((days) => (
        <Button
          key={days}
          aria-pressed={to === today && from === back(days)}
          onClick={() => go(back(days), today)}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {t('range.days', { count: days })}
        </Button>
      ))}
      <span className="flex items-center gap-1.5 text-sm text-ink-3 max-sm:w-full">
        <span className="min-w-0 flex-1 sm:w-36">
          <DayInput aria-label={t('from')} value={from} max={to} required onChange={(day) => go(day, to)} />
        </span>
        <span aria-hidden>–</span>
        <span className="min-w-0 flex-1 sm:w-36">
          <DayInput aria-label={t('to')} value={to} min={from} required onChange={(day) => go(from, day)} />
        </span>
      </span>
    </div>
  )
}

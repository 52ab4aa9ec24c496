import { cumsum, sum } from 'd3-array'
import { useId } from 'react'
import { ChartPatterns, paintOf, type ChartSeries } from './series'

interface ShareBarProps {
  /** In the order they are drawn, from the left. */
  parts: readonly (ChartSeries & { value: number })[]
  /** The whole of it in words. */
  label: string
}

const HEIGHT = 16

/** One bar, divided. Its legend and its figures stand beside it. */
export function ShareBar({ parts, label }: ShareBarProps) {
  const id = useId()
  const total = sum(parts, (part) => part.value)
  const ends = cumsum(parts, (part) => part.value)
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="block rounded-[4px] bg-sunk">
      <ChartPatterns id={id} />
      {total > 0 &&
        parts.map((part, index) => {
          const start = (ends[index] ?? 0) - part.value
          if (part.value === 0) return null
          return (
            <rect
              key={part.key}
              x={`${(100 * start) / total}%`}
              width={`${(100 * part.value) / total}%`}
              height={HEIGHT}
              {...paintOf(part.tone, id)}
              stroke="var(--bg)"
            />
          )
        })}
    </svg>
  )
}

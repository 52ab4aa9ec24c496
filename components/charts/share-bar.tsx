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
          const [x, width] = [`${(100 * start) / total}%`, `${(100 * part.value) / total}%`]
          return (
            <g key={part.key}>
              <rect x={x} width={width} y={0.5} height={HEIGHT - 1} {...paintOf(part.tone, id)} />
              {start > 0 && <line x1={x} x2={x} y2={HEIGHT} stroke="var(--bg)" strokeWidth={2} />}
            </g>
          )
        })}
    </svg>
  )
}

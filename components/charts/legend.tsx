import { useId } from 'react'
import { Swatch, type ChartSeries } from './series'

interface LegendProps {
  series: readonly (ChartSeries & { value?: string })[]
}

/** What each pattern means, in words, with a figure where there is one. */
export function Legend({ series }: LegendProps) {
  const id = useId()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {series.map(({ key, label, tone, value }) => (
        <li key={key} className="flex items-center gap-1.5">
          <Swatch tone={tone} id={`${id}-${key}`} />
          {label}
          {value !== undefined && <span className="text-ink-3">{value}</span>}
        </li>
      ))}
    </ul>
  )
}

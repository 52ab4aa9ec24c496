import { joinClasses } from '../ui/class-names'

export interface AxisTick {
  text: string
  isMinor: boolean
}

/** The words below a chart whose places stand side by side, one or none for each place. */
export function ChartAxis({ ticks }: { ticks: readonly (AxisTick | undefined)[] }) {
  const step = 100 / Math.max(1, ticks.length)
  return (
    <div aria-hidden className="relative mt-1 h-4 text-2xs text-ink-3">
      {ticks.map((tick, index) => {
        if (tick === undefined) return null
        const place = (index + 0.5) * step
        // Near an edge the word is pushed inwards, so that it stays below the chart.
        const shift = place < 8 ? '' : place > 92 ? '-translate-x-full' : '-translate-x-1/2'
        const left = place < 8 ? index * step : place > 92 ? (index + 1) * step : place
        return (
          <span
            key={index}
            className={joinClasses('absolute whitespace-nowrap', shift, tick.isMinor && 'max-md:hidden')}
            style={{ left: `${left}%` }}
          >
            <bdi>{tick.text}</bdi>
          </span>
        )
      })}
    </div>
  )
}

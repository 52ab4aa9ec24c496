import { joinClasses } from '../ui/class-names'

export interface AxisTick {
  text: string
  isMinor: boolean
}

/** The words below a chart whose places stand side by side, one or none for each place. */
export function ChartAxis({ ticks }: { ticks: readonly (AxisTick | undefined)[] }) {
  const step = 100 / Math.max(1, ticks.length)
  return (
    <div aria-hidden className="@container relative mt-1 h-4 text-2xs text-ink-3">
      {ticks.map((tick, index) => {
        if (tick === undefined) return null
        const place = (index + 0.5) * step
        // Below the middle of its place; near an edge pushed inwards by what would stand out.
        const shift = `clamp(${-place}cqw, -50%, ${100 - place}cqw - 100%)`
        return (
          <span
            key={index}
            className={joinClasses('absolute whitespace-nowrap', tick.isMinor && 'max-md:hidden')}
            style={{ left: `${place}%`, translate: shift }}
          >
            <bdi>{tick.text}</bdi>
          </span>
        )
      })}
    </div>
  )
}

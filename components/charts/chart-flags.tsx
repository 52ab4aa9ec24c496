/** Something that happened at a place of a chart. */
export interface ChartFlag {
  key: string
  /** The place, from 0 up to the number of places; a fraction lies within one. */
  at: number
  text: string
  /** `break` is drawn as a heavier, dashed line. */
  kind: 'event' | 'break'
}

/** Flags nearer to each other than this part of the width share a number: 20 px at the narrowest. */
const NEAREST = 0.075

interface FlagGroup {
  at: number
  flags: readonly (ChartFlag & { number: number })[]
}

/** Numbered in the order of time; those that would lie over each other are one group. */
export function groupFlags(flags: readonly ChartFlag[], count: number): FlagGroup[] {
  const groups: { at: number; flags: (ChartFlag & { number: number })[] }[] = []
  flags
    .toSorted((a, b) => a.at - b.at)
    .forEach((flag, index) => {
      const last = groups.at(-1)
      if (last && (flag.at - last.at) / Math.max(1, count) < NEAREST) last.flags.push({ ...flag, number: index + 1 })
      else groups.push({ at: flag.at, flags: [{ ...flag, number: index + 1 }] })
    })
  return groups
}

/** The lines of the flags, within the chart's own SVG. */
export function FlagLines({ flags, count, height }: { flags: readonly ChartFlag[]; count: number; height: number }) {
  return flags.map(({ key, at, kind }) => (
    <line
      key={key}
      x1={`${(100 * at) / count}%`}
      x2={`${(100 * at) / count}%`}
      y1={0}
      y2={height}
      stroke={kind === 'break' ? 'var(--rose)' : 'var(--ink-3)'}
      strokeWidth={kind === 'break' ? 2 : 1}
      strokeDasharray={kind === 'break' ? '5 3' : '1 3'}
      strokeLinecap="round"
    />
  ))
}

/** The numbers of the flags, below the chart; FlagList says what they stand for. */
export function ChartFlags({ flags, count }: { flags: readonly ChartFlag[]; count: number }) {
  return (
    <div aria-hidden className="relative mt-0.5 h-4.5 text-2xs">
      {groupFlags(flags, count).map((group) => {
        const [first, last] = [group.flags[0], group.flags.at(-1)]
        const place = Math.min(98, Math.max(2, (100 * group.at) / count))
        const isBreak = group.flags.some((flag) => flag.kind === 'break')
        return (
          <span
            key={first?.key}
            className={`absolute grid h-4.5 min-w-4.5 -translate-x-1/2 place-items-center rounded-full border px-1 leading-none font-[620] whitespace-nowrap ${isBreak ? 'border-rose bg-rose-soft text-rose' : 'border-line-field bg-panel text-ink-2'}`}
            style={{ left: `${place}%` }}
          >
            {first?.number === last?.number ? first?.number : `${first?.number}–${last?.number}`}
          </span>
        )
      })}
    </div>
  )
}

/** What the numbers stand for, in the order of time. */
export function FlagList({ flags, label }: { flags: readonly ChartFlag[]; label: string }) {
  if (flags.length === 0) return null
  return (
    <ol aria-label={label} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {flags
        .toSorted((a, b) => a.at - b.at)
        .map((flag, index) => (
          <li key={flag.key} className="flex items-baseline gap-1.5">
            <span aria-hidden className={`text-2xs font-[620] ${flag.kind === 'break' ? 'text-rose' : 'text-ink-3'}`}>
              {index + 1}
            </span>
            <span className={flag.kind === 'break' ? 'font-[560] text-rose' : ''}>{flag.text}</span>
          </li>
        ))}
    </ol>
  )
}

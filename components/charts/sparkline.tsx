import { max } from 'd3-array'
import { area, curveMonotoneX, line } from 'd3-shape'
import { scaleTo } from './linear-scale'

interface SparklineProps {
  /** Oldest first; null where nothing is known, which leaves a gap. */
  values: readonly (number | null)[]
  /** What it shows, in words and figures. */
  label: string
  /** The ends of the scale; from nothing to the most, unless given. Values outside lie on its edge. */
  range?: readonly [number, number]
  width?: number
  height?: number
}

const EDGE = 2.5

/** A small line without axes. Without a range each has a scale of its own, so the figure beside it tells the size. */
export function Sparkline({ values, label, range, width = 84, height = 24 }: SparklineProps) {
  const x = scaleTo([0, Math.max(1, values.length - 1)], [EDGE, width - EDGE])
  const most = max(values, (value) => value ?? undefined) ?? 0
  const y = scaleTo(range ?? [0, Math.max(1, most)], [height - EDGE, EDGE])
  const points = values.map((value, index) => ({ x: x(index), y: value === null ? null : y(value) }))
  const last = points.findLast((point) => point.y !== null)
  const path = line<(typeof points)[number]>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y((point) => point.y ?? 0)
    .curve(curveMonotoneX)(points)
  const ground = area<(typeof points)[number]>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y0(height - EDGE)
    .y1((point) => point.y ?? 0)
    .curve(curveMonotoneX)(points)
  return (
    <svg role="img" aria-label={label} width={width} height={height} className="block overflow-visible">
      <path d={ground ?? ''} fill="var(--chart-neutral)" opacity={0.18} />
      <path d={path ?? ''} fill="none" stroke="var(--chart-neutral)" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      {last && <circle cx={last.x} cy={last.y ?? 0} r={2} fill="var(--ink-2)" />}
    </svg>
  )
}

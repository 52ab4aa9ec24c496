import { max } from 'd3-array'
import { area, curveMonotoneX, line } from 'd3-shape'
import { scaleTo } from './linear-scale'

interface SparklineProps {
  /** One a day, oldest first; null where nothing is known, which leaves a gap. */
  values: readonly (number | null)[]
  /** What it shows, in words and figures. */
  label: string
  /** The ends of the scale; from nothing to the most, unless given. Values outside lie on its edge. */
  range?: readonly [number, number]
  width?: number
  height?: number
}

interface Point {
  x: number
  /** Null where nothing is known. */
  y: number | null
}

const EDGE = 2.5
/** A line through fewer would tell of a course that there was not. */
const FEWEST_FOR_LINE = 3
/** So that the bar of one day does not look like a block. */
const FEWEST_SLOTS = 7

/**
 * A small line without axes. Without a range each has a scale of its own, so the figure beside it tells the size. Counts of fewer than
 * three days stand there as bars, each on its day; what is known of a day with none known beside it is a dot.
 */
export function Sparkline({ values, label, range, width = 84, height = 24 }: SparklineProps) {
  const most = max(values, (value) => value ?? undefined) ?? 0
  const y = scaleTo(range ?? [0, Math.max(1, most)], [height - EDGE, EDGE])
  const isSparse = range === undefined && values.filter((value) => value !== null && value > 0).length < FEWEST_FOR_LINE
  const x = scaleTo([0, Math.max(1, values.length - 1)], [EDGE, width - EDGE])
  const points = values.map((value, index): Point => ({ x: x(index), y: value === null ? null : y(value) }))
  return (
    <svg role="img" aria-label={label} width={width} height={height} className="block overflow-visible">
      {isSparse ? (
        <Bars heights={points.map((point) => point.y)} width={width} ground={height - EDGE} />
      ) : (
        <Line points={points} ground={height - EDGE} />
      )}
    </svg>
  )
}

function Line({ points, ground }: { points: readonly Point[]; ground: number }) {
  const isKnown = (at: number) => typeof points[at]?.y === 'number'
  const last = points.findLastIndex((point) => point.y !== null)
  const dotted = points.filter((_, at) => isKnown(at) && (at === last || !(isKnown(at - 1) || isKnown(at + 1))))
  const path = line<Point>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y((point) => point.y ?? 0)
    .curve(curveMonotoneX)(points)
  const below = area<Point>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y0(ground)
    .y1((point) => point.y ?? 0)
    .curve(curveMonotoneX)(points)
  return (
    <>
      <path d={below ?? ''} fill="var(--chart-neutral)" opacity={0.18} />
      <path d={path ?? ''} fill="none" stroke="var(--chart-neutral)" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      {dotted.map((dot) => (
        <circle key={dot.x} cx={dot.x} cy={dot.y ?? 0} r={2} fill="var(--ink-2)" />
      ))}
    </>
  )
}

function Bars({ heights, width, ground }: { heights: readonly (number | null)[]; width: number; ground: number }) {
  const slot = width / Math.max(FEWEST_SLOTS, heights.length)
  return (
    <>
      <line x1={0} x2={slot * heights.length} y1={ground} y2={ground} stroke="var(--chart-neutral)" strokeOpacity={0.5} />
      {heights.map((top, day) =>
        top === null || top >= ground ? null : (
          <rect key={day} x={day * slot + 0.75} y={top} width={slot - 1.5} height={ground - top} rx={1} fill="var(--chart-neutral)" />
        ),
      )}
    </>
  )
}

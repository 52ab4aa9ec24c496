import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'

interface SparklineProps {
  /** Oldest first; never negative. */
  values: readonly number[]
  /** What it shows, in words and figures. */
  label: string
  width?: number
  height?: number
}

const EDGE = 2.5

/** A small line without axes; each has a scale of its own, so the figure beside it tells the size. */
export function Sparkline({ values, label, width = 84, height = 24 }: SparklineProps) {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [EDGE, width - EDGE])
  const y = scaleLinear([0, Math.max(1, max(values) ?? 0)], [height - EDGE, EDGE])
  const points = values.map((value, index): [number, number] => [x(index), y(value)])
  const last = points.at(-1)
  const path = line().curve(curveMonotoneX)(points) ?? ''
  const ground =
    area()
      .curve(curveMonotoneX)
      .y0(height - EDGE)(points) ?? ''
  return (
    <svg role="img" aria-label={label} width={width} height={height} className="block overflow-visible">
      <path d={ground} fill="var(--chart-neutral)" opacity={0.18} />
      <path d={path} fill="none" stroke="var(--chart-neutral)" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      {last && <circle cx={last[0]} cy={last[1]} r={2} fill="var(--ink-2)" />}
    </svg>
  )
}

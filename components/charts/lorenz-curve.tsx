'use client'

import { area, line } from 'd3-shape'
import { useState } from 'react'
import { ReadingSlider } from './reading-slider'

interface LorenzCurveProps {
  /** From (0, 0) to (1, 1), rising. */
  points: readonly { x: number; y: number }[]
  /** The whole chart in one sentence. */
  label: string
  readLabel: string
  /** Says a place of the horizontal axis, 0–1. */
  describe: (share: number) => string
  /** Below and beside the axes. */
  axes: { x: string; y: string }
}

const SIZE = 180
const STEPS = 20

/** How unevenly something is shared: the further the curve hangs below the straight line, the fewer have the most. */
export function LorenzCurve({ points, label, readLabel, describe, axes }: LorenzCurveProps) {
  const [active, setActive] = useState<number | null>(null)
  const places = points.map(({ x, y }): [number, number] => [x * SIZE, (1 - y) * SIZE])
  const gap = area<[number, number]>()
    .x(([x]) => x)
    .y0(([x]) => SIZE - x)
    .y1(([, y]) => y)(places)
  const read = active === null ? null : (active + 1) / STEPS
  const height = read === null ? 0 : heightAt(points, read)
  return (
    <div>
      <p aria-hidden className="mb-1 min-h-10 text-sm text-ink-2">
        {describe(read ?? 0.5)}
      </p>
      <div dir="ltr" className="w-full max-w-60">
        <p aria-hidden className="text-2xs text-ink-3">
          ↑ <bdi>{axes.y}</bdi>
        </p>
        <div className="relative">
          <svg role="img" aria-label={label} viewBox={`0 0 ${SIZE} ${SIZE}`} width="100%" className="block aspect-square overflow-visible">
            <rect width={SIZE} height={SIZE} fill="var(--sunk)" />
            <path d={gap ?? ''} fill="var(--chart-neutral)" opacity={0.22} />
            <line x1={0} y1={SIZE} x2={SIZE} y2={0} stroke="var(--line-field)" strokeDasharray="3 3" vectorEffect="non-scaling-stroke" />
            <path
              d={line()(places) ?? ''}
              fill="none"
              stroke="var(--chart-neutral)"
              strokeWidth={2}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
            {read !== null && (
              <>
                <line x1={read * SIZE} x2={read * SIZE} y1={0} y2={SIZE} stroke="var(--ink-3)" strokeDasharray="2 3" />
                <circle cx={read * SIZE} cy={(1 - height) * SIZE} r={3.5} fill="var(--ink)" />
              </>
            )}
          </svg>
          <ReadingSlider
            label={readLabel}
            count={STEPS}
            active={active}
            onActive={setActive}
            describe={(place) => describe((place + 1) / STEPS)}
          />
        </div>
        <p aria-hidden className="mt-0.5 text-end text-2xs text-ink-3">
          <bdi>{axes.x}</bdi> →
        </p>
      </div>
    </div>
  )
}

/** The curve's height at a place, along straight pieces. */
export function heightAt(points: readonly { x: number; y: number }[], x: number): number {
  const above = points.findIndex((point) => point.x >= x)
  const [high, low] = [points[above], points[above - 1]]
  if (!high) return 1
  if (!low) return high.y
  return high.x === low.x ? high.y : low.y + ((x - low.x) / (high.x - low.x)) * (high.y - low.y)
}

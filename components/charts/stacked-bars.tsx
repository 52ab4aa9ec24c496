'use client'

import { cumsum, max, sum } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { useId, useState } from 'react'
import { joinClasses } from '../ui/class-names'
import { ChartPatterns, paintOf, type ChartSeries } from './series'

export interface StackedBar {
  /** What the bar stands for, such as a day. */
  name: string
  /** Written below the axis when given. `isMinor` ones are left out where it is narrow. */
  tick?: { text: string; isMinor: boolean }
  /** One for each series, from the ground up. */
  values: readonly number[]
}

interface StackedBarsProps {
  series: readonly ChartSeries[]
  bars: readonly StackedBar[]
  /** The whole chart in one sentence. */
  label: string
  /** Written above while nobody points at a bar, such as where the most are. */
  atRest: string
  /** What is counted: one and many. */
  unit: readonly [string, string]
  height?: number
}

/** A bar is never wider than this part of the chart, however few there are. */
const WIDEST = 7
const FILLED = 0.84

/**
 * Bars over time, stacked. Places are percentages and heights pixels, so that it fits any width without a script and
 * without distorting patterns or words. Pointing at a bar writes its figures above; they are all in the table as well.
 */
export function StackedBars({ series, bars, label, atRest, unit, height = 176 }: StackedBarsProps) {
  const id = useId()
  const [active, setActive] = useState<number | null>(null)
  const y = scaleLinear([0, Math.max(1, max(bars, (bar) => sum(bar.values)) ?? 1)], [height, 0]).nice(4)
  const lines = y.ticks(4).filter(Number.isInteger)
  const step = 100 / Math.max(1, bars.length)
  const width = Math.min(step * FILLED, WIDEST)
  return (
    <div onPointerLeave={() => setActive(null)}>
      <p aria-hidden className="mb-1 min-h-5 text-right text-sm text-ink-2 max-sm:text-xs">
        {describeBar(active === null ? undefined : bars[active], series, unit) ?? atRest}
      </p>
      <div className="flex gap-2">
        <div aria-hidden className="relative w-7 shrink-0 text-right text-2xs text-ink-3" style={{ height }}>
          {lines.map((value) => (
            <span key={value} className="absolute right-0 -translate-y-1/2" style={{ top: y(value) }}>
              {value.toLocaleString('en')}
            </span>
          ))}
        </div>
        <div className="min-w-0 flex-1">
          <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
            <ChartPatterns id={id} />
            {lines.map((value) => (
              <line key={value} x1="0" x2="100%" y1={y(value)} y2={y(value)} stroke={value === 0 ? 'var(--line-field)' : 'var(--line)'} />
            ))}
            {bars.map((bar, index) => (
              <g key={index} opacity={active === null || active === index ? 1 : 0.55} onPointerEnter={() => setActive(index)}>
                <rect x={`${index * step}%`} width={`${step}%`} height={height} fill="transparent" />
                <Stack bar={bar} series={series} id={id} x={index * step + (step - width) / 2} width={width} y={y} />
              </g>
            ))}
          </svg>
          <Axis bars={bars} step={step} />
        </div>
      </div>
    </div>
  )
}

interface StackProps {
  bar: StackedBar
  series: readonly ChartSeries[]
  id: string
  x: number
  width: number
  y: (value: number) => number
}

function Stack({ bar, series, id, x, width, y }: StackProps) {
  const tops = cumsum(bar.values)
  return series.map(({ key, tone }, index) => {
    const value = bar.values[index] ?? 0
    const top = tops[index] ?? 0
    if (value === 0) return null
    // The outline is drawn inside, and a line of ground is left between two parts.
    const edges = { y: y(top) + 1, height: Math.max(1, y(top - value) - y(top) - 1.5) }
    return <rect key={key} x={`${x}%`} width={`${width}%`} {...edges} {...paintOf(tone, id)} strokeWidth={1} />
  })
}

function Axis({ bars, step }: { bars: readonly StackedBar[]; step: number }) {
  return (
    <div aria-hidden className="relative mt-1 h-4 text-2xs text-ink-3">
      {bars.map(({ tick }, index) => {
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
            {tick.text}
          </span>
        )
      })}
    </div>
  )
}

function describeBar(bar: StackedBar | undefined, series: readonly ChartSeries[], [one, many]: readonly [string, string]): string | null {
  if (!bar) return null
  const total = sum(bar.values)
  const parts = series.flatMap(({ label }, index) => {
    const value = bar.values[index] ?? 0
    return value === 0 ? [] : [`${value} ${label.toLowerCase()}`]
  })
  return `${bar.name}: ${total} ${total === 1 ? one : many}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
}

'use client'

import { cumsum, max, sum } from 'd3-array'
import { useId, useState } from 'react'
import { ChartAxis, type AxisTick } from './chart-axis'
import { ChartFlags, FlagLines, type ChartFlag } from './chart-flags'
import { scaleUp } from './linear-scale'
import { ReadingSlider } from './reading-slider'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { useFormats, useWords } from '../words/words-context'
import { ChartPatterns, paintOf, type ChartSeries } from './series'

export interface StackedBar {
  /** What the bar stands for, such as a day. */
  name: string
  /** The whole of it in words, such as "4 comments". */
  total: string
  /** Written below the axis when given. `isMinor` ones are left out where it is narrow. */
  tick?: AxisTick
  /** One for each series, from the ground up. */
  values: readonly number[]
}

interface StackedBarsProps {
  series: readonly ChartSeries[]
  bars: readonly StackedBar[]
  /** The whole chart in one sentence. */
  label: string
  /** Names the control that reads the bars one by one. */
  readLabel?: string
  /** Written above while nobody points at a bar, such as where the most are. */
  atRest: string
  height?: number
  /** The end of the scale, where charts beside each other share one; else the highest bar. */
  top?: number
  /** What happened at which bar. */
  flags?: readonly ChartFlag[]
}

/** A bar is never wider than this part of the chart, however few there are. */
const WIDEST = 7
const FILLED = 0.84

/**
 * Bars over time, stacked. Places are percentages and heights pixels, so that it fits any width without a script and
 * without distorting patterns or words. Pointing at a bar, or the arrow keys, write its figures above; they are all in
 * the table as well. Time runs from left to right in every language.
 */
export function StackedBars(props: StackedBarsProps) {
  const { series, bars, label, readLabel = label, atRest, height = 176, top, flags = [] } = props
  const id = useId()
  const [active, setActive] = useState<number | null>(null)
  const t = useWords('shell')
  const formats = useFormats()
  const describe = (place: number) => describeBar(t, formats, bars[place], series)
  const { y, listLines } = scaleUp(Math.max(1, top ?? max(bars, (bar) => sum(bar.values)) ?? 1), height)
  const lines = listLines(height < 120 ? 2 : 4).filter(Number.isInteger)
  const words = lines.map(shorten(formats, lines.at(-1) ?? 0))
  const step = 100 / Math.max(1, bars.length)
  const width = Math.min(step * FILLED, WIDEST)
  return (
    <div>
      <p aria-hidden className="mb-1 min-h-5 text-end text-sm text-ink-2 max-sm:min-h-10 max-sm:text-xs">
        {active === null ? atRest : describe(active)}
      </p>
      <div dir="ltr" className="flex gap-2">
        <div aria-hidden className="relative min-w-8 shrink-0 text-right text-2xs text-ink-3" style={{ height, width: widthOf(words) }}>
          {lines.map((value, index) => (
            <span key={value} className="absolute right-0 -translate-y-1/2 whitespace-nowrap" style={{ top: y(value) }}>
              <bdi>{words[index]}</bdi>
            </span>
          ))}
        </div>
        <div className="relative min-w-0 flex-1">
          <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
            <ChartPatterns id={id} />
            {lines.map((value) => (
              <line key={value} x1="0" x2="100%" y1={y(value)} y2={y(value)} stroke={value === 0 ? 'var(--line-field)' : 'var(--line)'} />
            ))}
            {bars.map((bar, index) => (
              <g key={index} opacity={active === null || active === index ? 1 : 0.55}>
                <Stack bar={bar} series={series} id={id} x={index * step + (step - width) / 2} width={width} y={y} />
              </g>
            ))}
            <FlagLines flags={flags} count={bars.length} height={height} />
          </svg>
          <div className="absolute inset-x-0 top-0" style={{ height }}>
            <ReadingSlider label={readLabel} count={bars.length} active={active} onActive={setActive} describe={describe} />
          </div>
          {flags.length > 0 && <ChartFlags flags={flags} count={bars.length} />}
          <ChartAxis ticks={bars.map((bar) => bar.tick)} />
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
    const height = Math.max(1, y(top - value) - y(top) - 1.5)
    const edges = { y: Math.min(y(top) + 1, y(top - value) - height), height }
    return <rect key={key} x={`${x}%`} width={`${width}%`} {...edges} {...paintOf(tone, id)} strokeWidth={1} />
  })
}

/** 12,000 as 12K where the language has such a short form, and then 5,000 beside it as 5K: the scale's own labels are round. */
function shorten(formats: Formats, most: number): (value: number) => string {
  return (value) => formats.number(value, most < 10_000 ? {} : { notation: 'compact' })
}

/** The room that the longest of the scale's words needs, so that none is cut. */
function widthOf(words: readonly string[]): string {
  return `${0.62 * Math.max(...words.map((word) => word.length), 0)}em`
}

function describeBar(t: Words<'shell'>, formats: Formats, bar: StackedBar | undefined, series: readonly ChartSeries[]): string {
  if (!bar) return ''
  const { name, total, values } = bar
  const parts = series.flatMap(({ label }, index) => {
    const value = values[index] ?? 0
    // Nouns keep their capital in German, and Arabic has none.
    return value === 0 ? [] : [t('chart.part', { number: value, label: t.language === 'en' ? label.toLowerCase() : label })]
  })
  return parts.length === 0 ? t('chart.bar', { name, total }) : t('chart.barParts', { name, total, parts: formats.list(parts) })
}

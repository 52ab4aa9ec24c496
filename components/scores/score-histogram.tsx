'use client'

import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { toHundredth, type Bins } from '@/lib/domain/threshold'
import { ChartPatterns, paintOf, type ChartTone } from '../charts/series'
import { useFormats, useWords } from '../words/words-context'
import { formatScore } from './words'

interface ScoreHistogramProps {
  label: string
  marked: Bins
  kept: Bins
  tone: ChartTone
  threshold: number
  onThreshold: (threshold: number) => void
  /** Says what the threshold does, for who does not see it. */
  valueText: string
  /** The part that is picked for the desk. */
  band: { from: number; to: number }
}

const HEIGHT = 200
/** Two hundredths a bar: fifty bars are told apart, a hundred are not. */
const STEP = 2

/**
 * Decided comments by score, those marked over those not, with a line that can be dragged. Heights go by the square root, because
 * there are many more comments without a mark, and the few with one are what is looked for; the figures are in the table.
 */
export function ScoreHistogram({ label, marked, kept, tone, threshold, onThreshold, valueText, band }: ScoreHistogramProps) {
  const formats = useFormats()
  const id = useId()
  const plot = useRef<HTMLDivElement>(null)
  const bars = pairUp(marked, kept)
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.marked, bar.kept]))
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(2, (Math.sqrt(count / most) * HEIGHT) / 2 - 4))

  function moveTo(event: PointerEvent<HTMLElement>): void {
    const box = plot.current?.getBoundingClientRect()
    const next = box && box.width > 0 ? toHundredth((event.clientX - box.left) / box.width) : null
    if (next !== null) onThreshold(next)
  }
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId)
    moveTo(event)
  }

  return (
    <div dir="ltr" className="pt-6">
      <div
        ref={plot}
        className="relative cursor-ew-resize touch-pan-y select-none"
        onPointerDown={onPointerDown}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event)}
      >
        <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="block rounded-md bg-sunk">
          <ChartPatterns id={id} />
          <rect x={`${band.from * 100}%`} width={`${Math.max(0, band.to - band.from) * 100}%`} height={HEIGHT} fill="var(--accent-soft)" />
          <line x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="var(--line-field)" />
          {bars.map((bar) => (
            <g key={bar.from}>
              <Bar id={id} x={bar.from} y={HEIGHT / 2 - heightOf(bar.marked)} height={heightOf(bar.marked)} tone={tone} />
              <Bar id={id} x={bar.from} y={HEIGHT / 2} height={heightOf(bar.kept)} tone="neutral" />
            </g>
          ))}
        </svg>
        <Handle threshold={threshold} onThreshold={onThreshold} valueText={valueText} />
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-2xs text-ink-3">
        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
          <span key={tick}>{formatScore(formats, tick)}</span>
        ))}
      </div>
    </div>
  )
}

function Bar({ id, x, y, height, tone }: { id: string; x: number; y: number; height: number; tone: ChartTone }) {
  if (height === 0) return null
  return <rect x={`${x + 0.15}%`} width={`${STEP - 0.3}%`} y={y} height={height} strokeWidth={0.75} {...paintOf(tone, id)} />
}

const STEPS: Record<string, number> = {
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
}

function Handle({ threshold, onThreshold, valueText }: Pick<ScoreHistogramProps, 'threshold' | 'onThreshold' | 'valueText'>) {
  const t = useWords('scores')
  const formats = useFormats()
  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    onThreshold(toHundredth(threshold + step) ?? threshold)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('threshold')}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={threshold}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      className="absolute -top-6 bottom-0 flex w-6 -translate-x-1/2 flex-col items-center rounded-sm"
      style={{ left: `${threshold * 100}%` }}
    >
      <span className="rounded-sm bg-ink px-1 text-2xs leading-5 font-semibold text-bg">{formatScore(formats, threshold)}</span>
      <span className="w-0.5 flex-1 bg-ink" />
    </div>
  )
}

function pairUp(marked: Bins, kept: Bins): { from: number; marked: number; kept: number }[] {
  return Array.from({ length: marked.length / STEP }, (_, at) => {
    const sum = (bins: Bins) => bins.slice(at * STEP, (at + 1) * STEP).reduce((total, count) => total + count, 0)
    return { from: at * STEP, marked: sum(marked), kept: sum(kept) }
  })
}

'use client'

import { useId, useMemo, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { HourPoint } from '@/lib/contracts/article-page'
import type { DriftMap as DriftAnswer } from '@/lib/contracts/drift-map'
import { MAX_DRIFT_HOURS } from '@/lib/domain/drift/marks'
import { placeDrift, type PlacedMark } from '@/lib/domain/drift/place'
import { Callout } from '../../ui/callout'
import { useInstantFormat } from '../../ui/local-time'
import { useWords } from '../../words/words-context'
import { useFigures } from '../use-figures'
import { DriftFigure } from './drift-figure'
import { DriftKey } from './drift-key'
import { DriftTable } from './drift-table'
import { DriftThreads } from './drift-threads'
import { DriftView } from './drift-view'
import { WHOLE_VIEW } from './drift-data'
import { describeMark } from './drift-words'
import { moveAmong, moveOfKey } from './move'
import { panView, useDrift, zoomView } from './use-drift'
import { useWidth } from './use-width'

interface DriftMapProps {
  articleId: string
  start: DriftAnswer
  hours: readonly HourPoint[]
}

const HEIGHT = 300
/** What the server draws for; the browser measures its own. */
const USUAL_WIDTH = 820
const WHEN: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }

/** The thread tree over time: where the talk left the article, and which replies heated up. */
export function DriftMap({ articleId, start, hours }: DriftMapProps) {
  const t = useWords('discussion')
  const glossary = useWords('glossary')
  const figures = useFigures()
  const format = useInstantFormat()
  const id = useId()
  const [box, width] = useWidth(USUAL_WIDTH)
  const drift = useDrift(articleId, start, hours, width < 500 ? 220 : 500)
  const { marks: drawn, view, setView, names, grain } = drift
  const frame = useMemo(() => ({ width, height: HEIGHT }), [width])
  const { marks, scale } = useMemo(() => placeDrift(drawn, frame), [drawn, frame])
  const [pointed, setPointed] = useState<string | null>(null)
  const current = marks.find((mark) => mark.key === pointed) ?? marks[0]
  const moves = useDriftMoves({ drift, marks, current, box })
  const describe = (mark: PlacedMark) =>
    describeMark({ t, glossary, figures }, mark, names.get(mark.commentId) ?? null, format(new Date(mark.from).toISOString(), WHEN))
  const hrefOf = (mark: PlacedMark) =>
    mark.commentId === '' ? `#${id}` : `/queue?article=${articleId}&queue=newest&comment=${mark.commentId}`
  const ticks = listTicks(width < 500 ? [0, 1] : [0, 0.25, 0.5, 0.75, 1], (place) =>
    marks.length === 0 ? '' : format(new Date(scale.instantAt(place)).toISOString(), WHEN),
  )
  const isPart = view.from !== null || view.to !== null

  return (
    <div id={id}>
      <p className="text-sm text-ink-2">
        {t(`drift.${grain}`)} {t('drift.busy')}
        {grain === 'overview' && hours.length >= MAX_DRIFT_HOURS && ` ${t('drift.lastHours', { number: hours.length })}`}
      </p>
      <div className="mt-2 flex items-end gap-x-4 gap-y-1 max-sm:flex-col-reverse max-sm:items-stretch print:hidden">
        <p aria-hidden className="min-h-5 min-w-0 flex-1 text-sm text-ink-2 max-sm:min-h-10 sm:truncate">
          {current ? describe(current) : ''}
        </p>
        <DriftView
          isPart={isPart}
          isNarrowed={isPart || view.thread !== null}
          isLoading={drift.isLoading}
          onZoom={moves.zoom}
          onPan={(direction) => setView(panView(view, marks, direction))}
          onWhole={() => setView(WHOLE_VIEW)}
        />
      </div>
      <div dir="ltr" ref={box}>
        <DriftAxes ticks={ticks}>
          <DriftFigure
            frame={frame}
            marks={marks}
            current={current?.key ?? null}
            label={`${t(`drift.${grain}`)} ${t('drift.read')}`}
            hrefOf={hrefOf}
            describe={describe}
            onCurrent={(mark) => setPointed(mark.key)}
            onOpen={moves.open}
            onKeyDown={moves.press}
          />
        </DriftAxes>
      </div>
      {drift.isFailed && (
        <Callout tone="error" title={t('drift.failed')} className="mt-2">
          {t('drift.right')}
        </Callout>
      )}
      <DriftKey isFolded={marks.some((mark) => mark.comments > 1)} />
      <p className="mt-1 text-xs text-ink-3 pointer-coarse:hidden print:hidden">{t('drift.help')}</p>
      <DriftThreads drift={drift} onOpen={(thread) => setView({ ...WHOLE_VIEW, thread })} />
      <DriftTable marks={marks} describe={describe} hrefOf={hrefOf} />
    </div>
  )
}

interface DriftMovesProps {
  drift: ReturnType<typeof useDrift>
  marks: readonly PlacedMark[]
  /** The mark that is read. */
  current: PlacedMark | undefined
  box: RefObject<HTMLDivElement | null>
}

/** Moving about on the map: nearer and farther, into what a mark stands for, from mark to mark. */
function useDriftMoves({ drift: { view, setView }, marks, current, box }: DriftMovesProps) {
  function zoom(factor: 0.5 | 2): void {
    if (current) setView(zoomView(view, marks, current.at, factor))
  }
  function open(mark: PlacedMark, event: { preventDefault: () => void }): void {
    if (mark.comments === 1 && mark.commentId !== '') return
    event.preventDefault()
    const isItsThread = mark.threadId !== null && mark.threadId !== view.thread
    setView(isItsThread ? { ...WHOLE_VIEW, thread: mark.threadId } : { from: mark.from, to: mark.to, thread: view.thread })
  }
  function press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !current) return
    if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(2)
    else if (event.key === '0' || event.key === 'Escape') setView(WHOLE_VIEW)
    else {
      const move = moveOfKey(event.key, event.shiftKey)
      if (move === null) return
      const next = moveAmong(marks, current.key, move)
      if (next) box.current?.querySelector<SVGAElement>(`[data-mark="${CSS.escape(next.key)}"]`)?.focus()
    }
    event.preventDefault()
  }
  return { zoom, open, press }
}

/** What the places of the map mean: nearer to the article above, farther below, and the times from left to right. */
function DriftAxes({ ticks, children }: { ticks: readonly string[]; children: ReactNode }) {
  const t = useWords('discussion')
  return (
    <>
      <p aria-hidden className="text-end text-2xs text-ink-3">
        ↑ <bdi>{t('drift.close')}</bdi>
      </p>
      {children}
      <div aria-hidden className="mt-1 flex justify-between gap-x-3 text-2xs text-ink-3">
        {ticks.map((text, place) => (
          // On paper there is room for every second one.
          <bdi key={place} className={place % 2 === 1 ? 'print:hidden' : ''}>
            {text}
          </bdi>
        ))}
      </div>
      <p aria-hidden className="text-end text-2xs text-ink-3">
        ↓ <bdi>{t('drift.far')}</bdi>
      </p>
    </>
  )
}

/** The times below the map; a time that several places share is written once. */
function listTicks(places: readonly number[], nameOf: (place: number) => string): string[] {
  return [...new Set(places.map(nameOf))]
}

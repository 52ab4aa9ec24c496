'use client'

import { useMemo, type KeyboardEvent } from 'react'
import type { DriftFrame, PlacedMark } from '@/lib/domain/drift/place'
import { FoldShape, MarkShape } from './mark-shape'

interface DriftFigureProps {
  frame: DriftFrame
  marks: readonly PlacedMark[]
  /** The one mark that Tab reaches. */
  current: string | null
  /** What it shows, and how it is read by keyboard. */
  label: string
  hrefOf: (mark: PlacedMark) => string
  describe: (mark: PlacedMark) => string
  onCurrent: (mark: PlacedMark) => void
  onOpen: (mark: PlacedMark, event: { preventDefault: () => void }) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The map itself: the ground, the lines from answers to what they answer, the marks as links. */
export function DriftFigure(props: DriftFigureProps) {
  const { frame, marks, current, label, hrefOf, describe, onCurrent, onOpen, onKeyDown } = props
  const byKey = useMemo(() => new Map(marks.map((mark) => [mark.key, mark])), [marks])
  return (
    <svg
      role="group"
      aria-label={label}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width="100%"
      height={frame.height}
      preserveAspectRatio="xMidYMid meet"
      className="block rounded-md bg-panel print:h-auto"
      onKeyDown={onKeyDown}
    >
      <rect width={frame.width} height={frame.height / 2} fill="var(--sunk)" />
      <line x1={0} x2={frame.width} y1={frame.height / 2} y2={frame.height / 2} stroke="var(--line-strong)" strokeDasharray="2 4" />
      <g fill="none" stroke="var(--line-strong)" strokeWidth={1}>
        {marks.map((mark) => {
          const parent = mark.parentKey === null ? undefined : byKey.get(mark.parentKey)
          return parent && <path key={mark.key} d={curve(parent, mark)} />
        })}
      </g>
      {marks.map((mark) => (
        <a
          key={mark.key}
          href={hrefOf(mark)}
          data-mark={mark.key}
          tabIndex={mark.key === current ? 0 : -1}
          aria-label={describe(mark)}
          onFocus={() => onCurrent(mark)}
          onPointerEnter={() => onCurrent(mark)}
          onClick={(event) => onOpen(mark, event)}
          className="outline-none [&:focus-visible>.ring]:opacity-100"
        >
          {/* A ground that is easier to hit than the figure itself. */}
          <circle cx={mark.x} cy={mark.y} r={Math.max(mark.r + 2, 6)} fill="transparent" />
          <Shape mark={mark} />
          <circle className="ring opacity-0" cx={mark.x} cy={mark.y} r={mark.r + 4} fill="none" stroke="var(--focus)" strokeWidth={2.5} />
        </a>
      ))}
    </svg>
  )
}

function Shape({ mark: { tone, x, y, r, comments, uncivil } }: { mark: PlacedMark }) {
  if (comments === 1) return <MarkShape tone={tone} x={x} y={y} r={r} />
  return <FoldShape tone={tone} x={x} y={y} r={r} comments={comments} uncivil={uncivil} />
}

function curve(from: PlacedMark, to: PlacedMark): string {
  const middle = (from.x + to.x) / 2
  const round = (value: number) => Math.round(value * 10) / 10
  return `M${round(from.x)} ${round(from.y)}C${round(middle)} ${round(from.y)} ${round(middle)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`
}

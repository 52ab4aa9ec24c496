'use client'

import type { KeyboardEvent, PointerEvent } from 'react'

interface ReadingSliderProps {
  /** What is read, such as "Read the bars one by one". */
  label: string
  /** How many places there are. */
  count: number
  /** The place that is read, or null. */
  active: number | null
  onActive: (active: number | null) => void
  /** The figures of a place, in words; screen readers say it. */
  describe: (place: number) => string
}

const LEAPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at + 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at, count) => at + Math.ceil(count / 10),
  PageDown: (at, count) => at - Math.ceil(count / 10),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * Lies over a chart whose places stand side by side, and reads them: one by one with the arrow keys, or under the pointer.
 * A slider, because that is what a place along a line is, and every screen reader knows how to move one.
 */
export function ReadingSlider({ label, count, active, onActive, describe }: ReadingSliderProps) {
  if (count === 0) return null
  const at = Math.min(active ?? 0, count - 1)
  function leap(event: KeyboardEvent): void {
    if (event.key === 'Escape') return onActive(null)
    const move = LEAPS[event.key]
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onActive(active === null && event.key.startsWith('Arrow') ? at : Math.min(count - 1, Math.max(0, move(at, count))))
  }
  function point(event: PointerEvent): void {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    if (width > 0) onActive(Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * count))))
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={at + 1}
      aria-valuetext={describe(at)}
      onKeyDown={leap}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onActive(at)}
      onBlur={() => onActive(null)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => onActive(null)}
      className="absolute inset-0 z-10 touch-pan-y"
    />
  )
}

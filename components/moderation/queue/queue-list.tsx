'use client'

import { useTable } from '@tanstack/react-table'
import { useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { QueueRow as QueueRowData } from '@/lib/contracts/queue'
import { Skeleton } from '../../ui/skeleton'
import type { DeskRow } from './desk-row'
import { usePreferences } from '../frame/preferences-context'
import { QueueRow } from './queue-row'
import { rowColumns, rowFeatures } from './row-columns'
import { useRowWindow } from './use-row-window'
import type { Selection } from './use-selection'
import { useStable } from '../use-stable'

/** How many rows before the end the next page is asked for. */
const LOAD_BEFORE_END = 12

interface QueueListProps {
  label: string
  /** As the server sent them: the same array until the list itself changes, so that a decision builds no table rows anew. */
  served: QueueRowData[]
  /** The same rows as they stand now, in the same order. */
  rows: DeskRow[]
  /** Where the cursor stands among them; -1 when it is elsewhere. */
  index: number
  currentId: string | null
  /** How many comments the queue holds, as far as known; for screen readers. */
  total: number | undefined
  hasMore: boolean
  isLoadingMore: boolean
  selection: Selection
  canSelect: boolean
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onNearEnd: () => void
}

/** The rows, as a grid of which only what is in sight exists. It has the focus; the cursor is its active descendant. */
export function QueueList(props: QueueListProps) {
  const { label, served, rows, index, currentId, total, hasMore, isLoadingMore, selection, canSelect, onSelect, onOpen, onNearEnd } = props
  const isDense = usePreferences().preferences.density === 'dense'
  const scroll = useRef<HTMLDivElement>(null)
  const table = useTable({ features: rowFeatures, columns: rowColumns, data: served, getRowId: (row) => row.id })
  const models = table.getRowModel().rows
  const ids = useMemo(() => models.map((model) => model.id), [models])
  const { first, last, offset, height, watch, measure, reveal } = useRowWindow(ids)
  const selectRow = useStable(onSelect)
  const openRow = useStable(onOpen)
  const toggleRow = useStable((id: string, isRange: boolean) => (isRange ? selection.extendTo(id) : selection.toggle(id)))

  useLayoutEffect(() => (scroll.current ? watch(scroll.current) : undefined), [watch])
  useEffect(() => {
    if (index >= 0) reveal(index)
  }, [index, reveal])

  // The server draws rows before the keys work; this says from when they do.
  useEffect(() => {
    scroll.current?.setAttribute('data-ready', '')
    // The list is what one came for: the arrow keys work at once, unless the focus is somewhere already.
    if (document.activeElement === document.body) scroll.current?.focus({ preventScroll: true })
  }, [])

  const isNearEnd = hasMore && !isLoadingMore && Math.max(last, index) >= rows.length - LOAD_BEFORE_END
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, onNearEnd])

  function handleKey(event: KeyboardEvent): void {
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1, PageDown: index + 6, PageUp: index - 6 }[
      event.key
    ]
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const row = rows[Math.min(rows.length - 1, Math.max(0, target))]
    if (row) onSelect(row.id)
  }

  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={label}
      aria-rowcount={total ?? -1}
      aria-multiselectable={canSelect}
      aria-activedescendant={index >= first && index <= last ? `comment-${currentId}` : undefined}
      tabIndex={0}
      onKeyDown={handleKey}
      className="group/list scroll-quiet min-h-0 flex-1 contain-strict [overflow-anchor:none] overflow-y-auto -outline-offset-2! focus-visible:outline-none"
    >
      <div role="presentation" style={{ height: height }}>
        <div role="presentation" style={{ transform: `translateY(${offset}px)` }}>
          {models.slice(first, last + 1).map((model, place) => {
            const at = first + place
            const desk = rows[at]
            if (!desk) return null
            return (
              <QueueRow
                key={model.id}
                desk={desk}
                index={at}
                isCurrent={desk.id === currentId}
                isSelected={selection.ids.has(desk.id)}
                isSelecting={selection.ids.size > 0}
                isDense={isDense}
                canSelect={canSelect}
                measure={measure}
                onSelect={selectRow}
                onOpen={openRow}
                onToggle={toggleRow}
                model={model}
              />
            )
          })}
        </div>
      </div>
      {isLoadingMore && <RowSkeletons count={3} />}
    </div>
  )
}

/** Rows that are on their way, as high as rows are. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex h-29 flex-col gap-2 border-b border-line px-4 py-3">
          <Skeleton className="h-3 w-56 max-w-full" />
          <Skeleton className="h-3 w-80 max-w-full" />
          <Skeleton className="h-3.5 w-full" />
          <Skeleton className="h-4 w-32" />
        </div>
      ))}
    </div>
  )
}

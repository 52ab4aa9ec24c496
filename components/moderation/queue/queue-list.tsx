'use client'

import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { QueueRow as QueueRowData } from '@/lib/contracts/queue'
import { Skeleton } from '../../ui/skeleton'
import type { DeskRow } from './desk-row'
import { usePreferences } from '../frame/preferences-context'
import { QueueRow } from './queue-row'
import { rowColumns, rowFeatures } from './row-columns'
import { usePinnedCursor } from './use-pinned-cursor'
import type { Selection } from './use-selection'
import { useStable } from '../use-stable'

const ESTIMATED_HEIGHT = 116
/** How many rows before the end the next page is asked for. */
const LOAD_BEFORE_END = 12
const PADDING_START = 40
/** The current row stays above the list of kinds and reasons that opens over the bottom. */
const PADDING_END = 120
/** What the server draws before the size of the window is known. */
const FIRST_RECT = { width: 800, height: 1000 }

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
  const virtualizer = useRowsInSight(scroll, models, index)
  const items = virtualizer.getVirtualItems()
  const selectRow = useStable(onSelect)
  const openRow = useStable(onOpen)
  const toggleRow = useStable((id: string, isRange: boolean) => (isRange ? selection.extendTo(id) : selection.toggle(id)))
  useReady(scroll)

  const lastSeen = items.at(-1)?.index ?? 0
  const isNearEnd = hasMore && !isLoadingMore && Math.max(lastSeen, index) >= rows.length - LOAD_BEFORE_END
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
      aria-activedescendant={items.some((item) => item.index === index) ? `comment-${currentId}` : undefined}
      tabIndex={0}
      onKeyDown={handleKey}
      className="group/list scroll-quiet min-h-0 flex-1 contain-strict overflow-y-auto -outline-offset-2! focus-visible:outline-none"
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        <div role="presentation" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map((item) => {
            const model = models[item.index]
            const desk = rows[item.index]
            if (!model || !desk) return null
            return (
              <QueueRow
                key={item.key}
                desk={desk}
                index={item.index}
                isCurrent={desk.id === currentId}
                isSelected={selection.ids.has(desk.id)}
                isSelecting={selection.ids.size > 0}
                isDense={isDense}
                canSelect={canSelect}
                measure={virtualizer.measureElement}
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

/** Which rows are drawn: those in sight, and the one under the cursor, which is brought into sight. */
function useRowsInSight(scroll: RefObject<HTMLDivElement | null>, models: readonly { id: string }[], index: number) {
  // eslint-disable-next-line react-hooks/incompatible-library -- the list is not compiled; the virtualizer renders it
  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => models[index]?.id ?? index,
    overscan: 6,
    initialRect: FIRST_RECT,
    scrollPaddingStart: PADDING_START,
    scrollPaddingEnd: PADDING_END,
    // Rows beyond those in sight are there already: that more come into reach is drawn after the frame, not within it.
    useFlushSync: false,
  })
  usePinnedCursor(virtualizer, index)
  // Of a comment that is higher than the list its beginning is shown, not its end.
  const room = (virtualizer.scrollRect?.height ?? Infinity) - PADDING_START - PADDING_END
  const isHigh = (virtualizer.measurementsCache[index]?.size ?? 0) > room
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index, { align: isHigh ? 'start' : 'auto' })
  }, [index, isHigh, virtualizer])
  return virtualizer
}

/** The server draws rows before the keys work; this says from when they do. */
function useReady(scroll: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    scroll.current?.setAttribute('data-ready', '')
    // The list is what one came for: the arrow keys work at once, unless the focus is somewhere already.
    const { activeElement } = document
    // Whoever comes from another page, or from a search that found nothing, has it on the whole page.
    if (activeElement === document.body || activeElement?.id === 'main') scroll.current?.focus({ preventScroll: true })
  }, [scroll])
}

/** Rows that are on their way, as high as rows are. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex h-29 flex-col gap-2 border-b border-line py-3 ps-12 pe-4">
          <Skeleton className="h-3 w-56 max-w-full" />
          <Skeleton className="h-3 w-80 max-w-full" />
          <Skeleton className="h-3.5 w-full" />
          <Skeleton className="h-4 w-32" />
        </div>
      ))}
    </div>
  )
}

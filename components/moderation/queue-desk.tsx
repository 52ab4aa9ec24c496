'use client'

import { useRef, useState } from 'react'
import type { CommentStatus } from '@/lib/domain/comment'
import { joinClasses } from '../ui/class-names'
import type { Choosing } from './choice-list'
import { ContextPane } from './context-pane'
import { DecisionBar } from './decision-bar'
import { NowProvider } from './now'
import { isOnePane } from './one-pane'
import { FILTER_ID, QueueFilters } from './queue-filters'
import { QueueNav } from './queue-nav'
import { QueuePane } from './queue-pane'
import { useDecide } from './use-decide'
import { useDesk, type DeskStart } from './use-desk'
import { useDeskKeys } from './use-desk-keys'
import { useKeptPlace } from './use-kept-place'
import type { Viewer } from './viewer'

/** The moderator's home: queues on the left, the list in the middle, the context on the right; one at a time on a phone. */
export function QueueDesk({ viewer, start }: { viewer: Viewer; start: DeskStart }) {
  const desk = useDesk(viewer, start)
  const deciding = useDecide(desk)
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const [isFilterOpen, setFilterOpen] = useState(false)
  const [loads, setLoads] = useState(0)
  const contextPane = useRef<HTMLElement>(null)
  const { filters, rows, current, list, counts, address, setAddress, select } = desk
  const isContextShown = address.pane === 'context'

  function changeFilters(change: { article?: string | null; status?: CommentStatus[] | null }): void {
    setChoosing(null)
    // Each view is a step in the history: the back button leads to the one before, not out of the desk.
    void setAddress({ ...change, comment: null }, { history: 'push' })
  }
  function openContext(id?: string): void {
    if (id !== undefined) select(id)
    // A step of its own in the history: the phone's back button leads back to the list.
    if (isOnePane()) void setAddress({ pane: 'context' }, { history: 'push' })
    requestAnimationFrame(() => contextPane.current?.focus({ preventScroll: true }))
  }
  function closeContext(): void {
    if (isContextShown) void setAddress({ pane: null })
    focusList()
  }
  function focusList(): void {
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }))
  }
  function leaveFilter(): void {
    setFilterOpen(false)
    focusList()
  }
  async function refresh(): Promise<void> {
    if (await desk.refresh()) setLoads((count) => count + 1)
  }
  function showFilter(): void {
    setFilterOpen(true)
    requestAnimationFrame(() => document.getElementById(FILTER_ID)?.focus())
  }

  useDeskKeys({
    viewer,
    desk,
    deciding,
    choosing,
    onChoosing: setChoosing,
    onFilter: showFilter,
    onOpen: () => openContext(),
    onBack: closeContext,
  })

  useKeptPlace(desk)

  const index = rows.findIndex((row) => row.id === current?.id)
  const total = list.hasNextPage ? (counts?.[filters.queue] ?? rows.length) : rows.length

  return (
    <NowProvider serverNow={desk.serverNow}>
      <h1 className="sr-only">Queue</h1>
      <div className="desk-panes h-[calc(100dvh-3rem)]">
        <div
          className={joinClasses(
            'scroll-quiet bg-bg [grid-area:queues] max-lg:border-b max-lg:border-line max-lg:px-2 lg:overflow-y-auto lg:border-r lg:border-line lg:p-2.5',
            isContextShown && 'max-md:hidden',
          )}
        >
          <QueueNav
            queue={filters.queue}
            counts={counts}
            onChoose={(queue) => {
              setChoosing(null)
              if (queue !== filters.queue) void setAddress({ queue, comment: null }, { history: 'push' })
            }}
          />
          <div
            className={joinClasses(
              'px-2.5 max-lg:pt-1.5 max-lg:pb-3 lg:mt-5 lg:border-t lg:border-line lg:pt-4',
              !isFilterOpen && 'max-lg:hidden',
            )}
          >
            <QueueFilters filters={filters} articles={start.articles} onChange={changeFilters} onLeave={leaveFilter} />
          </div>
        </div>
        <QueuePane
          desk={desk}
          articles={start.articles}
          loads={loads}
          isFilterOpen={isFilterOpen}
          className={joinClasses('[grid-area:list]', isContextShown && 'max-md:invisible')}
          onToggleFilter={() => setFilterOpen(!isFilterOpen)}
          onRefresh={() => void refresh()}
          onFilter={changeFilters}
          onSelect={(id) => {
            setChoosing(null)
            select(id)
          }}
          onOpen={openContext}
        />
        <div
          className={joinClasses(
            'min-h-0 min-w-0 [grid-area:context] max-md:[grid-area:list] md:border-l md:border-line',
            !isContextShown && 'max-md:invisible',
          )}
        >
          <ContextPane
            ref={contextPane}
            current={current}
            context={desk.context.data}
            error={desk.context.error}
            onRetry={() => void desk.context.refetch()}
            onSelect={select}
            onBack={closeContext}
          />
        </div>
        <div className="min-w-0 [grid-area:bar]">
          <DecisionBar
            viewer={viewer}
            current={current}
            place={index < 0 ? '' : `${index + 1} of ${total.toLocaleString('en')}`}
            choosing={choosing}
            onChoosing={setChoosing}
            onDecide={(act) => {
              setChoosing(null)
              void deciding.decide(act)
            }}
            onUndo={() => void deciding.undo()}
            onDismiss={() => current && desk.store.dismissNotice(current.id)}
          />
        </div>
      </div>
    </NowProvider>
  )
}

'use client'

import dynamic from 'next/dynamic'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { listSorts } from '@/lib/domain/queues'
import { joinClasses } from '../ui/class-names'
import { useWords } from '../words/words-context'
import type { Choosing } from './choice-list'
import { ContextPane } from './context-pane'
import { DecisionBar } from './decision-bar'
import { toFilter } from './desk-api'
import { SurroundingsProvider } from './desk-surroundings'
import { LineNotice } from './line-notice'
import { NowProvider } from './now'
import { isOnePane } from './one-pane'
import { Presence } from './presence'
import { QueueFilters, type FilterChange } from './queue-filters'
import { QueueNav } from './queue-nav'
import { QueuePane } from './queue-pane'
import { SavedViews } from './saved-views'
import { focusSearch, SearchBox } from './search-box'
import { useClaim } from './use-claim'
import { useDecide } from './use-decide'
import { useDesk, type DeskStart } from './use-desk'
import { useDeskCommands } from './use-desk-commands'
import { useDeskKeys } from './use-desk-keys'
import { useKeptPlace } from './use-kept-place'
import { useSelection } from './use-selection'
import { useStable } from './use-stable'
import type { Viewer } from './viewer'

const BatchDialog = dynamic(() => import('./batch-dialog').then((module) => module.BatchDialog), { ssr: false })
const AssignDialog = dynamic(() => import('./assign-dialog').then((module) => module.AssignDialog), { ssr: false })

/** The moderator's home: queues on the left, the list in the middle, the context on the right; one at a time on a phone. */
export function QueueDesk({ viewer, start }: { viewer: Viewer; start: DeskStart }) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const router = useRouter()
  const desk = useDesk(viewer, start)
  const { filters, rows, current, list, counts, address, setAddress, select, live } = desk
  const selection = useSelection(rows.map((row) => row.id))
  const deciding = useDecide(desk, selection)
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const [dialog, setDialog] = useState<'batch' | 'assign' | null>(null)
  const [isFilterOpen, setFilterOpen] = useState(false)
  const [loads, setLoads] = useState(0)
  const contextPane = useRef<HTMLElement>(null)
  const isContextShown = address.pane === 'context'
  const isDeciding = viewer.role !== 'editor'
  useClaim(desk.currentId, isDeciding)

  function changeFilters(change: FilterChange): void {
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
  function leaveContext(): void {
    if (isContextShown) void setAddress({ pane: null })
    else if (address.mode === 'one') void setAddress({ mode: null })
    focusList()
  }
  function focusList(): void {
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }))
  }
  function leaveFilter(): void {
    setFilterOpen(false)
    focusList()
  }
  function showSearch(): void {
    if (focusSearch()) return
    setFilterOpen(true)
    requestAnimationFrame(focusSearch)
  }
  async function refresh(): Promise<void> {
    if (await desk.refresh()) setLoads((count) => count + 1)
  }
  const switchMode = () => void setAddress({ mode: address.mode === 'one' ? null : 'one' }).then(focusList)
  const escalate = () => current !== null && selection.ids.size === 0 && setDialog('assign')
  function chooseQueue(queue: typeof filters.queue): void {
    setChoosing(null)
    const sort = filters.sort !== null && listSorts(queue).includes(filters.sort) ? filters.sort : null
    if (queue !== filters.queue) void setAddress({ queue, sort, comment: null }, { history: 'push' })
  }

  useDeskKeys({
    ...{ viewer, desk, selection, deciding, choosing },
    onChoosing: setChoosing,
    onSearch: showSearch,
    onOpen: () => openContext(),
    onOneByOne: switchMode,
    onEscalate: escalate,
    onBack: leaveContext,
  })
  useDeskCommands({
    ...{ viewer, desk, views: start.views, deciding },
    onQueue: chooseQueue,
    onView: (query) => router.push(`/queue?${query}`),
    onOneByOne: switchMode,
    onEscalate: escalate,
    onDecideAll: () => setDialog('batch'),
    onChoosing: setChoosing,
    onRefresh: () => void refresh(),
  })
  useKeptPlace(desk)

  // The cursor is drawn first and what is around the comment right after it: a key must not wait for the thread.
  const { data, error } = desk.context
  const around = useDeferredValue(useMemo(() => ({ current, data, error }), [current, data, error]))
  const retryContext = useStable(() => void desk.context.refetch())
  const leaveToList = useStable(leaveContext)
  const selectAround = useStable(select)

  const index = rows.findIndex((row) => row.id === current?.id)
  const total = list.hasNextPage ? (counts?.[filters.queue] ?? rows.length) : rows.length
  const place = index < 0 ? '' : t('place', { index: index + 1, total })

  return (
    <NowProvider serverNow={desk.serverNow}>
      <SurroundingsProvider value={{ claims: live.claims, isOffline: desk.held > 0 }}>
        <h1 className="sr-only">{t('title')}</h1>
        <div className="flex h-[calc(100dvh-3rem)] flex-col">
          <LineNotice live={live} held={desk.held} />
          <div className="desk-panes min-h-0 flex-1">
            <div
              className={joinClasses(
                'scroll-quiet bg-bg [grid-area:queues] max-lg:border-b max-lg:border-line max-lg:px-2 lg:overflow-y-auto lg:border-e lg:border-line lg:p-2.5',
                isContextShown && 'max-md:hidden',
              )}
            >
              <Presence others={live.others} />
              <QueueNav queue={filters.queue} counts={counts} onChoose={chooseQueue} />
              <div
                className={joinClasses(
                  'flex flex-col gap-4 max-lg:pt-1.5 max-lg:pb-3 lg:mt-4 lg:border-t lg:border-line lg:pt-3',
                  !isFilterOpen && 'max-lg:hidden',
                  'max-lg:max-h-[55dvh] max-lg:overflow-y-auto',
                )}
              >
                <SavedViews start={start.views} readAddress={readAddress} onOpen={(query) => router.push(`/queue?${query}`)} />
                <div className="px-2.5">
                  <QueueFilters
                    filters={filters}
                    articles={start.articles}
                    sections={start.sections}
                    onChange={changeFilters}
                    onLeave={leaveFilter}
                  >
                    <SearchBox
                      className="sm:col-span-2 md:hidden"
                      value={filters.q}
                      onSearch={(q) => changeFilters({ q })}
                      onLeave={leaveFilter}
                    />
                  </QueueFilters>
                </div>
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
              selection={selection}
              canSelect={isDeciding}
              place={place}
              onMode={switchMode}
              onSelect={(id) => {
                setChoosing(null)
                select(id)
              }}
              onOpen={openContext}
            />
            <div
              className={joinClasses(
                'min-h-0 min-w-0 [grid-area:context] max-md:[grid-area:list] md:border-s md:border-line',
                !isContextShown && 'max-md:invisible',
              )}
            >
              <ContextPane
                ref={contextPane}
                current={around.current}
                context={around.data}
                error={around.error}
                onRetry={retryContext}
                onSelect={selectAround}
                onBack={leaveToList}
                isDeciding={isDeciding}
              />
            </div>
            <div className="min-w-0 [grid-area:bar]">
              <DecisionBar
                viewer={viewer}
                current={current}
                place={place}
                choosing={choosing}
                onChoosing={setChoosing}
                onDecide={(act) => {
                  setChoosing(null)
                  void deciding.decide(act)
                }}
                onUndo={() => void deciding.undo()}
                onEscalate={escalate}
                onDismiss={() => current && desk.store.dismissNotice(current.id)}
                selected={selection.ids.size}
                onClearSelection={selection.clear}
                onDecideAll={rows.length > 0 ? () => setDialog('batch') : null}
              />
            </div>
          </div>
        </div>
        {dialog === 'batch' && (
          <BatchDialog
            what={t('everything', { queue: glossary(`queue.${filters.queue}`) })}
            of={{ kind: 'queue', queue: filters.queue, filter: toFilter(filters) }}
            onDone={() => void refresh()}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'assign' && current !== null && (
          <AssignDialog
            commentId={current.id}
            people={start.people}
            viewerId={viewer.id}
            onDone={() => void desk.context.refetch()}
            onClose={() => setDialog(null)}
          />
        )}
      </SurroundingsProvider>
    </NowProvider>
  )
}

/** The queue and its filters as they stand in the address, without the comment and the pane that are open. */
function readAddress(): string {
  const query = new URLSearchParams(location.search)
  for (const name of ['comment', 'pane', 'mode']) query.delete(name)
  return query.toString()
}

'use client'

import { useMemo, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import type { SavedView } from '@/lib/contracts/teamwork'
import { joinClasses } from '../../ui/class-names'
import { laterDialog, usePreloadInUse } from '../../ui/later'
import { useWords } from '../../words/words-context'
import { ContextPane } from '../context/context-pane'
import { NoteForm } from '../context/context-notes'
import { isExchange } from '../context/near-thread'
import { ChoiceList, DecisionBar } from '../decision/decision-bar'
import type { DeskAct } from '../decision/desk-act'
import { SurroundingsProvider } from '../frame/desk-surroundings'
import { LineNotice } from '../live/line-notice'
import { NowProvider } from '../now'
import type { QueueDialog } from './queue-dialogs'
import { QueuePane } from './queue-pane'
import { QueueSide } from './queue-side'
import { useChoosing } from '../decision/use-choosing'
import { useClaim } from '../live/use-claim'
import { useDecide } from '../decision/use-decide'
import { useDesk, type DeskStart } from './use-desk'
import { useDeskCommands } from './use-desk-commands'
import { useDeskKeys } from './use-desk-keys'
import { useDeskWays } from './use-desk-ways'
import { useKeptFocus } from './use-kept-focus'
import { useKeptPlace } from './use-kept-place'
import { useSelection } from './use-selection'
import { WavesProvider } from './waves-context'
import { useStable } from '../use-stable'
import type { Viewer } from '../viewer'

const QueueDialogs = laterDialog(() => import('./queue-dialogs').then((module) => module.QueueDialogs))

const OPENED_IN_USE = [QueueDialogs, ChoiceList, NoteForm]

export interface QueueDeskProps {
  viewer: Viewer
  start: DeskStart
}

/** The moderator's home: queues on the left, the list in the middle, the context on the right; one at a time on a phone. */
export function QueueDesk({ viewer, start }: QueueDeskProps) {
  const t = useWords('queue')
  const router = useRouter()
  const desk = useDesk(viewer, start)
  const { filters, rows, current, list, counts, address, select, live } = desk
  const { waves } = desk
  const selection = useSelection(desk.ids, waves.waves, desk.heard)
  const [dialog, setDialog] = useState<QueueDialog | null>(null)
  const deciding = useDecide(desk, selection, (waveId, act) => setDialog({ of: 'wave', waveId, act }))
  const [views, setViews] = useState<readonly SavedView[]>(start.views)
  const [choosing, setChoosing] = useChoosing(desk.currentId)
  const [isFilterOpen, setFilterOpen] = useState(false)
  const contextPane = useRef<HTMLElement>(null)
  const isContextShown = address.pane === 'context'
  const isDeciding = viewer.role !== 'editor'
  useClaim(desk.currentId, isDeciding, desk.currentId !== null && live.claims.has(desk.currentId))

  // Handlers that stay the same: what they are given to is drawn again only when its data changes, not with every key.
  const ways = useDeskWays({ desk, contextPane, onLeaving: () => setChoosing(null), onFilterOpen: setFilterOpen })
  const toggleFilter = useStable(() => setFilterOpen(!isFilterOpen))
  const refresh = useStable(() => void desk.refresh())
  const escalate = useStable(() => {
    const commentIds = selection.ids.size > 0 ? [...selection.ids] : current === null ? [] : [current.id]
    if (commentIds.length > 0) setDialog({ of: 'assignment', commentIds })
  })
  const [wholeOf, setWholeOf] = useState<string | null>(null)
  const isWhole = wholeOf !== null && wholeOf === desk.currentId
  const showWhole = useStable((isAll: boolean) => setWholeOf(isAll ? desk.currentId : null))
  const openExchange = useStable(() => {
    const { data } = desk.context
    if (data?.row.id === desk.currentId && isExchange(data.thread.entries)) setDialog({ of: 'exchange', isWhole })
  })
  const decideAll = useStable(() => setDialog({ of: 'queue' }))
  const openView = useStable((query: string) => router.push(`/queue?${query}`))
  const selectRow = useStable((id: string) => {
    setChoosing(null)
    select(id)
  })
  const step = (by: number) => {
    const row = rows[desk.index + by]
    if (row !== undefined) selectRow(row.id)
  }
  const goBack = useStable(() => step(-1))
  const goOn = useStable(() => step(1))
  const decide = useStable((act: DeskAct) => {
    setChoosing(null, true)
    void deciding.decide(act)
  })
  const undo = useStable(() => void deciding.undo())
  const dismiss = useStable(() => current && desk.store.dismissNotice(current.id))

  useDeskKeys({
    ...{ viewer, desk, selection, deciding, choosing },
    onChoosing: setChoosing,
    onSearch: ways.showSearch,
    onOpen: () => ways.openContext(),
    onOneByOne: ways.switchMode,
    onEscalate: escalate,
    onExchange: openExchange,
    onRefresh: refresh,
    onBack: ways.leaveContext,
    onList: ways.goToList,
  })
  useDeskCommands({
    ...{ viewer, desk, views, deciding },
    onQueue: ways.chooseQueue,
    onView: openView,
    onOneByOne: ways.switchMode,
    onEscalate: escalate,
    onExchange: openExchange,
    onDecideAll: decideAll,
    onChoosing: setChoosing,
    onRefresh: refresh,
  })
  useKeptPlace(desk)
  useKeptFocus()
  usePreloadInUse(OPENED_IN_USE)

  const retryContext = useStable(() => void desk.context.refetch())
  const selectAround = useStable(select)

  const { queue } = filters
  const surroundings = useMemo(
    () => ({ viewerId: viewer.id, queue, claims: live.claims, isOffline: desk.held > 0 }),
    [viewer.id, queue, live.claims, desk.held],
  )

  const total = list.hasNextPage ? (counts?.[filters.queue] ?? desk.comments.length) : desk.comments.length
  const place = desk.ordinal === undefined ? '' : t('place', { index: desk.ordinal + 1, total })

  return (
    <NowProvider serverNow={desk.serverNow}>
      <SurroundingsProvider value={surroundings}>
        <WavesProvider value={waves}>
          <h1 className="sr-only">{t('title')}</h1>
          <div className="flex h-[calc(100dvh-3rem)] flex-col">
            <LineNotice line={live.line} held={desk.held} isSignedOut={desk.isSignedOut} />
            <div className="desk-panes min-h-0 flex-1">
              <QueueSide
                start={start}
                views={views}
                onViews={setViews}
                filters={filters}
                typed={desk.address.q}
                counts={counts}
                isFilterOpen={isFilterOpen}
                isContextShown={isContextShown}
                onQueue={ways.chooseQueue}
                onView={openView}
                onFilter={ways.changeFilters}
                onLeave={ways.leaveFilter}
              />
              <QueuePane
                desk={desk}
                articles={start.articles}
                isFilterOpen={isFilterOpen}
                className={joinClasses('[grid-area:list]', isContextShown && 'max-md:invisible')}
                onToggleFilter={toggleFilter}
                onRefresh={refresh}
                onFilter={ways.changeFilters}
                selection={selection}
                canSelect={isDeciding}
                canConnect={viewer.role === 'admin'}
                place={place}
                onMode={ways.switchMode}
                onSelect={selectRow}
                onOpen={ways.openContext}
              />
              <div
                className={joinClasses(
                  'min-h-0 min-w-0 [grid-area:context] max-md:[grid-area:list] md:border-s md:border-line',
                  !isContextShown && 'max-md:invisible',
                )}
              >
                <ContextPane
                  ref={contextPane}
                  current={current}
                  context={desk.context.data}
                  error={desk.context.error}
                  onRetry={retryContext}
                  onSelect={selectAround}
                  onBack={ways.leaveContext}
                  place={place}
                  hasPrevious={rows[desk.index - 1] !== undefined}
                  hasNext={rows[desk.index + 1] !== undefined}
                  onPrevious={goBack}
                  onNext={goOn}
                  isBeside={desk.address.mode === 'one'}
                  isDeciding={isDeciding}
                  isWhole={isWhole}
                  onWhole={showWhole}
                  onExchange={openExchange}
                  isLoading={list.isPending}
                />
              </div>
              <div className="min-w-0 [grid-area:bar]">
                <DecisionBar
                  viewer={viewer}
                  current={current}
                  featureOption={current === null ? null : desk.store.findFeatureOption(current.row)}
                  place={place}
                  choosing={choosing}
                  onChoosing={setChoosing}
                  onDecide={decide}
                  onUndo={undo}
                  onEscalate={escalate}
                  onDismiss={dismiss}
                  selected={selection.ids.size}
                  onClearSelection={selection.clear}
                  onDecideAll={rows.length > 0 ? decideAll : null}
                />
              </div>
            </div>
          </div>
          {dialog !== null && (
            <QueueDialogs
              dialog={dialog}
              desk={desk}
              viewer={viewer}
              people={start.people}
              deciding={deciding}
              onHanded={(ids) => {
                selection.clear()
                deciding.leave(new Set(ids))
              }}
              onDone={refresh}
              onClose={() => setDialog(null)}
            />
          )}
        </WavesProvider>
      </SurroundingsProvider>
    </NowProvider>
  )
}

'use client'

import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { later, laterDialog, usePreloadInUse } from '../../ui/later'
import { useWords } from '../../words/words-context'
import { NoteForm } from '../context/context-notes'
import { ChoiceList } from '../decision/decision-bar'
import { useChoosing } from '../decision/use-choosing'
import { useDecide } from '../decision/use-decide'
import { SurroundingsProvider } from '../frame/desk-surroundings'
import { isTold } from '../live/live-line'
import { useClaim } from '../live/use-claim'
import { NowProvider } from '../now'
import { useStable } from '../use-stable'
import type { Viewer } from '../viewer'
import type { DeskStart } from './desk-start'
import type { QueueDialog } from './queue-dialogs'
import { AllDecided, QueueEmpty } from './queue-pane'
import { DeskPanes } from './desk-panes'
import { useDesk, type Desk } from './use-desk'
import { useDeskActs } from './use-desk-acts'
import { useDeskCommands } from './use-desk-commands'
import { useDeskKeys } from './use-desk-keys'
import { useDeskWays } from './use-desk-ways'
import { useKeptFocus } from './use-kept-focus'
import { useKeptPlace } from './use-kept-place'
import { useSelection } from './use-selection'
import { useWholeThread } from './use-whole-thread'
import { WavesProvider } from './waves-context'

const QueueDialogs = laterDialog(() => import('./queue-dialogs').then((module) => module.QueueDialogs))

const LineNotice = later(
  () => import('../live/line-notice').then((module) => module.LineNotice),
  null,
  () => null,
)

const OPENED_IN_USE = [QueueDialogs, ChoiceList, NoteForm, QueueEmpty, AllDecided]

export interface QueueDeskProps {
  viewer: Viewer
  start: DeskStart
}

/** The moderator's home: queues on the left, the list in the middle, the context on the right; one at a time on a phone. */
export function QueueDesk({ viewer, start }: QueueDeskProps) {
  const desk = useDesk(viewer, start)
  const selection = useSelection(desk.ids, desk.waves.waves, desk.heard)
  const [dialog, setDialog] = useState<QueueDialog | null>(null)
  const deciding = useDecide(desk, selection, (waveId, act) => setDialog({ of: 'wave', waveId, act }))
  const [views, setViews] = useState<readonly SavedView[]>(start.views)
  const [choosing, setChoosing] = useChoosing(desk.currentId)
  const [isFilterOpen, setFilterOpen] = useState(false)
  const toggleFilter = useStable(() => setFilterOpen(!isFilterOpen))
  const [isWhole, showWhole] = useWholeThread(desk.currentId)
  const contextPane = useRef<HTMLElement>(null)
  useClaim(desk.currentId, viewer.role !== 'editor', desk.currentId !== null && desk.live.claims.has(desk.currentId))

  const ways = useDeskWays({ desk, contextPane, onLeaving: () => setChoosing(null), onFilterOpen: setFilterOpen })
  const acts = useDeskActs({ desk, selection, deciding, isWhole, onChoosing: setChoosing, onDialog: setDialog })
  useDeskKeys({ viewer, desk, selection, deciding, ways, acts, choosing, onChoosing: setChoosing })
  useDeskCommands({ viewer, desk, views, deciding, ways, acts, onChoosing: setChoosing })
  useKeptPlace(desk)
  useKeptFocus()
  // Without a connection it could not be fetched, so it does not wait for the browser to be idle.
  useEffect(() => LineNotice.preload(), [])
  usePreloadInUse(OPENED_IN_USE)

  return (
    <QueueProviders viewer={viewer} desk={desk}>
      <div className="flex h-[calc(100dvh-3rem)] min-h-80 flex-col">
        {(desk.held > 0 || isTold(desk.live.line)) && <LineNotice line={desk.live.line} held={desk.held} isSignedOut={desk.isSignedOut} />}
        <DeskPanes
          {...{ viewer, start, desk, selection, ways, acts, contextPane, views, choosing, isFilterOpen, isWhole }}
          onViews={setViews}
          onChoosing={setChoosing}
          onToggleFilter={toggleFilter}
          onWhole={showWhole}
        />
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
          onDone={acts.refresh}
          onClose={() => setDialog(null)}
        />
      )}
    </QueueProviders>
  )
}

/** What parts of the desk ask for wherever they stand: the time, who is looking and who else is here, the waves. */
function QueueProviders({ viewer, desk, children }: { viewer: Viewer; desk: Desk; children: ReactNode }) {
  const t = useWords('queue')
  const { live, held, serverNow, waves } = desk
  const { queue } = desk.filters
  const surroundings = useMemo(
    () => ({ viewerId: viewer.id, queue, claims: live.claims, isOffline: held > 0 }),
    [viewer.id, queue, live.claims, held],
  )
  return (
    <NowProvider serverNow={serverNow}>
      <SurroundingsProvider value={surroundings}>
        <WavesProvider value={waves}>
          <h1 className="sr-only">{t('title')}</h1>
          {children}
        </WavesProvider>
      </SurroundingsProvider>
    </NowProvider>
  )
}

import type { RefObject } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import { ContextPane } from '../context/context-pane'
import type { Choosing } from '../decision/choices'
import { DecisionBar } from '../decision/decision-bar'
import type { Choose } from '../decision/use-choosing'
import { QueuePane, type QueuePaneProps } from './queue-pane'
import { QueueSide } from './queue-side'
import type { Desk } from './use-desk'

interface DeskPanesProps extends Omit<QueuePaneProps, 'place'> {
  contextPane: RefObject<HTMLElement | null>
  views: readonly SavedView[]
  onViews: (views: SavedView[]) => void
  choosing: Choosing | null
  onChoosing: Choose
  /** Whether all of the thread is shown. */
  isWhole: boolean
  onWhole: (isWhole: boolean) => void
}

/** The queues on the left, the list in the middle, the comment on the right, what is decided below them; on a phone, the list or the comment. */
export function DeskPanes(props: DeskPanesProps) {
  const { start, desk, ways, views, onViews, isFilterOpen } = props
  const { filters, address, counts } = desk
  const place = usePlace(desk)
  return (
    <div className="desk-panes min-h-0 flex-1">
      <QueueSide
        start={start}
        views={views}
        onViews={onViews}
        filters={filters}
        typed={address.q}
        counts={counts}
        isFilterOpen={isFilterOpen}
        isContextShown={address.pane === 'context'}
        onQueue={ways.chooseQueue}
        onView={ways.openView}
        onFilter={ways.changeFilters}
        onLeave={ways.leaveFilter}
      />
      <QueuePane {...props} place={place} />
      <CommentSide {...props} place={place} />
      <DecidingSide {...props} place={place} />
    </div>
  )
}

/** Which of the queue's comments the cursor is at, in words; nothing where it is at none of them. */
function usePlace({ list, counts, comments, filters, ordinal }: Desk): string {
  const t = useWords('queue')
  const total = list.hasNextPage ? (counts?.[filters.queue] ?? comments.length) : comments.length
  return ordinal === undefined ? '' : t('place', { index: ordinal + 1, total })
}

type SideProps = DeskPanesProps & { place: string }

function CommentSide({ viewer, desk, ways, acts, contextPane, isWhole, onWhole, place }: SideProps) {
  const { rows, index, context } = desk
  return (
    <div
      className={joinClasses(
        'min-h-0 min-w-0 [grid-area:context] max-md:[grid-area:list] md:border-s md:border-line',
        desk.address.pane !== 'context' && 'max-md:invisible',
      )}
    >
      <ContextPane
        ref={contextPane}
        current={desk.current}
        context={context.data}
        error={context.error}
        onRetry={acts.retryContext}
        onSelect={ways.selectAround}
        onBack={ways.leaveContext}
        place={place}
        hasPrevious={rows[index - 1] !== undefined}
        hasNext={rows[index + 1] !== undefined}
        onPrevious={ways.goBack}
        onNext={ways.goOn}
        isBeside={desk.address.mode === 'one'}
        isDeciding={viewer.role !== 'editor'}
        isWhole={isWhole}
        onWhole={onWhole}
        onExchange={acts.openExchange}
        isLoading={desk.list.isPending}
      />
    </div>
  )
}

function DecidingSide({ viewer, desk, selection, acts, choosing, onChoosing, place }: SideProps) {
  const { current, rows, store } = desk
  return (
    <div className="min-w-0 [grid-area:bar]">
      <DecisionBar
        viewer={viewer}
        current={current}
        featureOption={current === null ? null : store.findFeatureOption(current.row)}
        // One by one, it stands above the comment.
        place={desk.address.mode === 'one' ? '' : place}
        choosing={choosing}
        onChoosing={onChoosing}
        onDecide={acts.decide}
        onUndo={acts.undo}
        onEscalate={acts.escalate}
        onDismiss={acts.dismiss}
        selected={selection.ids.size}
        onClearSelection={selection.clear}
        onDecideAll={rows.length > 0 ? acts.decideAll : null}
      />
    </div>
  )
}

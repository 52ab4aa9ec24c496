import { FlexRender, type Row } from '@tanstack/react-table'
import { memo } from 'react'
import type { QueueRow as QueueRowData } from '@/lib/contracts/queue'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import type { DeskRow } from './desk-row'
import { isOnePane } from './one-pane'
import { usePreferences } from '../frame/preferences-context'
import { DrawnRowProvider, type rowFeatures } from './row-columns'

interface QueueRowProps {
  desk: DeskRow
  index: number
  isCurrent: boolean
  isSelected: boolean
  isSelecting: boolean
  isDense: boolean
  canSelect: boolean
  measure: (element: HTMLElement | null) => void
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onToggle: (id: string, isRange: boolean) => void
  /** The table's row, which knows the columns. */
  model: Row<typeof rowFeatures, QueueRowData>
}

/**
 * A row of the list: its checkbox, then its cells as areas of a grid. Its cells show what is in `desk`, so it is drawn again
 * when that or its standing changes, and not when its neighbours do. The cells are made here: a row that stays makes none.
 */
export const QueueRow = memo(DrawnRow)

function DrawnRow(props: QueueRowProps) {
  const { desk, index, isCurrent, isSelected, isSelecting, isDense, canSelect, measure, onSelect, onOpen, onToggle, model } = props
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const hidden: readonly string[] = usePreferences().preferences.hiddenColumns
  const cells = model.getAllCells().filter((cell) => !hidden.includes(cell.column.id))
  const name = desk.row.commenter?.name ?? glossary('unknownAuthor')
  return (
    <div
      ref={measure}
      data-index={index}
      id={`comment-${desk.id}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isCurrent}
      // Where there is one pane, touching a row leads to its context; while rows are being selected, to the next choice.
      onClick={(event) => {
        if (isSelecting && isOnePane()) return onToggle(desk.id, false)
        if (event.shiftKey && canSelect) return onToggle(desk.id, true)
        return isOnePane() ? onOpen(desk.id) : onSelect(desk.id)
      }}
      onDoubleClick={() => onOpen(desk.id)}
      className={joinClasses(
        'group/row grid cursor-default gap-x-3 contain-content border-b border-s-[3px] border-b-line pe-4 ps-2',
        canSelect ? 'grid-cols-[auto_minmax(0,1fr)_auto]' : 'grid-cols-[0_minmax(0,1fr)_auto]',
        isDense ? 'py-2' : 'py-3.5',
        isCurrent
          ? 'border-s-accent bg-accent-soft group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-focus'
          : isSelected
            ? 'border-s-transparent bg-sunk'
            : 'border-s-transparent hover:bg-bg',
      )}
    >
      <div role="gridcell" className="row-span-2">
        {canSelect && (
          <label
            // Where a finger points it reaches to the row's edge and to the text, which stand no further apart for it.
            className="-my-0.5 grid size-6 cursor-pointer place-items-center pointer-coarse:-ms-2 pointer-coarse:-me-3 pointer-coarse:size-11"
            onClick={(event) => event.stopPropagation()}
          >
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('row.select', { name })}
              checked={isSelected}
              onChange={() => undefined}
              onClick={(event) => onToggle(desk.id, event.shiftKey)}
              className="size-4 cursor-pointer accent-accent"
            />
          </label>
        )}
      </div>
      <DrawnRowProvider value={desk}>
        {cells.map((cell) => (
          <div
            key={cell.id}
            role="gridcell"
            className={joinClasses(CELL_PLACES[cell.column.id], !desk.isOpen && cell.column.id === 'comment' && FADED)}
          >
            <FlexRender cell={cell} />
          </div>
        ))}
      </DrawnRowProvider>
    </div>
  )
}

const CELL_PLACES: Record<string, string> = {
  // On a phone the text has the whole width, and only the first lines leave room for the time.
  comment: 'col-start-2 row-start-1 min-w-0 max-sm:col-end-4',
  waiting: 'col-start-3 row-start-1 min-w-18 self-start text-end text-xs whitespace-nowrap text-ink-3',
  signals: 'col-span-2 col-start-2 mt-1.5 flex min-h-5 flex-wrap items-center gap-1.5 empty:hidden',
}

/** Decided rows step back but stay readable: one colour, still at 4.5:1. */
const FADED = '[&_*]:text-ink-3! [&_mark]:bg-transparent'

import { X } from 'lucide-react'
import { REJECT_REASONS, UNCIVIL_KINDS } from '@/lib/domain/comment'
import type { DecisionAct } from '@/lib/domain/decisions'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'
import type { Words } from '../../words/rooms'

/** What is being chosen: the reason of a rejection, or the kind of incivility. */
export type Choosing = { of: 'reason' } | { of: 'uncivil'; alsoReject: boolean }

interface Choice {
  digit: number
  act: DecisionAct
}

/** The choices in the order of their digits; 0 takes a mark away that is already there. */
export function listChoices(choosing: Choosing, isMarkedUncivil: boolean): Choice[] {
  if (choosing.of === 'reason') {
    return REJECT_REASONS.map((reason, index) => ({ digit: index + 1, act: { kind: 'reject', reason } }))
  }
  const { alsoReject } = choosing
  const kinds = UNCIVIL_KINDS.map((uncivilKind, index): Choice => ({
    digit: index + 1,
    act: { kind: 'mark', mark: 'uncivil', uncivilKind, ...(alsoReject ? { alsoReject } : {}) },
  }))
  const clearing: Choice[] = isMarkedUncivil && !alsoReject ? [{ digit: 0, act: { kind: 'clear_mark', mark: 'uncivil' } }] : []
  return [...kinds, ...clearing]
}

function wordChoice(t: Words<'deciding'>, glossary: Words<'glossary'>, act: DecisionAct): string {
  if (act.kind === 'reject') return glossary(`reason.${act.reason}`)
  return act.kind === 'mark' && act.mark === 'uncivil' ? glossary(`kind.${act.uncivilKind}`) : t('choose.notUncivil')
}

interface ChoiceListProps {
  choosing: Choosing
  isMarkedUncivil: boolean
  onChoose: (act: DecisionAct) => void
  onCancel: () => void
}

/** Brings the comment that is decided on out from under the list: on a phone that is as high as two of them. */
function uncoverCurrent(list: HTMLElement | null): void {
  const row = document.querySelector('[role="grid"] [role="row"][aria-selected="true"]')
  const grid = row?.closest('[role="grid"]')
  if (!list?.parentElement || !row || !grid) return
  const { top, bottom } = row.getBoundingClientRect()
  // Where it will stand once it has risen.
  const covered = bottom - (list.parentElement.getBoundingClientRect().top - list.offsetHeight)
  // Of a comment that is higher than what is left, the beginning is in sight.
  if (covered > 0) grid.scrollTop += Math.min(covered, top - grid.getBoundingClientRect().top)
}

/** A list that stays out of the way: the keys keep working, a digit chooses, Escape or any other decision leaves it. */
export function ChoiceList({ choosing, isMarkedUncivil, onChoose, onCancel }: ChoiceListProps) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const shell = useWords('shell')
  const title = choosing.of === 'reason' ? t('choose.reason') : choosing.alsoReject ? t('choose.kindReject') : t('choose.kind')
  return (
    <div
      ref={uncoverCurrent}
      role="group"
      aria-label={title}
      className="absolute inset-x-0 bottom-full z-20 animate-rise border-t border-line-strong bg-panel px-3 py-2 shadow-raised"
    >
      <div className="flex items-center justify-between gap-2 pb-1 ps-1.5">
        <p role="status" className="font-[580]">
          {title}
        </p>
        <button
          type="button"
          aria-label={shell('cancel')}
          onClick={onCancel}
          className="grid size-7 place-items-center rounded-md text-ink-2 hover:bg-sunk"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <ul className="flex flex-wrap gap-x-1 gap-y-0.5 max-sm:grid max-sm:grid-cols-2">
        {listChoices(choosing, isMarkedUncivil).map(({ digit, act }) => (
          <li key={digit}>
            <button
              type="button"
              aria-keyshortcuts={String(digit)}
              onClick={() => onChoose(act)}
              className="flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-start text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:min-h-11"
            >
              <Kbd isHidden className="pointer-coarse:hidden">
                {digit}
              </Kbd>
              {wordChoice(t, glossary, act)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { useLayoutEffect, useRef } from 'react'
import type { UncivilKind } from '@/lib/domain/comment'
import { resolveKeys } from '@/lib/domain/preferences'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { CrossButton } from '../../ui/cross-button'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'
import type { Words } from '../../words/rooms'
import { showKey } from '../command/key-words'
import { usePreferences } from '../frame/preferences-context'
import { useOwnReasons } from '../own-reasons'
import { focusListInstead } from '../queue/use-kept-focus'
import { isOfKind, listChoices, type Choosing } from './choices'
import { nameReason } from './decision-words'
import type { NotedAct } from './desk-act'
import { NoteField } from './note-field'

function wordChoice(t: Words<'deciding'>, glossary: Words<'glossary'>, act: NotedAct): string {
  if (act.kind === 'reject') return nameReason(glossary, act.reason)
  return act.kind === 'mark' && act.mark === 'uncivil' ? glossary(`kind.${act.uncivilKind}`) : t('choose.notUncivil')
}

interface ChoiceListProps {
  choosing: Choosing
  isMarkedUncivil: boolean
  /** The kind that is suggested: the key that opened the list chooses it. */
  suggested: UncivilKind | undefined
  onChoose: (act: NotedAct) => void
  onNote: (note: string) => void
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
export function ChoiceList({ choosing, isMarkedUncivil, suggested, onChoose, onNote, onCancel }: ChoiceListProps) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const shell = useWords('shell')
  const ownReasons = useOwnReasons()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const keys = resolveKeys(usePreferences().preferences)
  const again = choosing.of === 'uncivil' && choosing.alsoReject ? keys.uncivilReject : keys.uncivil
  const isNoting = choosing.note !== undefined
  // With a note it rises once more.
  useLayoutEffect(() => uncoverCurrent(box.current), [isNoting])
  useLayoutEffect(() => {
    const element = box.current
    // The focus was in the note, and went with the digit that was pressed after it.
    return () => void (element?.contains(document.activeElement) && focusListInstead())
  }, [])
  const title = choosing.of === 'reason' ? t('choose.reason') : choosing.alsoReject ? t('choose.kindReject') : t('choose.kind')
  return (
    <div
      ref={box}
      role="group"
      aria-label={title}
      className="absolute inset-x-0 bottom-full z-20 animate-rise border-t border-line-strong bg-panel px-3 py-2 shadow-raised"
    >
      <div className="flex items-center justify-between gap-1 pb-1 ps-1.5">
        <p role="status" className="me-auto font-[580]">
          {title}
        </p>
        {!isNoting && (
          <Button look="quiet" size="sm" aria-keyshortcuts="n" onClick={() => onNote('')} className="pointer-coarse:h-11">
            {t('note.add')}
            <Kbd isHidden className="pointer-coarse:hidden">
              n
            </Kbd>
          </Button>
        )}
        <CrossButton label={shell('cancel')} onClick={onCancel} />
      </div>
      {isNoting && <NoteField note={choosing.note ?? ''} onNote={onNote} onClose={() => list.current?.focus()} />}
      <ul
        ref={list}
        tabIndex={-1}
        // From the note Enter leads here, where it must not mean another thing at once.
        onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && event.preventDefault()}
        className="flex flex-wrap gap-x-1 gap-y-0.5 outline-none max-sm:grid max-sm:grid-cols-2"
      >
        {listChoices(choosing, isMarkedUncivil, ownReasons).map(({ keys: pressed, shown, act }) => (
          <Choice
            key={pressed}
            shown={shown}
            shortcuts={pressed.replace('Digit', '')}
            again={isOfKind(act, suggested) ? again : null}
            onChoose={() => onChoose(act)}
          >
            {wordChoice(t, glossary, act)}
          </Choice>
        ))}
      </ul>
    </div>
  )
}

interface ChoiceProps {
  shown: string
  shortcuts: string
  /** The key that chooses it as well, since it is suggested; null where it is not. */
  again: string | null
  onChoose: () => void
  children: string
}

function Choice({ shown, shortcuts, again, onChoose, children }: ChoiceProps) {
  const t = useWords('deciding')
  return (
    <li className="min-w-0">
      <button
        type="button"
        aria-keyshortcuts={again ? `${shortcuts} ${again}` : shortcuts}
        onClick={onChoose}
        className={joinClasses(
          'flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-start pointer-coarse:min-h-11',
          again === null ? 'text-ink-2 hover:bg-sunk hover:text-ink' : 'bg-rose-soft text-rose hover:underline',
        )}
      >
        <Kbd isHidden className="pointer-coarse:hidden">
          {shown}
        </Kbd>
        <bdi className="min-w-0 truncate">{children}</bdi>
        {again !== null && (
          <>
            <span className="text-sm whitespace-nowrap">{t('choose.suggested')}</span>
            {again !== '' && (
              <Kbd isHidden className="pointer-coarse:hidden">
                {showKey(again)}
              </Kbd>
            )}
          </>
        )}
      </button>
    </li>
  )
}

import { Dialog as Radix } from 'radix-ui'
import { useId, useRef, useState, type SyntheticEvent } from 'react'
import { useWords } from '../words/words-context'
import { Button } from './button'

type Field = HTMLInputElement | HTMLTextAreaElement

const NO_WORDS = new Set(['checkbox', 'radio', 'file', 'range', 'color', 'button', 'submit'])

function isWrittenIn(target: EventTarget): target is Field {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !NO_WORDS.has(target.type))
}

/**
 * What somebody has written in a dialog goes away neither with one key nor with one click beside it: first it is asked for. Who
 * presses a button to leave means it.
 */
export function useWritten() {
  const fields = useRef(new Set<Field>())
  const [isAsked, setAsked] = useState(false)

  function goOn(): void {
    setAsked(false)
    ;[...fields.current].findLast((field) => field.isConnected)?.focus()
  }
  function ask(event: Event): void {
    if (![...fields.current].some((field) => field.isConnected && field.value.trim() !== '')) return
    event.preventDefault()
    if (isAsked && event.type === 'keydown') goOn()
    else setAsked(true)
  }
  function note({ target }: SyntheticEvent): void {
    if (isWrittenIn(target)) fields.current.add(target)
  }
  return { isAsked, goOn, guard: { onInput: note, onEscapeKeyDown: ask, onPointerDownOutside: ask } }
}

/** Lies over the buttons of the dialog until it is answered. */
export function LeaveQuestion({ onStay }: { onStay: () => void }) {
  const t = useWords('shell')
  const title = useId()
  return (
    <div
      role="alertdialog"
      aria-labelledby={title}
      className="absolute inset-x-0 bottom-0 z-10 flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-t border-line-strong bg-amber-soft px-5 py-3"
    >
      <p id={title} className="me-auto font-[580]">
        {t('leave.ask')}
      </p>
      <Radix.Close asChild>
        <Button>{t('leave.yes')}</Button>
      </Radix.Close>
      <Button look="solid" autoFocus onClick={onStay}>
        {t('leave.no')}
      </Button>
    </div>
  )
}

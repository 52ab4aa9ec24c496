import { useRef, useState, type SyntheticEvent } from 'react'
import { laterDialog } from './later'

/** Its code comes with the first word that is written. */
export const LeaveQuestion = laterDialog(() => import('./leave-question').then((module) => module.LeaveQuestion))

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
    if (!isWrittenIn(target)) return
    fields.current.add(target)
    LeaveQuestion.preload()
  }
  return { isAsked, goOn, guard: { onInput: note, onEscapeKeyDown: ask, onPointerDownOutside: ask } }
}

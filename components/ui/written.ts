import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { laterDialog } from './later'

/** Its code comes with the first word that is written, or with a dialog that always asks. */
export const LeaveQuestion = laterDialog(() => import('./leave-question').then((module) => module.LeaveQuestion))

type Field = HTMLInputElement | HTMLTextAreaElement

const NO_WORDS = new Set(['checkbox', 'radio', 'file', 'range', 'color', 'button', 'submit'])

function isWrittenIn(target: EventTarget): target is Field {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !NO_WORDS.has(target.type))
}

/**
 * What somebody has written in a dialog goes away neither with one key nor with one click beside it: first it is asked for. Who
 * presses a button to leave means it.
 *
 * @param isLost whether something else would go away with the dialog
 */
export function useWritten(isLost: boolean) {
  const fields = useRef(new Set<Field>())
  const before = useRef<Element | null>(null)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    if (isLost) LeaveQuestion.preload()
  }, [isLost])

  function goOn(): void {
    setAsked(false)
    const written = [...fields.current].findLast((field) => field.isConnected)
    if (written) written.focus()
    else if (before.current instanceof HTMLElement) before.current.focus()
  }
  function ask(event: Event): void {
    if (!isLost && ![...fields.current].some((field) => field.isConnected && field.value.trim() !== '')) return
    event.preventDefault()
    if (!isAsked) before.current = document.activeElement
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

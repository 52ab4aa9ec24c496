import { useEffect } from 'react'

export function focusList(): void {
  requestAnimationFrame(takeFocus)
}

/** What had the focus goes: the list has it then, unless something else has taken it by the next frame, as a note that is opened. */
export function focusListInstead(): void {
  requestAnimationFrame(() => document.activeElement === document.body && takeFocus())
}

function takeFocus(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
}

/** What was clicked may go with the click: a reason, a message's Undo. The list has the focus then, so that the arrow keys go on. */
export function useKeptFocus(): void {
  useEffect(() => {
    const heed = () => void requestAnimationFrame(focusListInstead)
    document.addEventListener('click', heed)
    return () => document.removeEventListener('click', heed)
  }, [])
}

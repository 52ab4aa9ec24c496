import { useEffect } from 'react'

export function focusList(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }))
}

/** What was clicked may go with the click: a reason, a message's Undo. The list has the focus then, so that the arrow keys go on. */
export function useKeptFocus(): void {
  useEffect(() => {
    const keep = () => document.activeElement === document.body && focusList()
    const heed = () => void requestAnimationFrame(keep)
    document.addEventListener('click', heed)
    return () => document.removeEventListener('click', heed)
  }, [])
}

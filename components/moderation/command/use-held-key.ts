import { useSyncExternalStore } from 'react'

let isHeld = false
const watchers = new Set<() => void>()

function hear(event: Event): void {
  const now = event instanceof KeyboardEvent && event.type === 'keydown' && event.repeat
  if (now === isHeld) return
  isHeld = now
  for (const tell of watchers) tell()
}

/** A key that is held while the window loses the focus is let go of elsewhere. */
const HEARD = ['keydown', 'keyup', 'blur'] as const

function watch(tell: () => void): () => void {
  if (watchers.size === 0) for (const name of HEARD) window.addEventListener(name, hear, { capture: true })
  watchers.add(tell)
  return () => {
    watchers.delete(tell)
    if (watchers.size > 0) return
    isHeld = false
    for (const name of HEARD) window.removeEventListener(name, hear, { capture: true })
  }
}

/** Whether a key is held down and repeats: what it leads past need not be drawn whole. */
export function useHeldKey(): boolean {
  return useSyncExternalStore(
    watch,
    () => isHeld,
    () => false,
  )
}

import type { DeskEvent } from '@/lib/contracts/live'
import { LiveLine, type LineState } from './live-line'

interface DeskListener {
  onEvent: (event: DeskEvent) => void
  /** Told how the line stands at once, and whenever that changes. */
  onState: (state: LineState) => void
}

const listeners = new Set<DeskListener>()
let line: LiveLine | null = null
let state: LineState = 'connecting'

/**
 * Hears what happens on the site, on the one line that this page has to the server, whoever else listens: a browser opens only a
 * few connections. Who needs to hear everything since a position of the feed has the line opened anew from there; what was told
 * already may then be told again.
 *
 * @param after the position to go on after; null when it is enough to begin now
 * @returns ends the listening; the line is closed with the last of them
 */
export function listenToDesk(after: number | null, listener: DeskListener): () => void {
  listeners.add(listener)
  if (line === null || after !== null) open(after)
  else listener.onState(state)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    line?.close()
    line = null
  }
}

/** Tries at once what the browser has given up, as when somebody has signed in again. */
export function retryLine(): void {
  line?.retry()
}

function open(after: number | null): void {
  line?.close()
  tellState('connecting')
  line = new LiveLine(after, (event) => listeners.forEach(({ onEvent }) => onEvent(event)), tellState)
}

function tellState(now: LineState): void {
  state = now
  listeners.forEach(({ onState }) => onState(now))
}

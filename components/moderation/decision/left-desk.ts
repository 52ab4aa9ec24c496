import { useSyncExternalStore } from 'react'
import type { DecisionStore } from './decision-store'
import type { DeskEntry } from './desk-entries'
import type { HeldRequests } from './held-requests'

/** What is decided at a desk, and the requests of it that wait for the connection. */
export interface Deciding {
  viewerId: string
  store: DecisionStore
  requests: HeldRequests
}

/** Of a desk that was left while it was still saving; it stays until another is opened. */
let left: Deciding | null = null
let stopListening = (): void => undefined
const watchers = new Set<() => void>()

function tell(): void {
  for (const watcher of watchers) watcher()
}

/** Keeps what a desk has still to save, for the one that is opened next and for the lists of other pages; null forgets it. */
export function keepLeft(deciding: Deciding | null): void {
  stopListening()
  left = deciding?.store.isSaving() === true ? deciding : null
  stopListening = left?.store.subscribe(tell) ?? (() => undefined)
  tell()
}

/** What was kept of a desk of this person's. */
export function findLeft(viewerId: string): Deciding | null {
  return left?.viewerId === viewerId ? left : null
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** What the desk that was left knows of a comment: on other pages a list may have been read before that was saved. */
export function useLeftEntry(id: string): DeskEntry | undefined {
  return useSyncExternalStore(
    watch,
    () => left?.store.getEntries().get(id),
    () => undefined,
  )
}

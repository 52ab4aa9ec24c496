import { useEffect, useSyncExternalStore } from 'react'
import { forgetHanded } from '../decision/handed'
import { forgetBatches } from '../decision/taken-batches'
import type { Viewer } from '../viewer'
import { useDeciding } from './use-deciding'
import { useLeaveGuard } from './use-leave-guard'

/** What was decided at this desk, what colleagues were heard to decide, and what waits for the connection; drawn anew with each change. */
export function useDecided(viewer: Viewer) {
  const { store, requests } = useDeciding(viewer)
  useEffect(
    () => () => {
      forgetBatches()
      forgetHanded()
    },
    [],
  )
  useLeaveGuard(store)
  const entries = useSyncExternalStore(store.subscribe, store.getEntries, store.getEntries)
  const heard = useSyncExternalStore(store.subscribe, store.heard.read, store.heard.read)
  const held = useSyncExternalStore(requests.subscribe, requests.getCount, () => 0)
  const isSignedOut = useSyncExternalStore(requests.subscribe, requests.getSignedOut, () => false)
  return { store, requests, entries, heard, held, isSignedOut }
}

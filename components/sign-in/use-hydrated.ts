import { useSyncExternalStore } from 'react'

const subscribe = () => () => undefined

/** Whether our script has taken over the page. Before that, a form would be sent by the browser itself. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
}

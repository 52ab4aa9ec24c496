import { useEffect, useRef } from 'react'
import type { Desk } from './use-desk'

/** The router drops changes of the address that are made while it is still going back. */
const SETTLE_MS = 60

/**
 * Keeps the place on a phone: the back button leads from the context to the address the list had when it was left, but
 * the moderator may have gone through many comments since. The list opens where they are now.
 */
export function useKeptPlace({ address, select }: Desk): void {
  const { pane, comment } = address
  const inContext = useRef<string | null>(null)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // The address loses the pane and the comment one after the other, in either order.
    if (pane === 'context') {
      inContext.current = comment ?? inContext.current
      return
    }
    const place = inContext.current
    inContext.current = null
    if (place !== null) settling.current = setTimeout(() => select(place), SETTLE_MS)
  }, [pane, comment, select])
  // Not before: what the address loses next is no reason to forget the place.
  useEffect(() => () => clearTimeout(settling.current), [])
}

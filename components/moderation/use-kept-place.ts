import { useEffect, useRef } from 'react'
import type { Desk } from './use-desk'

/**
 * Keeps the place on a phone: the back button leads from the context to the address the list had when it was left, but
 * the moderator may have gone through many comments since. The list opens where they are now.
 */
export function useKeptPlace({ address, select }: Desk): void {
  const { pane, comment, queue } = address
  const last = useRef({ pane, comment, queue })
  useEffect(() => {
    const left = last.current
    last.current = { pane, comment, queue }
    const isBack = left.pane === 'context' && pane === null && left.queue === queue
    if (isBack && left.comment !== comment) select(left.comment)
  }, [pane, comment, queue, select])
}

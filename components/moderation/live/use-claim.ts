import { useEffect } from 'react'
import { nameSender, sendDesk } from '../desk-api'

/** A comment is held once it has been looked at for so long: moving through the list holds nothing. */
const LOOKED_AT_MS = 700
const RENEW_MS = 25_000

/**
 * Holds the comment under the cursor for this person, and lets go when they leave. A failure is nobody's concern.
 *
 * @param isTaken whether a colleague holds it: when they let go, it is this person's turn
 */
export function useClaim(commentId: string | null, isDeciding: boolean, isTaken: boolean): void {
  useEffect(() => {
    if (!isDeciding || commentId === null) return
    const take = () => void sendDesk('PUT', `comments/${commentId}/claim`).catch(() => undefined)
    let renewal: ReturnType<typeof setInterval> | undefined
    const first = setTimeout(() => {
      take()
      renewal = setInterval(take, RENEW_MS)
    }, LOOKED_AT_MS)
    return () => {
      clearTimeout(first)
      clearInterval(renewal)
    }
  }, [commentId, isDeciding, isTaken])
  useEffect(() => {
    if (!isDeciding) return
    const leave = () => {
      const init = { method: 'DELETE', keepalive: true, headers: nameSender() }
      void fetch('/api/v1/desk/comments/any/claim', init).catch(() => undefined)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [isDeciding])
}

import { useEffect } from 'react'

/** Where a browser knows no idle time: after so long the page is drawn and its first keys are answered. */
const LATER_MS = 1200

/**
 * Fetches, once the page is drawn and the browser has nothing to do, what the next keys may open. A key that comes earlier
 * fetches it itself: it opens a moment later, and nothing that is pressed is lost.
 */
export function useDeskPreload(): void {
  useEffect(() => {
    const preload = () => {
      // What cannot be fetched now is fetched when it is opened.
      for (const part of [import('./one-by-one'), import('./context-lower')]) part.catch(() => undefined)
    }
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback(preload, { timeout: 2 * LATER_MS })
      return () => cancelIdleCallback(handle)
    }
    const timer = setTimeout(preload, LATER_MS)
    return () => clearTimeout(timer)
  }, [])
}

/**
 * Calls when the browser has nothing to do, at the latest after so many milliseconds; where it knows no idle time, after half of them.
 * Returns what calls it off.
 */
export function whenIdle(run: () => void, latestMs: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: latestMs })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(run, latestMs / 2)
  return () => clearTimeout(timer)
}

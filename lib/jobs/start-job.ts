/** Starts work that goes on until it is stopped, in this process; the result stops it and waits for its end. */
export function startJob(work: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
  const stop = new AbortController()
  const running = work(stop.signal)
  return async () => {
    stop.abort()
    await running
  }
}

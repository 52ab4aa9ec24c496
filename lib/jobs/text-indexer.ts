import { indexTexts } from '../services/search/index-texts'

/** Starts indexing texts in this process; the result stops it. */
export function startTextIndexer(): () => Promise<void> {
  const stop = new AbortController()
  const running = indexTexts(stop.signal)
  return async () => {
    stop.abort()
    await running
  }
}

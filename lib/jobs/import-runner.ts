import { runImports } from '../services/import/work'

/** Starts reading and importing files in this process; the result stops it after the part it is at. */
export function startImportRunner(): () => Promise<void> {
  const stop = new AbortController()
  const running = runImports(stop.signal)
  return async () => {
    stop.abort()
    await running
  }
}

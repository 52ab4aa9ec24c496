import { log } from '../../log'
import { startScoringThread } from '../../scoring/scoring-thread'

/**
 * Has comments scored on a thread of its own; the result stops it. If the thread ends by itself, comments are scored where they come
 * in, and the log says why it is slower.
 *
 * @param file lib/scoring/scoring-worker, as source or bundled
 */
export function startThread(file: URL): () => Promise<void> {
  return startScoringThread(file, ({ cause }) => {
    log().error(
      { err: cause instanceof Error ? cause.message : String(cause) },
      'the scoring thread has ended; comments are scored without it',
    )
  })
}

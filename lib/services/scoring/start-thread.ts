import { availableParallelism } from 'node:os'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { startScoringThread } from '../../scoring/scoring-thread'

/** On two processors the thread would take its time from the database, whose other work then waits. */
const LEAST_PROCESSORS = 3

/**
 * Has comments scored on a thread of its own where the machine has a processor for it; the result stops it. If the thread ends by itself, comments are scored where they come
 * in, and the log says why it is slower.
 *
 * @param file lib/scoring/scoring-worker, as source or bundled
 */
export function startThread(file: URL): () => Promise<void> {
  if (availableParallelism() < LEAST_PROCESSORS) return () => Promise.resolve()
  return startScoringThread(file, ({ cause }) => {
    log().error({ err: describeError(cause) }, 'the scoring thread has ended; comments are scored without it')
  })
}

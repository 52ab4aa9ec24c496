import { setTimeout } from 'node:timers/promises'
import { getDb } from '../../db/connection'
import { listWaitingSites, numberFeed, sweepFeed } from '../../db/decision/feed'
import { foldQueueDeltas, sweepQueueDeltas } from '../../db/queue/queue-total'
import { log } from '../../log'

const LOOK_MS = 1000
/** When this many rows are dead, the table is swept. */
const SWEEP_AFTER = 2000

/**
 * Keeps the queues' counts quick to read, and numbers what waits in feeds that nobody reads, until `signal` is aborted. Counts are exact and
 * feeds complete without it.
 */
export async function foldCounts(signal: AbortSignal): Promise<void> {
  let dead = 0
  while (!signal.aborted) {
    try {
      dead += await foldQueueDeltas(getDb())
      if (dead >= SWEEP_AFTER) {
        await sweepQueueDeltas(getDb())
        dead = 0
      }
      for (const siteId of await listWaitingSites(getDb())) await numberFeed(getDb(), siteId)
      await sweepFeed(getDb())
    } catch (error) {
      if (!signal.aborted)
        log().warn({ err: error instanceof Error ? error.message : String(error) }, 'counts or feeds could not be folded')
    }
    // Rejected when the signal comes, which ends the loop.
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

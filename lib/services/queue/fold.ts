import { getDb } from '../../db/connection'
import { listWaitingSites, numberFeed, sweepFeed } from '../../db/decision/feed'
import { foldQueueDeltas, sweepQueueDeltas } from '../../db/queue/queue-total'
import { repeatWork } from '../instance/repeat'

const LOOK_MS = 1000
/** When this many rows are dead, the table is swept. */
const SWEEP_AFTER = 2000

/**
 * Keeps the queues' counts quick to read, and numbers what waits in feeds that nobody reads, until `signal` is aborted. Counts are exact and
 * feeds complete without it.
 */
export async function foldCounts(signal: AbortSignal): Promise<void> {
  let dead = 0
  await repeatWork(signal, LOOK_MS, 'counts or feeds could not be folded', async () => {
    dead += await foldQueueDeltas(getDb())
    if (dead >= SWEEP_AFTER) {
      await sweepQueueDeltas(getDb())
      dead = 0
    }
    for (const siteId of await listWaitingSites(getDb())) await numberFeed(getDb(), siteId)
    await sweepFeed(getDb())
    return false
  })
}

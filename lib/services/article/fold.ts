import { setTimeout } from 'node:timers/promises'
import { getDb } from '../../db/connection'
import { foldArticleStats, sweepStatDeltas } from '../../db/stats/stat-fold'
import { log } from '../../log'

const LOOK_MS = 1000
/** When this many rows are dead, the tables are swept. */
const SWEEP_AFTER = 5000

/** Keeps the figures of discussions quick to read, until `signal` is aborted. They are right without it. */
export async function foldStats(signal: AbortSignal): Promise<void> {
  let dead = 0
  while (!signal.aborted) {
    try {
      dead += await foldArticleStats(getDb(), false)
      if (dead >= SWEEP_AFTER) {
        await sweepStatDeltas(getDb())
        dead = 0
      }
    } catch (error) {
      if (!signal.aborted) log().warn({ err: error instanceof Error ? error.message : String(error) }, 'figures could not be folded')
    }
    // Rejected when the signal comes, which ends the loop.
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

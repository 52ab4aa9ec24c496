import { getDb } from '../../db/connection'
import { foldArticleStats, sweepStatDeltas } from '../../db/stats/stat-fold'
import { repeatWork } from '../instance/repeat'

const LOOK_MS = 1000
/** When this many rows are dead, the tables are swept. */
const SWEEP_AFTER = 5000

/** Keeps the figures of discussions quick to read, until `signal` is aborted. They are right without it. */
export async function foldStats(signal: AbortSignal): Promise<void> {
  let dead = 0
  await repeatWork(signal, LOOK_MS, 'figures could not be folded', async () => {
    dead += await foldArticleStats(getDb(), false)
    if (dead >= SWEEP_AFTER) {
      await sweepStatDeltas(getDb())
      dead = 0
    }
    return false
  })
}

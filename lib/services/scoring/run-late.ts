import { setTimeout as wait } from 'node:timers/promises'
import { getDb } from '../../db/connection'
import { readEnv } from '../../env'
import { LATE_SCORERS } from '../../scoring/late-scorers'
import { repeatWork } from '../instance/repeat'
import { LateWorkers } from './late-workers'
import { isRush, scoreNextLate } from './score-late'

const LOOK_MS = 1000
/** While something is read; what holds the memory should not wait for a second. */
const LOOK_FOR_RUSH_MS = 250
/** Loading takes about a second of a processor; so long after the last text it is likely to be worth it. */
const KEPT_MS = 60_000

/** Runs the slow scorers until `signal` is aborted; nothing when there are none, or LATE_SCORES is 0. */
export async function runLateScorers(signal: AbortSignal): Promise<void> {
  if (!readEnv().LATE_SCORES || LATE_SCORERS.length === 0) return
  const workers = new LateWorkers(LATE_SCORERS)
  let lastRead = 0
  await repeatWork(signal, LOOK_MS, 'slow scorers could not be run', async () => {
    const count = await readNext(workers)
    if (count === 'rush' || (count === 0 && Date.now() - lastRead > KEPT_MS)) await workers.release()
    if (count === 'rush' || count === 0) return false
    lastRead = Date.now()
    return true
  })
  await workers.release()
}

/**
 * Reads the next texts. When a rush begins meanwhile they are left for later: with nothing but what the others leave of the processor it
 * would take half a minute, and hold its memory as long.
 */
export async function readNext(workers: LateWorkers, lookMs = LOOK_FOR_RUSH_MS): Promise<number | 'rush'> {
  const read = new AbortController()
  let isRushed = false
  const watch = async (): Promise<void> => {
    while (!isRushed && (await wait(lookMs, true, { signal: read.signal }).catch(() => false))) isRushed = await isRush(getDb(), new Date())
    if (isRushed) await workers.release()
  }
  // Where the database cannot be asked, what reads says so.
  const watching = watch().catch(() => undefined)
  try {
    return await scoreNextLate(
      getDb(),
      () => workers.load(),
      new Date(),
      () => isRushed,
    )
  } catch (error) {
    if (isRushed) return 'rush'
    throw error
  } finally {
    read.abort()
    await watching
  }
}

import { getDb } from '../../db/connection'
import { readEnv } from '../../env'
import { LATE_SCORERS } from '../../scoring/late-scorers'
import { repeatWork } from '../instance/repeat'
import { LateWorkers } from './late-workers'
import { scoreNextLate } from './score-late'

const LOOK_MS = 1000
/** Loading takes about a second of a processor; so long after the last text it is likely to be worth it. */
const KEPT_MS = 60_000

/** Runs the slow scorers until `signal` is aborted; nothing when there are none, or LATE_SCORES is 0. */
export async function runLateScorers(signal: AbortSignal): Promise<void> {
  if (!readEnv().LATE_SCORES || LATE_SCORERS.length === 0) return
  const workers = new LateWorkers(LATE_SCORERS)
  let lastRead = 0
  await repeatWork(signal, LOOK_MS, 'slow scorers could not be run', async () => {
    const count = await scoreNextLate(getDb(), () => workers.load(), new Date())
    if (count === 'rush' || (count === 0 && Date.now() - lastRead > KEPT_MS)) await workers.release()
    if (count === 'rush' || count === 0) return false
    lastRead = Date.now()
    return true
  })
  await workers.release()
}

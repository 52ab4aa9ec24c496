import { getDb } from '../../db/connection'
import { readEnv } from '../../env'
import { LATE_SCORERS } from '../../scoring/late-scorers'
import { repeatWork } from '../instance/repeat'
import { scoreNextLate, type LateWorker } from './score-late'

const LOOK_MS = 1000

/** Runs the slow scorers until `signal` is aborted; nothing when there are none, or LATE_SCORES is 0. */
export async function runLateScorers(signal: AbortSignal): Promise<void> {
  if (!readEnv().LATE_SCORES || LATE_SCORERS.length === 0) return
  const workers: LateWorker[] = []
  const stops: (() => Promise<void> | void)[] = []
  await repeatWork(signal, LOOK_MS, 'slow scorers could not be run', async () => {
    // Loaded here, so that one that fails to load is tried again instead of ending the job.
    for (const scorer of LATE_SCORERS.slice(workers.length)) {
      const running = await scorer.start()
      stops.push(() => running.stop())
      workers.push({
        name: scorer.name,
        version: scorer.version,
        score: (inputs) => running.score(inputs),
        judge: (inputs) => running.judge?.(inputs) ?? Promise.resolve([]),
      })
    }
    return (await scoreNextLate(getDb(), workers, new Date())) > 0
  })
  for (const stop of stops) await stop()
}

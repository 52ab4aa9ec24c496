import { getDb } from '../../db/connection'
import { describeError } from '../../domain/errors'
import { readEnv } from '../../env'
import { ScorerClient } from '../../events/ask-scorer'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'
import { askDue, listReadyScorers, type ScorerDispatch } from './dispatch'

const LOOK_MS = 1000
/** How long answers that are on their way are waited for at the end. */
const LAST_MS = 3000

/**
 * Asks the scorers outside about new texts until `signal` is aborted. Each is asked apart from the others: one that hangs
 * holds up nobody but itself.
 */
export async function runRemoteScorers(signal: AbortSignal): Promise<void> {
  const client = new ScorerClient(readEnv().SCORER_ALLOW_PRIVATE)
  const dispatch = { db: getDb(), now: () => new Date(), client, random: Math.random }
  const running: Running = new Map()
  await repeatWork(signal, LOOK_MS, 'scorers outside could not be asked', () => askReady(dispatch, running))
  // Those that hang are cut off: what they were asked is asked again by whoever comes next.
  await Promise.race([Promise.all(running.values()), pause(LAST_MS)])
  await client.close()
  await Promise.all(running.values())
}

/** What scorers are at, by their ids: how many texts they were asked about, once they have answered. */
type Running = Map<string, Promise<number>>

/**
 * Asks every scorer that is ready and not at something, and waits for the first to answer, or a moment.
 *
 * @returns whether to go on at once: somebody is still at it, or has answered and may have more to do
 */
export async function askReady(dispatch: ScorerDispatch, running: Running): Promise<boolean> {
  for (const scorer of await listReadyScorers(dispatch)) {
    if (running.has(scorer.id)) continue
    const work = askDue(dispatch, scorer)
      .catch((error: unknown) => {
        log().warn({ scorerId: scorer.id, err: describeError(error) }, 'a scorer outside could not be asked')
        return 0
      })
      .finally(() => running.delete(scorer.id))
    running.set(scorer.id, work)
  }
  const answered = await Promise.race([...running.values(), pause(running.size === 0 ? 0 : 100)])
  return (answered ?? 0) > 0 || running.size > 0
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

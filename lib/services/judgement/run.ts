import { setTimeout } from 'node:timers/promises'
import { getDb } from '../../db/connection'
import { listSiteRows } from '../../db/site'
import { readEnv } from '../../env'
import { log } from '../../log'
import { startThoroughReader } from '../../scoring/incivility/thorough-incivility'
import { LearningThread } from '../../scoring/judgement/learning-thread'
import { measureFairness } from '../fairness/measure'
import { learnFromDecisions } from './learn'

/** How often it is looked whether a site has decided enough to learn from. */
const LOOK_MS = 60_000
const FIRST_LOOK_MS = 5000

/**
 * Learns from each site's decisions, and measures each week how fair its scores are, until `signal` is aborted. What goes wrong is logged and
 * tried again.
 *
 * @param file learning-worker, bundled; null: in this thread
 */
export async function runLearning(signal: AbortSignal, file: URL | null): Promise<void> {
  let waits = FIRST_LOOK_MS
  while (!signal.aborted) {
    // Rejected when the signal comes, which ends the loop. First of all the server has other things to do.
    await setTimeout(waits, undefined, { signal }).catch(() => undefined)
    waits = LOOK_MS
    if (signal.aborted) return
    try {
      await learnEverywhere(signal, file)
    } catch (error) {
      log().warn({ err: error instanceof Error ? error.message : String(error) }, 'nothing could be learnt from decisions')
    }
  }
}

const inVain = new Map<string, string>()
const startReader = () => startThoroughReader('none')

/** Each site's turn; what goes wrong with one is logged. */
export async function learnEverywhere(signal: AbortSignal, file: URL | null = null): Promise<void> {
  for (const { id } of await listSiteRows(getDb())) {
    if (signal.aborted) return
    try {
      await learnFromDecisions(getDb(), id, new Date(), {
        ...{ inVain, signal, startReader: readEnv().LATE_SCORES ? startReader : null },
        ...(file && { startLearning: () => startThread(file, signal) }),
      })
      await measureFairness(getDb(), id, new Date())
    } catch (error) {
      if (signal.aborted) return
      // The sites after it have their turn all the same.
      log().warn({ siteId: id, err: error instanceof Error ? error.message : String(error) }, 'nothing could be learnt from decisions')
    }
  }
}

/** Ends with the signal, whatever it is learning. */
function startThread(file: URL, signal: AbortSignal): LearningThread {
  const thread = new LearningThread(file)
  signal.addEventListener('abort', () => void thread.stop(), { once: true })
  return thread
}

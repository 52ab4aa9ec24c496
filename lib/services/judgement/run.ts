import { setTimeout } from 'node:timers/promises'
import { getDb } from '../../db/connection'
import { listSiteRows } from '../../db/site'
import { describeError } from '../../domain/errors'
import { readEnv } from '../../env'
import { log } from '../../log'
import { startThoroughReader } from '../../scoring/incivility/thorough-incivility'
import { LearningThread } from '../../scoring/judgement/learning-thread'
import { measureFairness } from '../fairness/measure'
import { repeatWork } from '../instance/repeat'
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
  // First of all the server has other things to do. Rejected when the signal comes.
  await setTimeout(FIRST_LOOK_MS, undefined, { signal }).catch(() => undefined)
  await repeatWork(signal, LOOK_MS, 'nothing could be learnt from decisions', async () => {
    await learnEverywhere(signal, file)
    return false
  })
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
        ...(file && { startLearning: () => new LearningThread(file) }),
      })
      await measureFairness(getDb(), id, new Date())
    } catch (error) {
      if (signal.aborted) return
      // The sites after it have their turn all the same.
      log().warn({ siteId: id, err: describeError(error) }, 'nothing could be learnt from decisions')
    }
  }
}

import { getDb } from '../../db/connection'
import { listWatchedSites } from '../../db/rule-deed'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'
import { followRules } from './follow'
import { stopRules } from './stop'

const LOOK_MS = 10_000

/** Watches what rules do on every site that has any, and stops those that are wrong too often, until `signal` is aborted. What goes wrong with one site holds up no other. */
export async function runRuleWatch(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, LOOK_MS, 'rules could not be watched', async () => {
    let hasMore = false
    for (const siteId of await listWatchedSites(getDb())) {
      try {
        const isBehind = await followRules(getDb(), siteId)
        if (!isBehind) await stopRules(getDb(), siteId, new Date())
        hasMore = isBehind || hasMore
      } catch (error) {
        log().warn({ err: describeError(error), siteId }, 'the rules of a site could not be watched')
      }
    }
    return hasMore
  })
}

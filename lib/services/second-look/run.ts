import { getDb } from '../../db/connection'
import { listWatchedSites } from '../../db/rule-deed'
import { listDrawnSites } from '../../db/second-look/draw'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'
import { drawLooks } from './draw'
import { drawChecks } from './draw-checks'

const LOOK_MS = 20_000

/** Draws second looks on every site that wants some, and checks of rules on every site that has any, until `signal` is aborted. What goes wrong with one site holds up no other. */
export async function runSecondLooks(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, LOOK_MS, 'second looks could not be drawn', async () => {
    let hasMore = false
    const work = [
      ...(await listDrawnSites(getDb())).map((siteId) => ({ siteId, draw: drawLooks })),
      ...(await listWatchedSites(getDb())).map((siteId) => ({ siteId, draw: drawChecks })),
    ]
    for (const { siteId, draw } of work) {
      try {
        hasMore = (await draw(getDb(), siteId, new Date())) || hasMore
      } catch (error) {
        log().warn({ err: describeError(error), siteId }, 'second looks of a site could not be drawn')
      }
    }
    return hasMore
  })
}

import { getDb } from '../../db/connection'
import { listDrawnSites } from '../../db/second-look/draw'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'
import { drawLooks } from './draw'

const LOOK_MS = 20_000

/** Draws second looks on every site that wants some, until `signal` is aborted. What goes wrong with one site holds up no other. */
export async function runSecondLooks(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, LOOK_MS, 'second looks could not be drawn', async () => {
    let hasMore = false
    for (const siteId of await listDrawnSites(getDb())) {
      try {
        hasMore = (await drawLooks(getDb(), siteId, new Date())) || hasMore
      } catch (error) {
        log().warn({ err: error instanceof Error ? error.message : String(error), siteId }, 'second looks of a site could not be drawn')
      }
    }
    return hasMore
  })
}

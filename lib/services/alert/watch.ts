import { uuidv7 } from 'uuidv7'
import { AlertLines } from '../../contracts/alert'
import { listAlertLines, listWatchedTalks, recordAlert } from '../../db/alert'
import { getDb, type Db } from '../../db/connection'
import { foldArticleStats, hasUnfoldedStats } from '../../db/stats/stat-fold'
import { judgeAlerts } from '../../domain/alerts'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'

const LOOK_MS = 15_000
const HOUR_MS = 3_600_000

/**
 * Looks at the discussions of every site, by their roll-ups of the hour before and this hour so far, and raises or clears alerts: each
 * in one statement with its line in the log and its place in the feed.
 *
 * @returns how many began or ended
 */
export async function watchArticles(db: Db, now: Date): Promise<number> {
  if (await hasUnfoldedStats(db)) await foldArticleStats(db, true)
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS
  const from = new Date(thisHour - HOUR_MS)
  const hours = (now.getTime() - from.getTime()) / HOUR_MS
  let changes = 0
  for (const { siteId, lines } of await listAlertLines(db)) {
    try {
      changes += await watchSite(db, siteId, AlertLines.parse(lines), { from, now, hours })
    } catch (error) {
      // The sites after it have their turn all the same.
      log().warn({ err: describeError(error), siteId }, 'alerts of a site could not be looked at')
    }
  }
  return changes
}

async function watchSite(
  db: Db,
  siteId: string,
  lines: AlertLines,
  { from, now, hours }: { from: Date; now: Date; hours: number },
): Promise<number> {
  let changes = 0
  for (const { articleId, open, ...talk } of await listWatchedTalks(db, siteId, from, now)) {
    for (const { change, ...alert } of judgeAlerts(lines, { ...talk, hours }, new Set(open))) {
      const ids = { articleId, alertId: uuidv7(), decisionId: uuidv7(), at: now }
      if (await recordAlert(db, siteId, change, { ...alert, ...ids })) changes += 1
    }
  }
  return changes
}

/** Does so until `signal` is aborted. What goes wrong is logged, and tried again at the next look. */
export async function runAlerts(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, LOOK_MS, 'alerts could not be looked at', async () => {
    await watchArticles(getDb(), new Date())
    return false
  })
}

import type { Db } from '../../db/connection'
import { readSnapshot } from '../../db/stats/stat-article'
import { foldArticleStats, hasUnfoldedStats } from '../../db/stats/stat-fold'

/**
 * Reads roll-ups that include everything committed until now: what is only noted so far is folded first. All of `read` sees one state of
 * the database. Writers never wait for it; readers that come at the same moment share one fold.
 */
export async function readFresh<Result>(db: Db, read: (db: Db) => Promise<Result>): Promise<Result> {
  if (await hasUnfoldedStats(db)) await foldArticleStats(db, true)
  return readSnapshot(db, read)
}

import { DriftQuery, LATEST_DRIFT_NODES, MAX_DRIFT_NODES, type DriftMap, type DriftNode } from '../../contracts/drift-map'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { listDriftRows, type DriftRow } from '../../db/article/drift'
import { findArticleDetail, readArticleCounts } from '../../db/stats/stat-article'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { readFresh } from './fresh'

const BEGINNING = new Date('1970-01-01T00:00:00Z')
/** A comment may be dated a little ahead of our clock. */
const AHEAD_MS = 366 * 86_400_000

/**
 * The thread of an article over time, at most MAX_DRIFT_NODES comments of it: all of a short discussion; of a longer one the part
 * from `from` on, or with neither `from` nor `to` the latest LATEST_DRIFT_NODES. The page's `hours` say where else something happened.
 *
 * @throws DomainError forbidden, invalid_input; not_found when the site has no such article
 */
export async function readDriftMap(ctx: Context, id: string, asked: unknown = {}): Promise<DriftMap> {
  authorize(ctx.actor, 'read')
  const articleId = parseId(id, 'article')
  const { from, to } = parseInput(DriftQuery, asked)
  const { siteId } = ctx.actor
  return readFresh(ctx.db, async (db) => {
    const [detail, counts] = await Promise.all([findArticleDetail(db, siteId, articleId), readArticleCounts(db, siteId, articleId)])
    if (!detail) throw new DomainError('not_found', 'There is no article with this id on this site.')
    const total = counts.comments + counts.removed
    const isOpen = from === undefined && to === undefined
    const rows = await listDriftRows(db, siteId, articleId, {
      from: from === undefined ? BEGINNING : new Date(from),
      to: to === undefined ? new Date(ctx.now().getTime() + AHEAD_MS) : new Date(to),
      limit: isOpen && total > MAX_DRIFT_NODES ? LATEST_DRIFT_NODES : MAX_DRIFT_NODES,
      end: from === undefined,
    })
    const known = new Set(rows.map((row) => row.id))
    const [first, last] = [rows[0], rows.at(-1)]
    return {
      nodes: rows.map((row) => toNode(row, known)),
      total,
      window: first && last ? { from: first.at.toISOString(), to: last.at.toISOString() } : null,
      isWhole: rows.length >= total,
    }
  })
}

function toNode({ parentId, at, ...row }: DriftRow, known: ReadonlySet<string>): DriftNode {
  const isCut = parentId !== null && !known.has(parentId)
  return { ...row, parentId: isCut ? null : parentId, isCut, at: at.toISOString() }
}

import type { CommentStatus } from '../../domain/comment'
import type { Db } from '../connection'

export interface DriftRow {
  id: string
  parentId: string | null
  depth: number
  at: Date
  commenterName: string | null
  status: CommentStatus
  isOffTopic: boolean
  isUncivil: boolean
  isStrayed: boolean
  isHeated: boolean
  offTopic: number | null
  incivility: number
}

const COLUMNS = `
  c.id, c.parent_id AS "parentId", c.depth, c.ordered_at AS at, c.status, c.marked_off_topic AS "isOffTopic",
  c.marked_uncivil IS NOT NULL AS "isUncivil", c.marked_off_topic OR c.suggested_off_topic IS NOT NULL AS "isStrayed",
  c.marked_uncivil IS NOT NULL OR c.suggested_uncivil IS NOT NULL AS "isHeated", c.distance AS "offTopic", c.incivility,
  (SELECT p.name FROM commenter p WHERE p.site_id = $1 AND p.id = c.commenter_id) AS "commenterName"`

const LATEST = `
  SELECT ${COLUMNS} FROM (
    SELECT * FROM comment WHERE site_id = $1 AND article_id = $2 AND ordered_at >= $3 AND ordered_at <= $4
    ORDER BY ordered_at DESC, id DESC LIMIT $5
  ) c ORDER BY c.ordered_at, c.id`
const FIRST = `
  SELECT ${COLUMNS} FROM comment c WHERE site_id = $1 AND article_id = $2 AND ordered_at >= $3 AND ordered_at <= $4
  ORDER BY ordered_at, id LIMIT $5`

/** Comments between two times, oldest first: with `end` the last of them when they are too many, else the first. */
export async function listDriftRows(
  db: Db,
  siteId: string,
  articleId: string,
  window: { from: Date; to: Date; limit: number; end: boolean },
): Promise<DriftRow[]> {
  const values = [siteId, articleId, window.from, window.to, window.limit]
  return window.end ? db.query<DriftRow>(LATEST, values, 'drift-latest') : db.query<DriftRow>(FIRST, values, 'drift-first')
}

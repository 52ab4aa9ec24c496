import type { AlertMeasure, AlertResource } from '../contracts/alert'
import type { Db } from './connection'

interface AlertRecord {
  id: string
  article_id: string
  title: string
  measure: AlertMeasure
  value: number
  line: number
  raised_at: Date
  cleared_at: Date | null
}

const COLUMNS = `al.id, al.article_id, al.measure, al.value, al.line, al.raised_at, al.cleared_at,
  (SELECT title FROM article WHERE site_id = al.site_id AND id = al.article_id) AS title`

/** The alerts of one article: those that stand first, then the latest. */
export async function listAlertsOfArticle(db: Db, siteId: string, articleId: string, limit: number): Promise<AlertResource[]> {
  const rows = await db.query<AlertRecord>(
    `SELECT ${COLUMNS} FROM alert al WHERE al.site_id = $1 AND al.article_id = $2 ORDER BY al.id DESC LIMIT $3`,
    [siteId, articleId, limit],
    'alerts-of-article',
  )
  return rows.map(toAlert).sort((a, b) => Number(a.clearedAt !== null) - Number(b.clearedAt !== null))
}

function toAlert({ id, article_id, title, measure, value, line, raised_at, cleared_at }: AlertRecord): AlertResource {
  const article = { id: article_id, title }
  return { id, article, measure, value, line, raisedAt: raised_at.toISOString(), clearedAt: cleared_at?.toISOString() ?? null }
}

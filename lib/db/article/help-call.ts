import type { HelpCall } from '../../contracts/alert'
import type { Db } from '../connection'

/** The discussions to which somebody called moderators, the longest waiting first: by an index of those alone. */
export async function listHelpCallRows(db: Db, siteId: string, limit: number): Promise<HelpCall[]> {
  const rows = await db.query<{ id: string; title: string; by: string; note: string; at: Date }>(
    `SELECT id, title, help_by AS by, help_note AS note, help_at AS at FROM article
     WHERE site_id = $1 AND help_at IS NOT NULL ORDER BY help_at, id LIMIT $2`,
    [siteId, limit],
    'help-calls',
  )
  return rows.map(({ id, title, by, note, at }) => ({ article: { id, title }, by, note, at: at.toISOString() }))
}

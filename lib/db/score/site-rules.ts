import type { UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'

/** All that decides how a site's comments are judged. `policy` is as stored; lib/contracts/policy.ts parses it. */
interface SiteRulesRow {
  policy: unknown
  watchedWords: { term: string; kind: UncivilKind | null; isHeld: boolean }[]
  /** Which judgement of its own the site scores by; null for none. */
  judgementId: string | null
}

/** Read in one statement, because every ingest request needs it. Null when there is no such site. */
export async function findSiteRules(db: Db, siteId: string): Promise<SiteRulesRow | null> {
  const [row] = await db.query<SiteRulesRow>(
    `SELECT s.policy, coalesce(w.words, '[]') AS "watchedWords", j.id AS "judgementId" FROM site s
     LEFT JOIN judgement j ON j.site_id = s.id AND j.state = 'live'
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('term', term, 'kind', kind, 'isHeld', is_held) ORDER BY term, id) AS words
       FROM watched_word WHERE site_id = s.id
     ) w ON true WHERE s.id = $1`,
    [siteId],
    'site-rules',
  )
  return row ?? null
}

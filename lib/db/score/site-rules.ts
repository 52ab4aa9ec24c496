import type { UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'

type WatchedWords = readonly { term: string; kind: UncivilKind | null; isHeld: boolean }[]

/** All that decides how a site's comments are judged. `policy` is as stored; lib/contracts/policy.ts parses it. */
interface SiteRulesRow {
  policy: unknown
  /** The same list as the last time while nothing has changed. */
  watchedWords: WatchedWords
  /** Which judgement of its own the site scores by; null for none. */
  judgementId: string | null
  /** The rules that are on, in their order, as JSON; null for none. One that was stopped holds. */
  rules: string | null
}

/** Sites whose words are remembered. */
const REMEMBERED = 100

const remembered = new Map<string, { version: string; words: WatchedWords }>()

/**
 * Read in one statement, because every ingest request needs it. Hundreds of words are only sent where they are not what they were the
 * last time: to write them out and read them took longer than to look up what a single comment names. Null when there is no such site.
 */
export async function findSiteRules(db: Db, siteId: string): Promise<SiteRulesRow | null> {
  const before = remembered.get(siteId)
  const [row] = await db.query<Omit<SiteRulesRow, 'watchedWords'> & { version: string; words: WatchedWords | null }>(
    `SELECT s.policy, j.id AS "judgementId", s.words_version AS version, CASE WHEN s.words_version IS DISTINCT FROM $2::uuid THEN (
       SELECT coalesce(jsonb_agg(jsonb_build_object('term', term, 'kind', kind, 'isHeld', is_held) ORDER BY term, id), '[]')
       FROM watched_word WHERE site_id = s.id) END AS words, (
       SELECT jsonb_agg(jsonb_build_object('id', id, 'run', run, 'name', name, 'condition', condition,
         'outcome', CASE WHEN stopped IS NULL THEN outcome ELSE 'hold' END, 'reason', CASE WHEN stopped IS NULL THEN reason END)
         ORDER BY place, id)::text
       FROM rule WHERE site_id = s.id AND is_on) AS rules
     FROM site s LEFT JOIN judgement j ON j.site_id = s.id AND j.state = 'live' WHERE s.id = $1`,
    [siteId, before?.version ?? null],
    'site-rules',
  )
  if (!row) return null
  const { policy, judgementId, rules, version, words } = row
  if (words) remember(siteId, version, words)
  return { policy, judgementId, rules, watchedWords: words ?? before?.words ?? [] }
}

function remember(siteId: string, version: string, words: WatchedWords): void {
  remembered.delete(siteId)
  remembered.set(siteId, { version, words })
  const [longest] = remembered.keys()
  if (remembered.size > REMEMBERED && longest !== undefined) remembered.delete(longest)
}

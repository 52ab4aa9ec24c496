import type { CommentStatus, MarkName } from '../../domain/comment'
import type { Db } from '../connection'
import { sectionKey } from '../queue/comment-filter'

/** As many of the newest are looked at; more would make the page wait. */
export const MOST_LOOKED_AT = 10_000

/** The score of the comment `c`: of incivility the highest of all kinds, of the topic the distance from the article. */
const SCORE: Record<MarkName, string> = {
  uncivil: `(SELECT max(value) FROM score WHERE site_id = c.site_id AND comment_id = c.id AND attribute LIKE 'uncivil.%')`,
  off_topic: `(SELECT max(value) FROM score WHERE site_id = c.site_id AND comment_id = c.id AND attribute = 'off_topic.article')`,
}
/** Null stays null: `least` alone would pass over it. */
const binOf = (score: string) => `CASE WHEN s.value IS NOT NULL THEN least(99, floor(round((${score})::numeric, 4) * 100))::int END`

/** Comments that are alike in all that counts. A null bin: not scored. */
export interface DecidedGroup {
  bin: number | null
  status: CommentStatus
  isUncivil: boolean
  isOffTopic: boolean
  reason: string | null
  count: number
}

/** Articles of one section, however that is spelt, as the search finds them; or all. `$3` is bound in any case. */
const inSection = (section: string | null) =>
  section === null
    ? '$3::text IS NULL'
    : `(SELECT ${sectionKey('a.section')} FROM article a WHERE a.site_id = c.site_id AND a.id = c.article_id) = ${sectionKey('$3')}`

/** Acts on discussions are decisions, too, and say nothing of a comment. */
const ON_COMMENTS = `site_id = $1 AND actor_kind = 'user' AND kind <> 'undo' AND comment_id IS NOT NULL`

/** The comments of the newest decisions people took, by score and by what became of them. */
export async function groupDecided(db: Db, siteId: string, mark: MarkName, section: string | null): Promise<DecidedGroup[]> {
  return db.query<DecidedGroup>(
    `WITH newest AS (
       SELECT comment_id FROM decision WHERE ${ON_COMMENTS} ORDER BY id DESC LIMIT $2
     ), decided AS (
       SELECT DISTINCT comment_id FROM newest
     )
     SELECT ${binOf('s.value')} AS bin, c.status, u.mark IS NOT NULL AS "isUncivil", o.mark IS NOT NULL AS "isOffTopic", r.reason,
       count(*)::int AS count
     FROM decided
     CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = decided.comment_id LIMIT 1) c
     CROSS JOIN LATERAL (SELECT ${SCORE[mark]} AS value) s
     LEFT JOIN LATERAL (SELECT mark FROM mark WHERE site_id = $1 AND comment_id = c.id AND mark = 'off_topic' LIMIT 1) o ON true
     LEFT JOIN LATERAL (SELECT mark FROM mark WHERE site_id = $1 AND comment_id = c.id AND mark = 'uncivil' LIMIT 1) u ON true
     LEFT JOIN LATERAL (
       SELECT d.reason FROM decision d
       WHERE c.status = 'rejected' AND d.site_id = $1 AND d.comment_id = c.id AND d.kind IN ('reject', 'mark')
         AND NOT EXISTS (SELECT FROM decision t WHERE t.site_id = d.site_id AND t.undoes_id = d.id)
       ORDER BY d.id DESC LIMIT 1
     ) r ON true
     WHERE c.status <> 'removed' AND (c.reviewed_at IS NOT NULL OR o.mark IS NOT NULL OR u.mark IS NOT NULL) AND ${inSection(section)}
     GROUP BY 1, 2, 3, 4, 5`,
    [siteId, MOST_LOOKED_AT, section],
  )
}

/** How many of the newest decisions there are, up to the limit. */
export async function countNewestDecisions(db: Db, siteId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM decision WHERE ${ON_COMMENTS} ORDER BY id DESC LIMIT $2) d`,
    [siteId, MOST_LOOKED_AT],
  )
  return row?.count ?? 0
}

export interface MonthGroup {
  bin: number | null
  /** The bin of the score a suggestion goes by. */
  suggestionBin: number | null
  isOpen: boolean
  count: number
}

/** A reply that answers its parent, while that has not left the topic, is as far away as the nearer of the two. */
const SUGGESTION_SCORE = `CASE WHEN c.parent_id IS NULL THEN s.value ELSE least(s.value, coalesce(
    (SELECT max(value) FROM score WHERE site_id = c.site_id AND comment_id = c.id AND attribute = 'off_topic.parent'
      AND NOT EXISTS (SELECT FROM comment p WHERE p.site_id = c.site_id AND p.id = c.parent_id AND p.suggested_off_topic IS NOT NULL)
      AND NOT EXISTS (SELECT FROM mark m WHERE m.site_id = c.site_id AND m.comment_id = c.parent_id AND m.mark = 'off_topic')), 1)) END`

/** The newest comments written since then, by score. */
export async function groupMonth(db: Db, siteId: string, mark: MarkName, section: string | null, since: Date): Promise<MonthGroup[]> {
  const suggestion = mark === 'off_topic' ? SUGGESTION_SCORE : 's.value'
  return db.query<MonthGroup>(
    `SELECT ${binOf('s.value')} AS bin, ${binOf(suggestion)} AS "suggestionBin",
       c.reviewed_at IS NULL AND c.status IN ('pending', 'published') AS "isOpen", count(*)::int AS count
     FROM (
       SELECT * FROM comment WHERE site_id = $1 AND ordered_at >= $4 AND status <> 'removed' ORDER BY ordered_at DESC, id DESC LIMIT $2
     ) c
     CROSS JOIN LATERAL (SELECT ${SCORE[mark]} AS value) s
     WHERE ${inSection(section)}
     GROUP BY 1, 2, 3`,
    [siteId, MOST_LOOKED_AT, section, since],
  )
}

/** How many comments were written since then, up to the limit, and when the oldest of them. */
export async function countMonth(db: Db, siteId: string, since: Date): Promise<{ count: number; oldest: Date | null }> {
  const [row] = await db.query<{ count: number; oldest: Date | null }>(
    `SELECT count(*)::int AS count, min(ordered_at) AS oldest FROM (
       SELECT ordered_at FROM comment WHERE site_id = $1 AND ordered_at >= $3 AND status <> 'removed'
       ORDER BY ordered_at DESC, id DESC LIMIT $2) c`,
    [siteId, MOST_LOOKED_AT, since],
  )
  return row ?? { count: 0, oldest: null }
}

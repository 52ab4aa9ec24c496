import { getDb } from '@/lib/db/connection'
import type { CommentStatus, UncivilKind } from '@/lib/domain/comment'

/** What the rows say of a comment: nothing of this is carried on it by a trigger, or counted by one. */
export interface Fact {
  id: string
  version: number
  parent: string | null
  body: string
  status: CommentStatus
  voice: string | null
  name: string | null
  at: Date
  isDated: boolean
  isReply: boolean
  isEdited: boolean
  isReviewed: boolean
  isFeatured: boolean
  arrived: Date
  offTopic: boolean
  kind: UncivilKind | null
  seemsOffTopic: boolean
  seemsUncivil: boolean
  reports: number
  openReports: number
  incivility: number
  distance: number | null
  wait: number | null
}

/** Independent of lib/: marks from marks, scores from what was scored, waits from decisions, reports from reports. */
const FACTS = `
  SELECT c.id, c.version, c.parent_id AS parent, c.body, c.status, c.commenter_id AS voice, w.name, coalesce(c.posted_at, c.received_at) AS at, c.posted_at IS NOT NULL AS "isDated",
    c.parent_external_id IS NOT NULL AS "isReply", c.revision > 1 AS "isEdited",
    c.reviewed_at IS NOT NULL AS "isReviewed", c.featured_at IS NOT NULL AS "isFeatured", c.received_at AS arrived,
    coalesce((SELECT true FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'off_topic'), false) AS "offTopic",
    (SELECT m.kind FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = 'uncivil') AS kind,
    c.suggested_off_topic IS NOT NULL AS "seemsOffTopic", c.suggested_uncivil IS NOT NULL AS "seemsUncivil",
    (SELECT count(*) FROM report r WHERE r.site_id = $1 AND r.comment_id = c.id) AS reports,
    (SELECT count(*) FROM report r WHERE r.site_id = $1 AND r.comment_id = c.id AND r.resolved_at IS NULL) AS "openReports",
    coalesce((SELECT max((e.value ->> 0)::real) FROM comment_scores s, jsonb_each(s.scores) e
      WHERE s.site_id = $1 AND s.comment_id = c.id AND split_part(e.key, ' ', 2) LIKE 'uncivil.%'), 0) AS incivility,
    (SELECT max((e.value ->> 0)::real) FROM comment_scores s, jsonb_each(s.scores) e
      WHERE s.site_id = $1 AND s.comment_id = c.id AND split_part(e.key, ' ', 2) = 'off_topic.article') AS distance,
    (SELECT round(1000 * extract(epoch FROM min(greatest(d.decided_at, c.received_at)) - c.received_at))::float8 FROM decision d
      WHERE d.site_id = $1 AND d.comment_id = c.id AND d.kind IN ('approve', 'reject', 'mark', 'clear_mark') AND d.actor_kind IN ('user', 'api_key')
        AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = $1 AND u.undoes_id = d.id)) AS wait
  FROM comment c LEFT JOIN commenter w ON w.site_id = $1 AND w.id = c.commenter_id WHERE c.site_id = $1 AND c.article_id = $2 ORDER BY at, c.id`

/** All comments of an article, by the time they were written. */
export async function listFacts(siteId: string, articleId: string): Promise<Fact[]> {
  return getDb().query<Fact>(FACTS, [siteId, articleId])
}

/** Scores are kept in single precision, and counted in whole thousandths; what lies in the middle of two goes to the even one, as the database rounds. */
export function thousandths(score: number): number {
  const exact = Math.fround(score) * 1000
  const nearest = Math.round(exact)
  return nearest - exact === 0.5 && nearest % 2 === 1 ? nearest - 1 : nearest
}

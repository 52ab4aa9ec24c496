import type { MarkName, UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'
import type { Bounds } from './comments'

/** How a comment that was rejected had come to notice. */
export type Detection = 'reports' | 'scores' | 'words' | 'person' | 'unknown'

/** Decisions that are alike in all that the report tells apart. */
export interface DecisionGroup {
  kind: 'approve' | 'reject' | 'mark' | 'clear_mark' | 'hold'
  actor: 'user' | 'api_key' | 'policy' | 'system'
  reason: string | null
  mark: MarkName | null
  markKind: UncivilKind | null
  isBatch: boolean
  /** Who has taken it back since; null while it stands. */
  undone: 'own' | 'other' | null
  /** Set where a person or key rejected by it. */
  detection: Detection | null
  isRejection: boolean
  isRestored: boolean
  /** Whether an open suggestion was followed; null where none was, or it is open still. */
  uncivilFollowed: boolean | null
  offTopicFollowed: boolean | null
  count: number
}

const WAS = (path: string) => `d.before -> ${path}`
const IS = (path: string) => `d.after -> ${path}`
const UNCIVIL = `'suggestions' ->> 'uncivil'`
const OFF_TOPIC = `'suggestions' ->> 'offTopic'`
const BY_HAND = `d.actor_kind IN ('user', 'api_key')`

// A snapshot is looked into where it can tell something: of most decisions only whether a suggestion was open.
const REJECTS = `(d.kind = 'reject' OR d.kind = 'mark' AND d.after ->> 'status' = 'rejected' AND d.before ->> 'status' <> 'rejected')`
const FACTS = `
  ${REJECTS} AS rejects, d.kind = 'approve' AND d.before ->> 'status' = 'rejected' AS restores,
  CASE WHEN ${BY_HAND} AND ${WAS(UNCIVIL)} IS NOT NULL AND ${IS(UNCIVIL)} IS NULL
    THEN ${IS(`'marks' ->> 'uncivil'`)} IS NOT NULL OR d.after ->> 'status' = 'rejected' END AS uncivil_followed,
  CASE WHEN ${BY_HAND} AND ${WAS(OFF_TOPIC)} IS NOT NULL AND ${IS(OFF_TOPIC)} IS NULL
    THEN ${IS(`'marks' ->> 'offTopic'`)} = 'true' OR d.after ->> 'status' = 'rejected' END AS off_topic_followed,
  CASE WHEN NOT ${REJECTS} THEN NULL WHEN (d.before ->> 'openReports')::int > 0 THEN 'reports'
    WHEN ${WAS(UNCIVIL)} IS NOT NULL OR ${WAS(OFF_TOPIC)} IS NOT NULL THEN 'scores'
    WHEN d.before ->> 'isReviewed' = 'true' OR ${WAS(`'marks' ->> 'offTopic'`)} = 'true' OR ${WAS(`'marks' ->> 'uncivil'`)} IS NOT NULL THEN 'unknown'
    WHEN d.before ->> 'status' <> 'pending' THEN 'person' END AS detected`

// By article, as the log is indexed, and each decision's snapshots read once. What a rule had held is found on the comment, as long as
// it has the text that was rejected: few are asked for, those with nothing else against them.
const DECISIONS = `
  WITH undone AS MATERIALIZED (
    SELECT undoes_id AS id, actor_kind, actor_id FROM decision WHERE site_id = $1 AND undoes_id IS NOT NULL
  ), taken AS (
    SELECT d.comment_id, d.revision, d.kind, d.actor_kind, d.reason, d.mark, d.mark_kind, d.batch_id IS NOT NULL AS in_batch, ${BY_HAND} AS by_hand,
      CASE WHEN u.id IS NOT NULL THEN CASE WHEN u.actor_kind = 'user' AND d.actor_kind = 'user' AND u.actor_id = d.actor_id THEN 'own' ELSE 'other' END END AS undone,
      ${FACTS}
    FROM (SELECT id FROM article WHERE site_id = $1) a
    CROSS JOIN LATERAL (
      SELECT * FROM decision WHERE site_id = $1 AND article_id = a.id AND decided_at >= $2 AND decided_at < $3
        AND comment_id IS NOT NULL AND kind IN ('approve', 'reject', 'mark', 'clear_mark', 'hold') OFFSET 0
    ) d
    LEFT JOIN undone u ON u.id = d.id
  )
  SELECT t.kind, t.actor_kind AS actor, t.reason, t.mark, t.mark_kind AS "markKind", t.in_batch AS "isBatch", t.undone,
    CASE WHEN t.rejects AND t.by_hand THEN coalesce(t.detected, CASE WHEN c.revision IS DISTINCT FROM t.revision THEN 'unknown'
      WHEN c.findings @> '[{"phase": "watched_word"}]' THEN 'words' ELSE 'person' END) END AS detection,
    t.rejects AS "isRejection", t.restores AS "isRestored", t.uncivil_followed AS "uncivilFollowed", t.off_topic_followed AS "offTopicFollowed",
    count(*) AS count
  FROM taken t
  LEFT JOIN LATERAL (
    SELECT revision, findings FROM comment WHERE site_id = $1 AND id = t.comment_id AND t.rejects AND t.by_hand AND t.detected IS NULL LIMIT 1
  ) c ON true
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`

/** The decisions on comments in some time, those that were taken back since among them. */
export async function listDecisionGroups(db: Db, siteId: string, { from, to }: Bounds): Promise<DecisionGroup[]> {
  return db.query<DecisionGroup>(DECISIONS, [siteId, from, to])
}

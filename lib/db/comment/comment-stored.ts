import type { CommentStatus, UncivilKind } from '../../domain/comment'
import type { CommentStanding } from '../../domain/edit'
import type { Finding } from '../../domain/policy'
import type { Db } from '../connection'

/** A comment as ingest finds it. */
export interface StoredComment {
  id: string
  externalId: string
  articleId: string
  articleExternalId: string
  commenterId: string | null
  commenterExternalId: string | null
  /** Whether everything its writer sends is held. */
  isCommenterHeld: boolean
  parentId: string | null
  parentExternalId: string | null
  depth: number
  sourceRevision: number
  revision: number
  version: number
  body: string
  language: string | null
  status: CommentStatus
  postedAt: Date | null
  receivedAt: Date
  suggestedOffTopic: number | null
  suggestedUncivil: number | null
  suggestedUncivilKind: UncivilKind | null
  isMarkedOffTopic: boolean
  findings: Finding[]
  /** Whether its text was erased. */
  isErased: boolean
}

/**
 * Those of the site's comments that have these external ids. Each is looked up by key (LATERAL … LIMIT 1), because the
 * planner would otherwise read whole discussions while its statistics are behind. A connection keeps the plan it made until
 * the table is analysed, which statistics.ts sees to while a site grows.
 */
export async function listStoredComments(db: Db, siteId: string, externalIds: readonly string[]): Promise<StoredComment[]> {
  return db.query<StoredComment>(
    `SELECT c.id, c.external_id AS "externalId", c.article_id AS "articleId", a.external_id AS "articleExternalId",
       c.commenter_id AS "commenterId", w.external_id AS "commenterExternalId", w.held_at IS NOT NULL AS "isCommenterHeld",
       c.parent_id AS "parentId", c.parent_external_id AS "parentExternalId", c.depth,
       c.source_revision AS "sourceRevision", c.revision, c.version, c.body, c.language, c.status, c.posted_at AS "postedAt",
       c.received_at AS "receivedAt", c.suggested_off_topic AS "suggestedOffTopic", c.suggested_uncivil AS "suggestedUncivil",
       c.suggested_uncivil_kind AS "suggestedUncivilKind", c.findings, m.mark IS NOT NULL AS "isMarkedOffTopic",
       c.erased_at IS NOT NULL AS "isErased"
     FROM unnest($2::text[]) AS k (external_id)
     CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND external_id = k.external_id LIMIT 1) c
     CROSS JOIN LATERAL (SELECT external_id FROM article WHERE site_id = $1 AND id = c.article_id LIMIT 1) a
     LEFT JOIN LATERAL (SELECT external_id, held_at FROM commenter WHERE site_id = $1 AND id = c.commenter_id LIMIT 1) w ON true
     LEFT JOIN LATERAL (SELECT mark FROM mark WHERE site_id = $1 AND comment_id = c.id AND mark = 'off_topic' LIMIT 1) m ON true`,
    [siteId, externalIds],
    'stored-comments',
  )
}

/** A comment's standing and the version it belongs to. */
export interface VersionedStanding extends CommentStanding {
  version: number
}

/** Locks comments until the transaction ends, in the order of their ids, and returns the standing each then has. */
export async function lockStandings(db: Db, siteId: string, ids: readonly string[]): Promise<Map<string, VersionedStanding>> {
  const rows = await db.query<VersionedStanding & { id: string }>(
    'SELECT id, version, status, reviewed_at IS NOT NULL AS "isReviewed" FROM comment WHERE site_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [siteId, ids],
  )
  return new Map(rows.map(({ id, ...standing }) => [id, standing]))
}

interface CommentTarget {
  id: string
  articleExternalId: string
  status: CommentStatus
  sourceRevision: number
  isReviewed: boolean
  isErased: boolean
}

const TARGET = `SELECT c.id, a.external_id AS "articleExternalId", c.status, c.source_revision AS "sourceRevision",
  c.reviewed_at IS NOT NULL AS "isReviewed", c.erased_at IS NOT NULL AS "isErased"
  FROM comment c JOIN article a ON a.site_id = c.site_id AND a.id = c.article_id WHERE c.site_id = $1 AND c.external_id = $2`

/** One comment by its external id; null when the site has none of that id. */
export async function findCommentTarget(db: Db, siteId: string, externalId: string): Promise<CommentTarget | null> {
  const [row] = await db.query<CommentTarget>(TARGET, [siteId, externalId])
  return row ?? null
}

/** The same, locked until the transaction ends. */
export async function lockCommentTarget(db: Db, siteId: string, externalId: string): Promise<CommentTarget | null> {
  const [row] = await db.query<CommentTarget>(`${TARGET} FOR NO KEY UPDATE OF c`, [siteId, externalId])
  return row ?? null
}

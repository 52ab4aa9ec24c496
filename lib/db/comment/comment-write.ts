import { DatabaseError } from 'pg'
import type { CommentStatus, Suggestions } from '../../domain/comment'
import type { Finding } from '../../domain/policy'
import { noteTexts } from './comment-document'
import type { Db } from '../connection'

/** What the policy made of a text. */
export interface JudgedText {
  status: CommentStatus
  suggestions: Suggestions
  findings: Finding[]
  /** What the figures of the discussion count: the highest incivility, and the distance from the article, null when too short to tell. */
  incivility: number
  distance: number | null
}

interface NewComment extends JudgedText {
  id: string
  externalId: string
  articleId: string
  commenterId: string | null
  parentId: string | null
  parentExternalId: string | null
  depth: number
  sourceRevision: number
  revision: number
  body: string
  language: string | null
  postedAt: Date | null
}

/**
 * Writes new comments in one statement; it fails with `isStoredTwice` when another transaction has written one of their external ids
 * meanwhile. Pass them sorted by external id, so that two requests with the same comments wait for each other in the same order.
 */
export async function insertComments(db: Db, siteId: string, comments: readonly NewComment[], receivedAt: Date): Promise<void> {
  await db.query(
    `INSERT INTO comment (site_id, id, external_id, article_id, commenter_id, parent_id, parent_external_id, depth, source_revision,
       revision, body, language, posted_at, received_at, ordered_at, status, suggested_off_topic, suggested_uncivil,
       suggested_uncivil_kind, findings, incivility, distance)
     SELECT $1, c.id, c.external_id, c.article_id, c.commenter_id, c.parent_id, c.parent_external_id, c.depth, c.source_revision,
       c.revision, c.body, c.language, c.posted_at, $21::timestamptz, coalesce(c.posted_at, $21::timestamptz), c.status,
       c.off_topic, c.uncivil, c.uncivil_kind, c.findings::jsonb, c.incivility, c.distance
     FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::int[], $9::bigint[], $10::int[],
       $11::text[], $12::text[], $13::timestamptz[], $14::comment_status[], $15::real[], $16::real[], $17::uncivil_kind[], $18::text[],
       $19::real[], $20::real[])
       AS c (id, external_id, article_id, commenter_id, parent_id, parent_external_id, depth, source_revision, revision,
         body, language, posted_at, status, off_topic, uncivil, uncivil_kind, findings, incivility, distance)`,
    [
      siteId,
      comments.map((c) => c.id),
      comments.map((c) => c.externalId),
      comments.map((c) => c.articleId),
      comments.map((c) => c.commenterId),
      comments.map((c) => c.parentId),
      comments.map((c) => c.parentExternalId),
      comments.map((c) => c.depth),
      comments.map((c) => c.sourceRevision),
      comments.map((c) => c.revision),
      comments.map((c) => c.body),
      comments.map((c) => c.language),
      comments.map((c) => c.postedAt?.toISOString() ?? null),
      ...listJudged(comments),
      receivedAt,
    ],
    'insert-comments',
  )
}

/** Whether a statement failed because the site has a comment of that external id (PostgreSQL's unique_violation). */
export function isStoredTwice(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false
  return error.code === '23505' && error.constraint === 'comment_site_id_external_id_key'
}

/** Replaces texts, each with what the policy made of it: a new version that nobody has reviewed. */
export async function replaceTexts(
  db: Db,
  siteId: string,
  comments: readonly (JudgedText & { id: string; body: string; revision: number })[],
): Promise<void> {
  await db.query(
    `UPDATE comment SET body = c.body, revision = c.revision, version = version + 1, reviewed_at = NULL, removed_at = NULL, erased_at = NULL, status = c.status,
       suggested_off_topic = c.off_topic, suggested_uncivil = c.uncivil, suggested_uncivil_kind = c.uncivil_kind,
       findings = c.findings::jsonb, incivility = c.incivility, distance = c.distance
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::comment_status[], $6::real[], $7::real[], $8::uncivil_kind[], $9::text[],
       $10::real[], $11::real[])
       AS c (id, body, revision, status, off_topic, uncivil, uncivil_kind, findings, incivility, distance)
     WHERE comment.site_id = $1 AND comment.id = c.id`,
    [siteId, comments.map((c) => c.id), comments.map((c) => c.body), comments.map((c) => c.revision), ...listJudged(comments)],
  )
}

function listJudged(comments: readonly JudgedText[]): unknown[][] {
  return [
    comments.map((c) => c.status),
    comments.map((c) => c.suggestions.offTopic),
    comments.map((c) => c.suggestions.uncivil?.score ?? null),
    comments.map((c) => c.suggestions.uncivil?.kind ?? null),
    comments.map((c) => JSON.stringify(c.findings)),
    comments.map((c) => c.incivility),
    comments.map((c) => c.distance),
  ]
}

/** What a newer message adds to a stored comment; what it does not name stays as it is. */
interface AddedFacts {
  id: string
  sourceRevision: number
  commenterId: string | null
  parentExternalId: string | null
  language: string | null
  postedAt: Date | null
}

/** Writes the source's revision and the newest language, and fills in who, when and under which parent where that was unknown. */
export async function fillFacts(db: Db, siteId: string, facts: readonly AddedFacts[]): Promise<void> {
  await db.query(
    `UPDATE comment SET source_revision = f.source_revision, commenter_id = coalesce(comment.commenter_id, f.commenter_id),
       parent_external_id = coalesce(comment.parent_external_id, f.parent_external_id), language = coalesce(f.language, comment.language),
       posted_at = coalesce(comment.posted_at, f.posted_at), ordered_at = coalesce(comment.posted_at, f.posted_at, comment.received_at)
     FROM unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
       AS f (id, source_revision, commenter_id, parent_external_id, language, posted_at)
     WHERE comment.site_id = $1 AND comment.id = f.id`,
    [
      siteId,
      facts.map((f) => f.id),
      facts.map((f) => f.sourceRevision),
      facts.map((f) => f.commenterId),
      facts.map((f) => f.parentExternalId),
      facts.map((f) => f.language),
      facts.map((f) => f.postedAt?.toISOString() ?? null),
    ],
  )
}

/**
 * Takes back open off-topic suggestions, each with the findings that remain. Not a new version: text, status and marks are
 * as they were. What a person has reviewed meanwhile is left alone.
 */
export async function withdrawOffTopic(db: Db, siteId: string, comments: readonly { id: string; findings: Finding[] }[]): Promise<void> {
  await db.query(
    `UPDATE comment SET suggested_off_topic = NULL, findings = c.findings::jsonb
     FROM unnest($2::uuid[], $3::text[]) AS c (id, findings)
     WHERE comment.site_id = $1 AND comment.id = c.id AND comment.reviewed_at IS NULL AND comment.suggested_off_topic IS NOT NULL`,
    [siteId, comments.map((c) => c.id), comments.map((c) => JSON.stringify(c.findings))],
  )
}

/** Adds a finding to what the policy found in comments. Not a new version; what changes because of it is a decision. */
export async function addFinding(db: Db, siteId: string, ids: readonly string[], finding: Finding): Promise<void> {
  await db.query('UPDATE comment SET findings = findings || $3::jsonb WHERE site_id = $1 AND id = ANY($2::uuid[])', [
    siteId,
    ids,
    JSON.stringify([finding]),
  ])
}

/** Notes of new comments that they came after their deletion, and of some of them that they came after their writer was erased, without their texts. */
export async function markGone(db: Db, siteId: string, ids: readonly string[], erased: readonly string[], at: Date): Promise<void> {
  await db.query(
    'UPDATE comment SET removed_at = $4, erased_at = CASE WHEN id = ANY($3::uuid[]) THEN $4::timestamptz END WHERE site_id = $1 AND id = ANY($2::uuid[])',
    [siteId, ids, erased, at],
  )
}

/** Notes that a comment was deleted at its source. Its text stays a while, for the log, and is found by nobody. */
export async function markRemoved(db: Db, siteId: string, id: string, sourceRevision: number, at: Date): Promise<void> {
  await db.query(
    `UPDATE comment SET status = 'removed', version = version + 1, source_revision = $3, removed_at = coalesce(removed_at, $4::timestamptz)
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, sourceRevision, at],
  )
  await db.query('DELETE FROM comment_document WHERE site_id = $1 AND comment_id = $2', [siteId, id])
  await db.query('DELETE FROM comment_similarity WHERE site_id = $1 AND comment_id = $2', [siteId, id])
  // Its text may be on its way into the index at this moment.
  await noteTexts(db, siteId, [id])
}

import type { CommentStatus, Suggestions, UncivilKind } from '../../domain/comment'
import type { Finding } from '../../domain/policy'
import type { Db } from '../connection'

/** A comment as a later score finds it, locked until the transaction ends. */
export interface ScoredComment {
  id: string
  revision: number
  status: CommentStatus
  findings: Finding[]
  suggestedOffTopic: number | null
  suggestedUncivil: number | null
  suggestedUncivilKind: UncivilKind | null
  isReply: boolean
  isParentOffTopic: boolean
  /** A person has settled it, or has decided something about this text that was not taken back. */
  isDecided: boolean
}

const LOCK = 'SELECT FROM comment WHERE site_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE'
const SCORED = `
  SELECT c.id, c.revision, c.status, c.findings, c.suggested_off_topic AS "suggestedOffTopic", c.suggested_uncivil AS "suggestedUncivil",
    c.suggested_uncivil_kind AS "suggestedUncivilKind", c.parent_external_id IS NOT NULL AS "isReply",
    coalesce((SELECT p.suggested_off_topic IS NOT NULL OR EXISTS (
        SELECT 1 FROM mark m WHERE m.site_id = p.site_id AND m.comment_id = p.id AND m.mark = 'off_topic')
      FROM comment p WHERE p.site_id = c.site_id AND p.id = c.parent_id), false) AS "isParentOffTopic",
    c.reviewed_at IS NOT NULL OR EXISTS (
      SELECT 1 FROM decision d WHERE d.site_id = c.site_id AND d.comment_id = c.id AND d.revision = c.revision AND d.kind <> 'undo'
        AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id)) AS "isDecided"
  FROM comment c WHERE c.site_id = $1 AND c.id = ANY($2::uuid[]) AND c.erased_at IS NULL ORDER BY c.id`

/**
 * Locks comments in the order of their ids; what the site does not have is left out, and what was erased. They are read by a statement of its own, in the same
 * round trip: one that waited for a lock knows nothing of the decision that it waited for.
 */
export async function lockScoredComments(db: Db, siteId: string, ids: readonly string[]): Promise<ScoredComment[]> {
  const [, locked] = await Promise.all([
    db.query(LOCK, [siteId, ids], 'lock-scored-comments'),
    db.query<ScoredComment>(SCORED, [siteId, ids], 'scored-comments'),
  ])
  return locked
}

/** A stored number, as the policy takes it. */
export interface StoredNumber {
  commentId: string
  scorer: string
  version: string
  attribute: string
  value: number
}

export async function listNumbers(db: Db, siteId: string, ids: readonly string[]): Promise<StoredNumber[]> {
  return db.query<StoredNumber>(
    `SELECT comment_id AS "commentId", scorer, scorer_version AS version, attribute, value FROM score
     WHERE site_id = $1 AND comment_id = ANY($2::uuid[])`,
    [siteId, ids],
    'list-numbers',
  )
}

/** Removes what these scorers said of these comments. */
export async function deleteScoresOf(db: Db, siteId: string, ids: readonly string[], scorers: readonly string[]): Promise<void> {
  await db.query(
    `UPDATE comment_scores SET scores = (
       SELECT coalesce(jsonb_object_agg(e.name, e.score), '{}') FROM jsonb_each(scores) AS e (name, score)
       WHERE split_part(e.name, ' ', 1) <> ALL($3::text[]))
     WHERE site_id = $1 AND comment_id = ANY($2::uuid[])`,
    [siteId, ids, scorers],
    'delete-scores-of',
  )
}

/** Removes what the scorers `outread` said of these comments wherever `reader` says something of the same attribute. */
export async function deleteOutreadScores(
  db: Db,
  siteId: string,
  ids: readonly string[],
  { reader, outread }: { reader: string; outread: readonly string[] },
): Promise<void> {
  await db.query(
    `UPDATE comment_scores SET scores = scores - names.outread FROM (
       SELECT k.comment_id, array_agg(o.name || ' ' || split_part(e.name, ' ', 2)) AS outread FROM comment_scores k
       CROSS JOIN LATERAL jsonb_object_keys(k.scores) e (name) CROSS JOIN unnest($4::text[]) o (name)
       WHERE k.site_id = $1 AND k.comment_id = ANY($2::uuid[]) AND split_part(e.name, ' ', 1) = $3 GROUP BY 1) names
     WHERE site_id = $1 AND comment_scores.comment_id = names.comment_id AND scores ?| names.outread`,
    [siteId, ids, reader, outread],
    'delete-outread-scores',
  )
}

/**
 * Writes suggestions with their findings, and nothing else: status, marks and version stay. Call it with the rows locked. Tells
 * every open desk which comments they are of, when the transaction ends.
 */
export async function writeSuggestions(
  db: Db,
  siteId: string,
  comments: readonly { id: string; suggestions: Suggestions; findings: Finding[] }[],
): Promise<void> {
  await db.query(
    `WITH written AS (
       UPDATE comment SET suggested_off_topic = c.off_topic, suggested_uncivil = c.uncivil, suggested_uncivil_kind = c.kind,
         findings = c.findings::jsonb
       FROM unnest($2::uuid[], $3::real[], $4::real[], $5::uncivil_kind[], $6::text[]) AS c (id, off_topic, uncivil, kind, findings)
       WHERE comment.site_id = $1 AND comment.id = c.id RETURNING comment.id
     )
     SELECT pg_notify('parley_scores', $1::text || ' ' || string_agg(id::text, ',')) FROM (
       SELECT id, (row_number() OVER () - 1) / 150 AS message FROM written) w GROUP BY message`,
    [
      siteId,
      comments.map((c) => c.id),
      comments.map((c) => c.suggestions.offTopic),
      comments.map((c) => c.suggestions.uncivil?.score ?? null),
      comments.map((c) => c.suggestions.uncivil?.kind ?? null),
      comments.map((c) => JSON.stringify(c.findings)),
    ],
    'write-suggestions',
  )
}

/** What a scorer reads of a comment. */
export interface TextToScore {
  id: string
  revision: number
  body: string
  language: string | null
  status: CommentStatus
  parentBody: string | null
  isReply: boolean
  depth: number
  orderedAt: Date
  article: { id: string; title: string; standfirst: string | null; body: string; version: string }
}

const TEXT = `c.id, c.revision, c.body, c.language, c.status, c.parent_external_id IS NOT NULL AS "isReply", c.depth, c.ordered_at AS "orderedAt",
  (SELECT p.body FROM comment p WHERE p.site_id = c.site_id AND p.id = c.parent_id AND p.status <> 'removed') AS "parentBody",
  json_build_object('id', a.id, 'title', a.title, 'standfirst', a.standfirst, 'body', a.body, 'version', md5(a.title || E'\\n' || coalesce(a.standfirst, '') || E'\\n' || a.body)) AS article`

/** The texts of comments, with what they answer and what they are under. What was deleted at its source is left out. */
export async function listTextsToScore(db: Db, siteId: string, ids: readonly string[]): Promise<TextToScore[]> {
  return db.query<TextToScore>(
    `SELECT ${TEXT} FROM unnest($2::uuid[]) AS k (id)
     CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = k.id LIMIT 1) c
     CROSS JOIN LATERAL (SELECT * FROM article WHERE site_id = $1 AND id = c.article_id LIMIT 1) a
     WHERE c.status <> 'removed' AND c.erased_at IS NULL`,
    [siteId, ids],
    'texts-to-score',
  )
}

/** A place in the order of a site's comments, the newest first. */
export interface ScorePlace {
  time: Date
  id: string
}

/** The next comments after a place, the newest first, those that were deleted at their source among them. */
export async function listNextTexts(db: Db, siteId: string, after: ScorePlace | null, limit: number): Promise<TextToScore[]> {
  return db.query<TextToScore>(
    `SELECT ${TEXT} FROM (
       SELECT * FROM comment WHERE site_id = $1 AND ($2::timestamptz IS NULL OR (ordered_at, id) < ($2::timestamptz, $3::uuid))
       ORDER BY ordered_at DESC, id DESC LIMIT $4) c
     CROSS JOIN LATERAL (SELECT * FROM article WHERE site_id = $1 AND id = c.article_id LIMIT 1) a
     ORDER BY c.ordered_at DESC, c.id DESC`,
    [siteId, after?.time ?? null, after?.id ?? null, limit],
    'next-texts',
  )
}

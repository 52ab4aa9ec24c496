import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import type { CommentStatus, Marks, UncivilKind } from '@/lib/domain/comment'
import type { Finding } from '@/lib/domain/policy'
import { makeArticle } from './article'

/** What a test may say of a comment; everything else gets a plain value. */
export interface CommentOverrides {
  externalId?: string
  /** Default: the parent's article, else a new one. */
  article?: { id: string }
  parent?: MadeComment
  /** The parent as the source names it; with no `parent`, one that has not arrived. */
  parentExternalId?: string
  /** A name, which finds or makes the commenter; null for an unknown author. */
  commenter?: string | null
  body?: string
  language?: string | null
  status?: CommentStatus
  version?: number
  suggestedOffTopic?: number
  suggestedUncivil?: { score: number; kind: UncivilKind }
  /** As many open reports are stored. */
  openReports?: number
  reviewedAt?: Date | null
  /** Null when the source gave no time. */
  postedAt?: Date | null
  receivedAt?: Date
  marks?: Partial<Marks>
  findings?: Finding[]
}

export interface MadeComment {
  id: string
  externalId: string
  version: number
  articleId: string
  commenterId: string | null
  depth: number
}

/** A comment straight in the tables, with its reports and marks: fast, and without the rules of the ingest service. */
export async function makeComment(site: { id: string }, overrides: CommentOverrides = {}): Promise<MadeComment> {
  const id = uuidv7()
  const { parent, suggestedUncivil } = overrides
  const name = overrides.commenter === undefined ? 'Ada Reader' : overrides.commenter
  const receivedAt = overrides.receivedAt ?? new Date()
  const postedAt = overrides.postedAt === undefined ? receivedAt : overrides.postedAt
  const made: MadeComment = {
    id,
    externalId: overrides.externalId ?? `comment-${id}`,
    version: overrides.version ?? 1,
    articleId: overrides.article?.id ?? parent?.articleId ?? (await makeArticle(site)).id,
    commenterId: name === null ? null : await findOrMakeCommenter(site.id, name),
    depth: parent ? parent.depth + 1 : 0,
  }
  await getDb().query(
    `INSERT INTO comment (site_id, id, article_id, commenter_id, parent_id, parent_external_id, depth, external_id, body, language,
       status, version, posted_at, received_at, ordered_at, reviewed_at, suggested_off_topic, suggested_uncivil,
       suggested_uncivil_kind, findings, open_reports)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::timestamptz, $14::timestamptz, coalesce($13, $14), $15, $16, $17, $18, $19, $20)`,
    [
      site.id,
      id,
      made.articleId,
      made.commenterId,
      parent?.id ?? null,
      overrides.parentExternalId ?? parent?.externalId ?? null,
      made.depth,
      made.externalId,
      overrides.body ?? 'Sundays without cars would be a fine thing for this street.',
      overrides.language ?? null,
      overrides.status ?? 'published',
      made.version,
      postedAt,
      receivedAt,
      overrides.reviewedAt ?? null,
      overrides.suggestedOffTopic ?? null,
      suggestedUncivil?.score ?? null,
      suggestedUncivil?.kind ?? null,
      JSON.stringify(overrides.findings ?? []),
      overrides.openReports ?? 0,
    ],
  )
  await addReports(site.id, id, overrides.openReports ?? 0, receivedAt)
  await addMarks(site.id, id, overrides.marks ?? {}, receivedAt)
  return made
}

async function findOrMakeCommenter(siteId: string, name: string): Promise<string> {
  const [row] = await getDb().query<{ id: string }>(
    `INSERT INTO commenter (site_id, id, external_id, name) VALUES ($1, $2, $3, $4)
     ON CONFLICT (site_id, external_id) DO UPDATE SET name = excluded.name RETURNING id`,
    [siteId, uuidv7(), `name:${name}`, name],
  )
  if (!row) throw new Error('the commenter was not made')
  return row.id
}

async function addReports(siteId: string, commentId: string, count: number, at: Date): Promise<void> {
  const ids = Array.from({ length: count }, () => uuidv7())
  await getDb().query(
    `INSERT INTO report (site_id, id, comment_id, external_id, reporter, reason, reported_at)
     SELECT $1, id, $2, 'report-' || id, 'a reader', 'abuse', $4 FROM unnest($3::uuid[]) AS id`,
    [siteId, commentId, ids, at],
  )
}

async function addMarks(siteId: string, commentId: string, marks: Partial<Marks>, at: Date): Promise<void> {
  const insert = (mark: string, kind: UncivilKind | null) =>
    getDb().query('INSERT INTO mark (site_id, comment_id, mark, kind, set_at) VALUES ($1, $2, $3, $4, $5)', [
      siteId,
      commentId,
      mark,
      kind,
      at,
    ])
  if (marks.offTopic) await insert('off_topic', null)
  if (marks.uncivil) await insert('uncivil', marks.uncivil)
}

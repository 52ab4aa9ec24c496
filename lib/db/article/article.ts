import type { ArticleState } from '../../domain/comment'
import type { Db } from '../connection'
import { DELETIONS_LOCK } from '../comment/tombstone'

/** An article's fields, as they are put and as they are read. */
export interface ArticleFields {
  title: string
  url: string | null
  standfirst: string | null
  body: string
  author: string | null
  authorBio: string | null
  imageCredit: string | null
  section: string | null
  language: string | null
  state: ArticleState
  publishedAt: Date | null
}

export interface ArticleRow extends ArticleFields {
  id: string
  externalId: string
}

const COLUMNS = `id, external_id AS "externalId", title, url, standfirst, body, author, author_bio AS "authorBio",
  image_credit AS "imageCredit", section, language, state, published_at AS "publishedAt"`

export async function findArticle(db: Db, siteId: string, externalId: string): Promise<ArticleRow | null> {
  const [row] = await db.query<ArticleRow>(`SELECT ${COLUMNS} FROM article WHERE site_id = $1 AND external_id = $2`, [siteId, externalId])
  return row ?? null
}

/** The same, and nobody else can change it, or add comments under it, until this transaction ends. */
export async function lockArticle(db: Db, siteId: string, externalId: string): Promise<ArticleRow | null> {
  const [row] = await db.query<ArticleRow>(`SELECT ${COLUMNS} FROM article WHERE site_id = $1 AND external_id = $2 FOR NO KEY UPDATE`, [
    siteId,
    externalId,
  ])
  return row ?? null
}

/** False when the site has an article of that external id already. */
export async function insertArticle(db: Db, siteId: string, article: ArticleRow & { createdAt: Date }): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO article (site_id, id, external_id, title, url, standfirst, body, author, author_bio, image_credit, section, language,
       state, published_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
     ON CONFLICT (site_id, external_id) DO NOTHING RETURNING id`,
    [siteId, article.id, article.externalId, ...listFields(article), article.createdAt],
  )
  return rows.length === 1
}

export async function updateArticle(db: Db, siteId: string, article: ArticleRow & { updatedAt: Date }): Promise<void> {
  await db.query(
    `UPDATE article SET title = $3, url = $4, standfirst = $5, body = $6, author = $7, author_bio = $8, image_credit = $9, section = $10,
       language = $11, version = version + (state <> $12::article_state)::int, state = $12, published_at = $13, updated_at = $14
     WHERE site_id = $1 AND id = $2`,
    [siteId, article.id, ...listFields(article), article.updatedAt],
  )
}

function listFields(article: ArticleFields): unknown[] {
  const { title, url, standfirst, body, author, authorBio, imageCredit, section, language, state, publishedAt } = article
  return [title, url, standfirst, body, author, authorBio, imageCredit, section, language, state, publishedAt]
}

/** Changes with what scorers read. */
const TEXT_VERSION = `md5(title || E'\\n' || coalesce(standfirst, '') || E'\\n' || body)`

/** The texts of the articles with these external ids, as they are at the moment, for scorers. */
export async function listArticleTexts(
  db: Db,
  siteId: string,
  externalIds: readonly string[],
): Promise<(Pick<ArticleRow, 'id' | 'externalId' | 'title' | 'standfirst' | 'body'> & { version: string })[]> {
  return db.query(
    `SELECT id, external_id AS "externalId", title, standfirst, body, ${TEXT_VERSION} AS version
     FROM article WHERE site_id = $1 AND external_id = ANY($2::text[])`,
    [siteId, externalIds],
    'article-texts',
  )
}

/** What ingest needs of an article: enough to score against it and to apply the policy. */
export interface DiscussedArticle {
  id: string
  externalId: string
  state: ArticleState
  /** Seconds that somebody must leave between two comments; null when slow mode is off. */
  slowSeconds: number | null
  /** Whether replies are closed under any of its comments. */
  hasClosedReplies: boolean
  title: string
  section: string | null
  standfirst: string | null
  body: string
  /** Changes with the text. */
  textVersion: string
}

/**
 * The articles with these external ids, locked until the transaction ends. The lock lets one request at a time add to a
 * discussion, so that a reply and its parent that arrive in two requests at once cannot miss each other, nor close a
 * circle. Articles are locked in the order of their ids, so that two requests cannot wait for each other. Deletions of
 * comments that are not there wait as well (tombstone.ts).
 */
export async function lockDiscussedArticles(db: Db, siteId: string, externalIds: readonly string[]): Promise<DiscussedArticle[]> {
  return db.query<DiscussedArticle>(
    `SELECT id, external_id AS "externalId", state, slow_seconds AS "slowSeconds",
       EXISTS (SELECT 1 FROM comment c WHERE c.site_id = $1 AND c.article_id = article.id AND c.replies_closed_at IS NOT NULL) AS "hasClosedReplies", title, section,
       standfirst, body,
       ${TEXT_VERSION} AS "textVersion"
     FROM article, (SELECT pg_advisory_xact_lock_shared(${DELETIONS_LOCK})) AS lock
     WHERE site_id = $1 AND external_id = ANY($2::text[]) ORDER BY id FOR NO KEY UPDATE OF article`,
    [siteId, externalIds],
    'articles-to-discuss',
  )
}

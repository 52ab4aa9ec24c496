import type { CommentContext, CommenterRecord } from '../../contracts/queue'
import type { Db } from '../connection'

const ARTICLE = `
  SELECT a.id, a.title, a.standfirst, a.body, a.section, a.author, a.published_at, a.url,
    CASE WHEN a.help_at IS NOT NULL THEN jsonb_build_object('by', a.help_by, 'note', a.help_note, 'at', a.help_at) END AS help
  FROM article a WHERE a.site_id = $1 AND a.id = $2`

interface ArticleRecord {
  id: string
  title: string
  standfirst: string | null
  body: string
  section: string | null
  author: string | null
  published_at: Date | null
  url: string | null
  help: CommentContext['article']['help']
}

/** What a comment was written under; null when the site has no such article. */
export async function findArticleBackground(db: Db, siteId: string, articleId: string): Promise<CommentContext['article'] | null> {
  const [record] = await db.query<ArticleRecord>(ARTICLE, [siteId, articleId], 'article-background')
  if (!record) return null
  const { published_at: publishedAt, ...article } = record
  return { ...article, publishedAt: publishedAt?.toISOString() ?? null }
}

const COMMENTER = `
  SELECT w.id, w.name, least(w.created_at, min(c.ordered_at)) AS since, count(c.id) AS comments,
    count(*) FILTER (WHERE c.status = 'approved') AS approved,
    count(*) FILTER (WHERE c.status = 'rejected') AS rejected,
    count(*) FILTER (WHERE c.marked_off_topic) AS "offTopic",
    count(*) FILTER (WHERE c.marked_uncivil IS NOT NULL) AS uncivil,
    count(*) FILTER (WHERE c.ordered_at > $3::timestamptz AND c.ordered_at <= $4::timestamptz) AS "lastWeek"
  FROM commenter w
  LEFT JOIN comment c ON c.site_id = w.site_id AND c.commenter_id = w.id
  WHERE w.site_id = $1 AND w.id = $2
  GROUP BY w.site_id, w.id`

const WEEK = 7 * 24 * 60 * 60 * 1000

/** What a commenter's comments on this site came to, those deleted at their source included, with those of the seven days before `now`. */
export async function findCommenterRecord(db: Db, siteId: string, commenterId: string, now: Date): Promise<CommenterRecord | null> {
  const weekAgo = new Date(now.getTime() - WEEK)
  const [record] = await db.query<Omit<CommenterRecord, 'since'> & { since: Date }>(
    COMMENTER,
    [siteId, commenterId, weekAgo, now],
    'commenter-record',
  )
  return record ? { ...record, since: record.since.toISOString() } : null
}

import type { CommentContext, CommenterRecord } from '../../contracts/queue'
import { toHold, type HoldRecord } from '../commenter-hold'
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

// Asks for nothing that the index over a commenter's comments does not hold (comment_commenter).
const COMMENTER = `
  SELECT w.id, w.name, least(w.created_at, c.first) AS since, c.comments, c.approved, c.rejected, c."offTopic", c.uncivil, c."lastWeek",
    w.held_at, w.held_by_name, w.held_note
  FROM commenter w
  CROSS JOIN LATERAL (
    SELECT min(ordered_at) AS first, count(*) AS comments,
      count(*) FILTER (WHERE status = 'approved') AS approved,
      count(*) FILTER (WHERE status = 'rejected') AS rejected,
      count(*) FILTER (WHERE marked_off_topic) AS "offTopic",
      count(*) FILTER (WHERE marked_uncivil IS NOT NULL) AS uncivil,
      count(*) FILTER (WHERE ordered_at > $3::timestamptz AND ordered_at <= $4::timestamptz) AS "lastWeek"
    FROM comment WHERE site_id = $1 AND commenter_id = $2
  ) c
  WHERE w.site_id = $1 AND w.id = $2 AND w.name <> ''`

const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * What a commenter's comments on this site came to, those deleted at their source included, with those of the seven days before `now`.
 * Whoever is being erased has no name any more, and is nobody.
 */
export async function findCommenterRecord(db: Db, siteId: string, commenterId: string, now: Date): Promise<CommenterRecord | null> {
  const weekAgo = new Date(now.getTime() - WEEK)
  const [row] = await db.query<Omit<CommenterRecord, 'since' | 'hold'> & HoldRecord & { since: Date }>(
    COMMENTER,
    [siteId, commenterId, weekAgo, now],
    'commenter-record',
  )
  if (!row) return null
  const { held_at, held_by_name, held_note, ...record } = row
  return { ...record, since: record.since.toISOString(), hold: toHold({ held_at, held_by_name, held_note }) }
}

import { TREND_DAYS, type ArticleListQuery } from '../../contracts/article-list'
import type { ArticleListSort } from '../../domain/article-list'
import type { AlertMeasure } from '../../domain/alerts'
import type { ArticleState } from '../../domain/comment'
import { Values } from '../queue/comment-filter'
import type { Db } from '../connection'

/** What the list is ordered by, with the type that a cursor's text is read as. Each has an index (article_standing_by_*, article_by_*). */
const KEYS: Record<ArticleListSort, Key> = {
  last: { key: 't.last_at', type: 'timestamptz' },
  published: { key: 'coalesce(a.published_at, a.created_at)', type: 'timestamptz', id: 'a.id' },
  title: { key: 'lower(a.title)', type: 'text', id: 'a.id' },
  comments: { key: 't.comments', type: 'int' },
  waiting: { key: 't.waiting', type: 'int' },
  off_topic: { key: 't.off_topic', type: 'float8' },
  uncivil: { key: 't.uncivil', type: 'float8' },
  civility: { key: 't.civility', type: 'float8' },
  voices: { key: 't.voices', type: 'int' },
  median_wait: { key: 't.median_wait', type: 'float8' },
  p90_wait: { key: 't.p90_wait', type: 'float8' },
}

interface Key {
  key: string
  type: string
  /** The id that ends the key, in the table that the index is of: t.article_id where nothing is said. */
  id?: string
}

/** Shares and waits that are unknown (-1) come last in either order. */
const CAN_BE_UNKNOWN: readonly ArticleListSort[] = ['off_topic', 'uncivil', 'civility', 'median_wait', 'p90_wait']

/** The order's key: the column itself downwards, so that its index is walked. */
function keyOf({ sort, order }: Pick<ArticleListQuery, 'sort' | 'order'>): Required<Key> {
  const { key, type, id = 't.article_id' } = KEYS[sort]
  const isBent = order === 'asc' && CAN_BE_UNKNOWN.includes(sort)
  return { key: isBent ? `CASE WHEN ${key} < 0 THEN float8 'Infinity' ELSE ${key} END` : key, type, id }
}

/** Where a page ended. The key is text as PostgreSQL wrote it. */
export interface ArticlePlace {
  key: string
  id: string
}

export interface ListedArticleRow {
  id: string
  key: string
  title: string
  section: string | null
  author: string | null
  state: ArticleState
  slowSeconds: number | null
  isHelpAsked: boolean
  publishedAt: Date | null
  voices: number
  medianWait: number
  p90Wait: number
  lastAt: Date
  comments: number | null
  waiting: number | null
  judged: number | null
  rejected: number | null
  off_topic: number | null
  uncivil: number | null
  incivility_sum: number | null
  alerts: AlertMeasure[] | null
  days: { day: number; comments: number; incivility: number }[] | null
}

function writeFilter(query: ArticleListQuery, values: Values): string[] {
  const conditions = ['a.site_id = $1']
  if (query.section !== undefined) conditions.push(query.section === '' ? 'a.section IS NULL' : `a.section = ${values.bind(query.section)}`)
  if (query.author !== undefined) conditions.push(`a.author = ${values.bind(query.author)}`)
  if (query.state !== undefined) conditions.push(`a.state = ${values.bind(query.state)}::article_state`)
  if (query.q !== undefined && query.q.trim() !== '')
    conditions.push(`a.title ILIKE ${values.bind(`%${query.q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`)}`)
  if (query.from !== undefined)
    conditions.push(`coalesce(a.published_at, a.created_at) >= ${values.bind(`${query.from}T00:00:00Z`)}::timestamptz`)
  if (query.to !== undefined)
    conditions.push(`coalesce(a.published_at, a.created_at) < ${values.bind(`${query.to}T00:00:00Z`)}::timestamptz + interval '1 day'`)
  if (query.waiting) conditions.push('t.waiting > 0')
  return conditions
}

const FROM = 'article_standing t JOIN article a ON a.site_id = t.site_id AND a.id = t.article_id'

/**
 * One page of the list: the place along the order's index first, then, for the rows of the page only, what they show. `today` is
 * the day on which the series end.
 */
export async function listArticleRows(
  db: Db,
  siteId: string,
  query: ArticleListQuery,
  page: { after: ArticlePlace | null; limit: number; today: Date },
): Promise<ListedArticleRow[]> {
  const values = new Values(siteId)
  const conditions = ['t.site_id = $1', ...writeFilter(query, values)]
  const { key, type, id } = keyOf(query)
  const [direction, beyond] = query.order === 'desc' ? ['DESC', '<'] : ['ASC', '>']
  if (page.after)
    conditions.push(`(${key}, ${id}) ${beyond} (${values.bind(page.after.key)}::${type}, ${values.bind(page.after.id)}::uuid)`)
  const picked = `
    SELECT a.id, (${key})::text AS key, a.title, a.section, a.author, a.state, a.slow_seconds AS "slowSeconds", a.help_at IS NOT NULL AS "isHelpAsked",
      a.published_at AS "publishedAt", t.voices, t.median_wait AS "medianWait", t.p90_wait AS "p90Wait", t.last_at AS "lastAt",
      row_number() OVER (ORDER BY ${key} ${direction}, ${id} ${direction}) AS place
    FROM ${FROM} WHERE ${conditions.join(' AND ')}
    ORDER BY ${key} ${direction}, ${id} ${direction} LIMIT ${values.bind(page.limit)}`
  const today = values.bind(page.today)
  return db.query<ListedArticleRow>(
    `WITH picked AS MATERIALIZED (${picked})
     SELECT p.*, s.comments, s.waiting, s.judged, s.rejected, s.off_topic, s.uncivil, s.incivility_sum, d.days,
       (SELECT array_agg(al.measure ORDER BY al.measure) FROM alert al
        WHERE al.site_id = $1 AND al.article_id = p.id AND al.cleared_at IS NULL) AS alerts
     FROM picked p
     LEFT JOIN LATERAL (SELECT * FROM article_stat WHERE site_id = $1 AND article_id = p.id AND grain = 't' LIMIT 1) s ON true
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('day', extract(day FROM ${today}::timestamptz - at), 'comments', comments, 'incivility', incivility_sum)) AS days
       FROM article_stat WHERE site_id = $1 AND article_id = p.id AND grain = 'd' AND at > ${today}::timestamptz - make_interval(days => ${TREND_DAYS})
         AND at <= ${today}::timestamptz AND comments > 0
     ) d ON true
     ORDER BY p.place`,
    values.list,
    'article-list',
  )
}

/** How many articles fit the filter. */
export async function countArticleRows(db: Db, siteId: string, query: ArticleListQuery): Promise<number> {
  const values = new Values(siteId)
  const conditions = writeFilter(query, values)
  // Without the standings where nothing is asked of them: with them, all of a site's articles are joined to be counted.
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM ${query.waiting ? FROM : 'article a'} WHERE ${conditions.join(' AND ')}`,
    values.list,
    'article-list-count',
  )
  return row?.count ?? 0
}

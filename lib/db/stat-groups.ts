import type { Db } from './connection'
import { OUTCOMES, type OutcomeRow } from './stat-article'

/** Sums of counters over a group of articles and days. */
export interface GroupSums {
  comments: number
  replies: number
  articles: number
  waiting: number
  rejected: number
  decided: number
  off_topic: number
  uncivil: number
  incivility_sum: number
}

const SUMS = `
  coalesce(sum(s.comments), 0)::int AS comments, coalesce(sum(s.replies), 0)::int AS replies,
  count(DISTINCT s.article_id) FILTER (WHERE s.comments > 0)::int AS articles, coalesce(sum(s.waiting), 0)::int AS waiting,
  coalesce(sum(s.rejected), 0)::int AS rejected, coalesce(sum(s.decided), 0)::int AS decided, coalesce(sum(s.off_topic), 0)::int AS off_topic,
  coalesce(sum(s.uncivil), 0)::int AS uncivil, coalesce(sum(s.incivility_sum), 0)::bigint AS incivility_sum`

/** Whose days: articles by id, a section (null: any, '' : none), from one day up to (not with) another. */
export interface StatGroup {
  articles: readonly string[] | null
  section: string | null
  from: Date | null
  to: Date | null
}

/** Conditions over `table`; $1 is the site, $2–$5 are the group. One text for every group, so that it is prepared once. */
const OF_GROUP = (table: string, day: string) => `
  FROM ${table} s JOIN article a ON a.site_id = s.site_id AND a.id = s.article_id
  WHERE s.site_id = $1 AND ($2::uuid[] IS NULL OR s.article_id = ANY($2)) AND ($3::text IS NULL OR coalesce(a.section, '') = $3)
    AND s.${day} >= $4 AND s.${day} < $5`

const ALWAYS = { from: new Date('1900-01-01T00:00:00Z'), to: new Date('9000-01-01T00:00:00Z') }

function bind(siteId: string, { articles, section, from, to }: StatGroup): unknown[] {
  return [siteId, articles, section, from ?? ALWAYS.from, to ?? ALWAYS.to]
}

const WHOLE = `SELECT ${SUMS} ${OF_GROUP('article_stat', 'at')} AND s.grain = 'd'`

export async function sumGroup(db: Db, siteId: string, group: StatGroup): Promise<GroupSums> {
  const [row] = await db.query<GroupSums>(WHOLE, bind(siteId, group), 'group-sums')
  if (!row) throw new Error('An aggregate without GROUP BY gave no row')
  return row
}

const DAYS = `SELECT s.at, ${OUTCOMES} ${OF_GROUP('article_stat', 'at')} AND s.grain = 'd' GROUP BY s.at ORDER BY s.at`

/** A group's days with comments by what became of them, oldest first. */
export async function listGroupDays(db: Db, siteId: string, group: StatGroup): Promise<OutcomeRow[]> {
  return db.query<OutcomeRow>(DAYS, bind(siteId, group), 'group-days')
}

const WAITS = `SELECT s.bucket, sum(s.comments)::int AS comments ${OF_GROUP('article_wait', 'day')} GROUP BY s.bucket HAVING sum(s.comments) > 0 ORDER BY s.bucket`

/** A group's waits by length. */
export async function listGroupWaits(db: Db, siteId: string, group: StatGroup): Promise<{ bucket: number; comments: number }[]> {
  return db.query(WAITS, bind(siteId, group), 'group-waits')
}

const CELLS = `SELECT coalesce(a.section, '') AS section, s.at AS day, ${SUMS} ${OF_GROUP('article_stat', 'at')} AND s.grain = 'd' GROUP BY 1, 2 ORDER BY 1, 2`
const CELL_ARTICLES = `SELECT DISTINCT coalesce(a.section, '') AS section, s.article_id AS id ${OF_GROUP('article_stat', 'at')} AND s.grain = 'd' AND s.comments > 0`
const CELL_WAITS = `
  SELECT coalesce(a.section, '') AS section, s.day, s.bucket, sum(s.comments)::int AS comments ${OF_GROUP('article_wait', 'day')}
  GROUP BY 1, 2, 3 HAVING sum(s.comments) > 0 ORDER BY 3`

/** The whole site, section by section and day by day: the sums, the articles of each section, and the waits. */
export async function readCells(
  db: Db,
  siteId: string,
  range: { from: Date; to: Date },
): Promise<{
  sums: (GroupSums & { section: string; day: Date })[]
  articles: { section: string; id: string }[]
  waits: { section: string; day: Date; bucket: number; comments: number }[]
}> {
  const values = bind(siteId, { articles: null, section: null, ...range })
  const [sums, articles, waits] = await Promise.all([
    db.query<GroupSums & { section: string; day: Date }>(CELLS, values, 'overview-cells'),
    db.query<{ section: string; id: string }>(CELL_ARTICLES, values, 'overview-articles'),
    db.query<{ section: string; day: Date; bucket: number; comments: number }>(CELL_WAITS, values, 'overview-waits'),
  ])
  return { sums, articles, waits }
}

const VOICES = `
  SELECT a.id, a.title, coalesce((SELECT sum(voices) FROM article_voice_size z WHERE z.site_id = $1 AND z.article_id = a.id), 0)::int AS voices
  FROM article a WHERE a.site_id = $1 AND a.id = ANY($2::uuid[])`

/** Titles and distinct commenters of articles. */
export async function listTitlesAndVoices(
  db: Db,
  siteId: string,
  ids: readonly string[],
): Promise<{ id: string; title: string; voices: number }[]> {
  return db.query(VOICES, [siteId, ids], 'titles-and-voices')
}

const WORK = `
  SELECT p.user_id AS id, coalesce(u.name, '') AS name, p.day, p.kind, p.decisions, p.seen_again AS "seenAgain", p.overturned
  FROM person_day p LEFT JOIN app_user u ON u.id = p.user_id WHERE p.site_id = $1 AND p.day >= $2 AND p.day < $3 ORDER BY p.day`

export interface WorkRow {
  id: string
  name: string
  day: Date
  kind: string
  decisions: number
  seenAgain: number
  overturned: number
}

/** What people decided, day by day and kind by kind. */
export async function listWork(db: Db, siteId: string, from: Date, to: Date): Promise<WorkRow[]> {
  return db.query<WorkRow>(WORK, [siteId, from, to], 'people-work')
}

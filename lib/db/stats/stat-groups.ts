import type { WaitBucket } from '../../domain/waits'
import type { Db } from '../connection'
import { OUTCOMES, type OutcomeRow } from './stat-article'
import { WHOLE } from './stat-standing'

/** Sums of counters over a group of articles and days. */
export interface GroupSums {
  comments: number
  replies: number
  articles: number
  waiting: number
  rejected: number
  decided: number
  /** Reviewed or marked: of comments that nobody has looked at there is no share of marks. */
  judged: number
  off_topic: number
  uncivil: number
  incivility_sum: number
}

/** For what is called `s`: rows of article_stat, or sums of such. */
export const GROUP_SUMS = `
  coalesce(sum(s.comments), 0)::int AS comments, coalesce(sum(s.replies), 0)::int AS replies,
  coalesce(sum(s.waiting), 0)::int AS waiting,
  coalesce(sum(s.rejected), 0)::int AS rejected, coalesce(sum(s.decided), 0)::int AS decided, coalesce(sum(s.judged), 0)::int AS judged,
  coalesce(sum(s.off_topic), 0)::int AS off_topic,
  coalesce(sum(s.uncivil), 0)::int AS uncivil, coalesce(sum(s.incivility_sum), 0)::bigint AS incivility_sum`
const ARTICLES = 'count(DISTINCT s.article_id) FILTER (WHERE s.comments > 0)::int AS articles'

/** Whose days: all of some articles; or those of a section ('' for none, null for the whole site) from one day up to (not with) another. */
export type StatGroup = { articles: readonly string[] } | { section: string | null; from: Date; to: Date }

/** A table with rows for an article and a day: which of its rows those are, and which of them say all of an article. */
interface DayTable {
  name: string
  day: string
  rows: string
  whole: string
}

const STATS: DayTable = { name: 'article_stat', day: 'at', rows: "s.site_id = $1 AND s.grain = 'd'", whole: 'true' }
const WAITS: DayTable = { name: 'article_wait', day: 'day', rows: 's.site_id = $1', whole: `s.day = ${WHOLE}` }

const ofDays = ({ name, day, rows }: DayTable, columns = '*') =>
  `SELECT ${columns} FROM ${name} s WHERE ${rows} AND s.${day} >= $2 AND s.${day} < $3`

/** Where a group's rows come from. A text for each kind: one for all would read the days of the whole site for one article. */
const SOURCES = {
  articles: ({ name, rows, whole }: DayTable) =>
    `unnest($2::uuid[]) AS k (id) CROSS JOIN LATERAL (SELECT * FROM ${name} s WHERE s.article_id = k.id AND ${rows} AND ${whole} OFFSET 0) s`,
  section: (table: DayTable) =>
    `(${ofDays(table)} AND s.article_id IN (SELECT id FROM article WHERE site_id = $1 AND coalesce(section, '') = $4)) s`,
  site: (table: DayTable) => `(${ofDays(table)}) s`,
} as const

function query<Row extends object>(
  db: Db,
  siteId: string,
  group: StatGroup,
  name: string,
  text: (source: (table: DayTable) => string) => string,
): Promise<Row[]> {
  if ('articles' in group) return db.query<Row>(text(SOURCES.articles), [siteId, group.articles], `${name}-articles`)
  const { section, from, to } = group
  if (section === null) return db.query<Row>(text(SOURCES.site), [siteId, from, to], `${name}-site`)
  return db.query<Row>(text(SOURCES.section), [siteId, from, to, section], `${name}-section`)
}

export async function sumGroup(db: Db, siteId: string, group: StatGroup): Promise<GroupSums> {
  const [row] = await query<GroupSums>(
    db,
    siteId,
    group,
    'group-sums',
    (source) => `SELECT ${GROUP_SUMS}, ${ARTICLES} FROM ${source(STATS)}`,
  )
  if (!row) throw new Error('An aggregate without GROUP BY gave no row')
  return row
}

/** A group's days with comments by what became of them, oldest first. */
export async function listGroupDays(db: Db, siteId: string, group: StatGroup): Promise<OutcomeRow[]> {
  return query(db, siteId, group, 'group-days', (source) => `SELECT s.at, ${OUTCOMES} FROM ${source(STATS)} GROUP BY s.at ORDER BY s.at`)
}

/** A group's waits by length. */
export async function listGroupWaits(db: Db, siteId: string, group: StatGroup): Promise<{ bucket: number; comments: number }[]> {
  return query(
    db,
    siteId,
    group,
    'group-waits',
    (source) => `SELECT s.bucket, sum(s.comments)::int AS comments FROM ${source(WAITS)}
      GROUP BY s.bucket HAVING sum(s.comments) > 0 ORDER BY s.bucket`,
  )
}

const COLUMNS = ['comments', 'replies', 'waiting', 'rejected', 'decided', 'judged', 'off_topic', 'uncivil', 'incivility_sum']
const SHOWN = ['shown_uncivil', 'shown_off_topic', 'shown_waiting'] as const
const ROWS = (select: string) => `coalesce((SELECT jsonb_agg(one) FROM (${select}) one), '[]')`
const DAY = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`
const TALKS_WITH_ARTICLE = 'talks s JOIN article a ON a.site_id = $1 AND a.id = s.article_id'
// What an article has in all days is added up before its section is looked for, and all days are read once: there are many more rows
// for articles and days than articles, sections or days.
const TALKS_WITH_COMMENTS = 'count(*) FILTER (WHERE s.comments > 0)::int AS articles'
const OVERVIEW_SUMS = `
  WITH days AS MATERIALIZED (${ofDays(STATS, `article_id, at, ${[...COLUMNS, ...SHOWN].join(', ')}`)}),
  talks AS (SELECT s.article_id, ${COLUMNS.map((column) => `sum(s.${column}) AS ${column}`).join(', ')} FROM days s GROUP BY 1),
  placed AS MATERIALIZED (SELECT coalesce(a.section, '') AS section, s.* FROM ${TALKS_WITH_ARTICLE})
  SELECT ${ROWS(`SELECT section, ${GROUP_SUMS}, ${TALKS_WITH_COMMENTS} FROM placed s GROUP BY section`)} AS sections,
    ${ROWS(`SELECT ${DAY('s.at')} AS day, ${GROUP_SUMS}, ${SHOWN.map((column) => `sum(s.${column}) AS ${column}`).join(', ')}, ${TALKS_WITH_COMMENTS} FROM days s GROUP BY s.at`)} AS days,
    ${ROWS(`SELECT p.section, ${DAY('s.at')} AS day, sum(s.comments) AS comments FROM days s JOIN placed p USING (article_id) GROUP BY p.section, s.at`)} AS cells`
const OVERVIEW_WAITS = `
  WITH days AS MATERIALIZED (${ofDays(WAITS, 'article_id, day, bucket, comments')}),
  talks AS (SELECT s.article_id, s.bucket, sum(s.comments) AS comments FROM days s GROUP BY 1, 2)
  SELECT ${ROWS(`SELECT coalesce(a.section, '') AS section, s.bucket, sum(s.comments) AS comments FROM ${TALKS_WITH_ARTICLE} GROUP BY 1, 2 HAVING sum(s.comments) > 0 ORDER BY 2`)} AS sections,
    ${ROWS(`SELECT ${DAY('s.day')} AS day, s.bucket, sum(s.comments) AS comments FROM days s GROUP BY s.day, s.bucket HAVING sum(s.comments) > 0 ORDER BY 2`)} AS days`

interface OfSection {
  /** '' for none. */
  section: string
}

interface OfDay {
  /** Such as 2026-03-09, in UTC. */
  day: string
}

/** Of those, what counts as marked or waiting where each comment counts once (lib/contracts/volume-bucket.ts). */
export type ShownSums = Record<(typeof SHOWN)[number], number>

/** The whole site by section and by day: sums with the articles that were talked about, how many comments when, and the waits, the shortest first. */
export interface SiteDays {
  sums: {
    sections: (OfSection & GroupSums)[]
    days: (OfDay & GroupSums & ShownSums)[]
    cells: (OfSection & OfDay & { comments: number })[]
  }
  waits: { sections: (OfSection & WaitBucket)[]; days: (OfDay & WaitBucket)[] }
}

/** The days of a site from one up to (not with) another. */
export async function readSiteDays(db: Db, siteId: string, { from, to }: { from: Date; to: Date }): Promise<SiteDays> {
  const values = [siteId, from, to]
  const [[sums], [waits]] = await Promise.all([
    db.query<SiteDays['sums']>(OVERVIEW_SUMS, values, 'overview-sums'),
    db.query<SiteDays['waits']>(OVERVIEW_WAITS, values, 'overview-waits'),
  ])
  if (!sums || !waits) throw new Error('A SELECT of aggregates gave no row')
  return { sums, waits }
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

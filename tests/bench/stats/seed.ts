import pg from 'pg'
import type { Db } from '@/lib/db/connection'
import { foldArticleStats, sweepStatDeltas } from '@/lib/db/stats/stat-fold'

/** Rows of one statement. */
const STEP = 50_000
/** Statements at once: as many as the machine that is measured has processors. */
const AT_ONCE = 2
/** Articles that are counted at once. */
const LOT = 250

/** Articles that were discussed by so many comments, the rest of the site beside them. */
export interface SeededStats {
  articles: { comments: number; id: string }[]
}

interface Size {
  articles: number
  comments: number
  discussions: number[]
}

/** What may be lost with the power is made again: a bench's database is worth nothing. All is as it was before anything is measured. */
const CARELESS = [
  'fsync = off',
  'full_page_writes = off',
  'synchronous_commit = off',
  `max_wal_size = '8GB'`,
  `checkpoint_timeout = '1h'`,
  `work_mem = '128MB'`,
]

/**
 * Fills a site with articles and comments of the last year, each article discussed for two weeks beside 1/25 of the others, and with
 * discussions of given sizes. Indexes are built and roll-ups counted afterwards: row by row they would take the most of it.
 *
 * @throws Error when the roll-ups do not hold what was written
 */
export async function seedStats(db: Db, url: string, siteId: string, size: Size): Promise<SeededStats> {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => connect(url)))
  const first = clients[0] as pg.Client
  const phases = makeStopwatch()
  try {
    for (const setting of CARELESS) await first.query(`ALTER SYSTEM SET ${setting}`)
    await first.query('SELECT pg_reload_conf()')
    await first.query('ALTER TABLE comment DISABLE TRIGGER USER')
    await first.query(PEOPLE, [siteId])
    await first.query(ARTICLES, [siteId, size.articles])
    await first.query('ANALYZE')
    const indexes = await dropIndexes(first)
    await share(clients, steps(size.comments), (client, [from, to]) =>
      client.query(COMMENTS, [siteId, from, to, size.articles, size.comments]),
    )
    const articles: SeededStats['articles'] = []
    for (const comments of size.discussions) {
      const { rows } = await first.query<{ id: string }>(ARTICLE, [siteId, `discussion-${comments}`])
      const id = rows[0]?.id ?? ''
      await share(clients, steps(comments), (client, [from, to]) => client.query(DISCUSSION, [siteId, from, to, id, comments]))
      articles.push({ comments, id })
    }
    phases.note('written')
    await share(clients, indexes, (client, definition) => client.query(definition))
    phases.note('indexed')
    await first.query('VACUUM (ANALYZE) comment')
    phases.note('swept')
    await first.query('ALTER TABLE comment ENABLE TRIGGER USER')
    await countAll(db, first, siteId)
    phases.note('counted')
    await first.query('ALTER SYSTEM RESET ALL')
    await first.query('SELECT pg_reload_conf()')
    await first.query('VACUUM (ANALYZE)')
    await first.query('CHECKPOINT')
    phases.note('settled')
    return { articles }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 0`)
  return client
}

/** Seconds of each part, as they come. */
function makeStopwatch(): { note: (what: string) => void } {
  let since = performance.now()
  return {
    note: (what) => {
      console.log(`  ${what} in ${((performance.now() - since) / 1000).toFixed(0)} s`)
      since = performance.now()
    },
  }
}

/** First and last numbers of the steps to `count`. */
function steps(count: number): [number, number][] {
  return Array.from({ length: Math.ceil(count / STEP) }, (_, step) => [step * STEP, Math.min(count, (step + 1) * STEP) - 1])
}

/** Work for several connections, each taking the next piece when it is done with one. */
async function share<Piece>(clients: pg.Client[], pieces: readonly Piece[], work: (client: pg.Client, piece: Piece) => Promise<unknown>) {
  const left = [...pieces]
  await Promise.all(
    clients.map(async (client) => {
      for (let piece = left.shift(); piece !== undefined; piece = left.shift()) await work(client, piece)
    }),
  )
}

/** All indexes of comment but its keys, which foreign keys hang on; returned as statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'comment' AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
  )
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`)
  return rows.map((row) => row.indexdef)
}

/** Counts the comments of every article by the code that counts them when a recount is asked for, and looks whether all are in it. */
async function countAll(db: Db, client: pg.Client, siteId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM article WHERE site_id = $1 ORDER BY created_at', [siteId])
  for (let from = 0; from < rows.length; from += LOT) {
    const ids = rows.slice(from, from + LOT).map(({ id }) => id)
    await client.query('SELECT count_comments_anew($1, id) FROM unnest($2::uuid[]) AS a (id)', [siteId, ids])
    await foldArticleStats(db, true)
    await sweepStatDeltas(db)
  }
  const { rows: sums } = await client.query<{ written: string; counted: string }>(WRITTEN_AND_COUNTED, [siteId])
  if (sums[0]?.written !== sums[0]?.counted) throw new Error(`Written ${sums[0]?.written}, counted ${sums[0]?.counted}`)
}

const WRITTEN_AND_COUNTED = `
  SELECT (SELECT ROW(count(*), count(wait_ms), sum(marked_off_topic::int), sum((suggested_uncivil IS NOT NULL)::int)) FROM comment WHERE site_id = $1)::text AS written,
    (SELECT ROW(sum(comments), sum(decided), sum(off_topic), sum(suggested_uncivil)) FROM article_stat WHERE site_id = $1 AND grain = 't')::text AS counted`

const PEOPLE = `INSERT INTO commenter (site_id, id, external_id, name)
  SELECT $1, uuidv7(), 'p-' || g, 'reader ' || g FROM generate_series(0, 49999) g`

const ARTICLES = `INSERT INTO article (site_id, id, external_id, title, section, author, published_at, created_at, updated_at)
  SELECT $1, uuidv7(), 'a-' || g, 'Article ' || g, 'Section ' || g % 20, 'Author ' || g % 100, t, t, t
  FROM generate_series(0, $2::int - 1) g, LATERAL (SELECT now() - make_interval(secs => 31536000.0 * g / $2::int)) AS at (t)`

const ARTICLE = `INSERT INTO article (site_id, id, external_id, title, section, created_at, updated_at)
  VALUES ($1, uuidv7(), $2, $2, 'Section 3', now() - interval '15 days', now()) RETURNING id`

/** A tenth is decided on, some are marked, most have a score. $2 and $3 are the first and last number. */
const ROWS = (external: string, article: string, time: string) => `
  INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, parent_external_id, body, status, received_at, posted_at, ordered_at,
    reviewed_at, first_decided_at, suggested_uncivil, suggested_uncivil_kind, incivility, distance, marked_off_topic)
  SELECT $1, uuidv7(), ${article}, people.ids[1 + floor(50000 * power(r3, 3))::int], ${external} || g,
    CASE WHEN g % 3 = 0 THEN 'p' END, repeat('The council votes on the night tram. ', 4) || g,
    (CASE WHEN r1 < 0.01 THEN 'pending' WHEN r1 < 0.03 THEN 'rejected' WHEN r1 < 0.1 THEN 'approved' ELSE 'published' END)::comment_status, t, t, t,
    CASE WHEN r1 BETWEEN 0.01 AND 0.1 THEN t + make_interval(secs => 60 + 6000 * r2) END,
    CASE WHEN r1 BETWEEN 0.01 AND 0.1 THEN t + make_interval(secs => 60 + 6000 * r2) END,
    CASE WHEN r1 > 0.98 THEN 0.8 END, CASE WHEN r1 > 0.98 THEN 'insult'::uncivil_kind END, CASE WHEN r1 > 0.9 THEN 0.8 ELSE 0 END, r2, r1 < 0.03
  FROM (SELECT array_agg(id ORDER BY external_id) AS ids FROM commenter WHERE site_id = $1) people,
    (SELECT g, random() AS r1, random() AS r2, random() AS r3 FROM generate_series($2::int, $3::int) g) one${time}`

/** $4 articles for $5 comments in all: a 25th of the articles takes turns, then the next. */
const COMMENTS = ROWS(
  `'c-'`,
  'talks.ids[1 + turn]',
  `, (SELECT array_agg(id ORDER BY created_at DESC) AS ids, array_agg(created_at ORDER BY created_at DESC) AS times FROM article
      WHERE site_id = $1 AND external_id LIKE 'a-%') talks,
    LATERAL (SELECT least($4::int - 1, g::bigint * 25 / $5::bigint * ($4::int / 25) + g % ($4::int / 25))::int) AS whose (turn),
    LATERAL (SELECT talks.times[1 + turn] + make_interval(secs => 1209600 * r2 * r3)) AS at (t)`,
)

const DISCUSSION = ROWS(
  `'d-' || $5::int || '-'`,
  '$4::uuid',
  `, LATERAL (SELECT now() - make_interval(secs => 1209600.0 * ($5::int - g) / $5::int)) AS at (t)`,
)

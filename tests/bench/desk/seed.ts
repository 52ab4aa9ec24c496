import pg from 'pg'
import { ADD, HALVES, makePeople, TOTALS, WRONG_TOTALS } from './seed-rows'

/** Comments that are written in one statement. */
const STEP = 100_000
/** Two statements at a time: what a small server's processors do. */
const AT_ONCE = 2

/** What a seeded site looks like, for the questions that are asked of it. */
export interface Seeded {
  siteId: string
  /** A word in one of a thousand comments, one in a tenth of them, and two words that stand together in some. */
  rareWord: string
  commonWord: string
  phrase: string
  author: string
  section: string
  articleId: string
}

/**
 * Fills a site with comments of the last year under 2,000 articles, by 50,000 people, as a newsroom has them that decides what
 * it can: one in ten carries an open suggestion, one in a hundred is held or reported. Triggers and references are off
 * meanwhile, for they would measure the seeding: indexes are made afterwards, and the counters started from a count that is
 * compared with the queues' own definition. With `isSeeded` it is there already.
 */
export async function seedDesk(url: string, siteId: string, count: number, isSeeded: boolean): Promise<Seeded> {
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE, options: QUICK })
  try {
    if (!isSeeded) await fill(pool, siteId, count)
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM article WHERE site_id = $1 AND external_id = 'a-7'`, [siteId])
    const articleId = rows[0]?.id ?? ''
    return {
      siteId,
      rareWord: 'zeppelin',
      commonWord: 'council',
      phrase: 'night tram',
      author: 'reader 4711',
      section: 'Section 3',
      articleId,
    }
  } finally {
    await pool.end()
  }
}

/** A connection that writes without triggers and references, and builds indexes in memory. */
const QUICK = [
  'session_replication_role=replica',
  'synchronous_commit=off',
  'work_mem=128MB',
  'maintenance_work_mem=1GB',
  'max_parallel_maintenance_workers=1',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

async function fill(pool: pg.Pool, siteId: string, count: number): Promise<void> {
  await setServer(pool, ['full_page_writes = off', "checkpoint_timeout = '30min'"])
  await makePeople(pool, siteId)
  await pool.query(HALVES)
  const indexes = await dropIndexes(pool)
  const steps = Array.from({ length: Math.ceil(count / STEP) }, (_, step) => step * STEP)
  await together(steps, (from) => pool.query(ADD, [siteId, from, Math.min(count, from + STEP) - 1, count]))
  await pool.query('DROP TABLE bench_half, bench_article, bench_person')
  await together(indexes, (definition) => pool.query(definition))
  await pool.query(TOTALS, [siteId])
  const { rows: wrong } = await pool.query(WRONG_TOTALS, [siteId])
  if (wrong.length > 0) throw new Error(`the counters do not agree with the queues: ${JSON.stringify(wrong[0])}`)
  await pool.query('VACUUM (ANALYZE)')
  await setServer(pool, [])
}

/** Settings of the server that hold until they are set anew. */
async function setServer(pool: pg.Pool, settings: readonly string[]): Promise<void> {
  await pool.query('ALTER SYSTEM RESET ALL')
  for (const setting of settings) await pool.query(`ALTER SYSTEM SET ${setting}`)
  await pool.query('SELECT pg_reload_conf()')
}

/** The work for each item, in their order, so many at once. */
async function together<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
    }),
  )
}

/** All indexes of what grows but its primary keys; returned as statements that make them again, the largest first. */
async function dropIndexes(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('comment', 'comment_document') AND indexname NOT LIKE '%pkey'
     ORDER BY indexdef LIKE '%USING gin%' DESC`,
  )
  for (const { indexname } of rows) await pool.query(`DROP INDEX "${indexname}"`)
  return rows.map((row) => row.indexdef)
}

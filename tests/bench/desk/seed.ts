import pg from 'pg'

/** Four thousand words, the first of them far more frequent than the last, as in a language. */
const WORDS = Array.from({ length: 4000 }, (_, index) => {
  const [first, second] = [Math.floor(index / 63), index % 63]
  return `${'bdfgklmnprst'[first % 12]}${'aeiou'[first % 5]}${'lmnrst'[first % 6]}${'aeiou'[second % 5]}${'bdgklmnprst'[second % 11]}${second}`
})

const STEP = 50_000

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
 * it can: one in ten carries an open suggestion, one in a hundred is held or reported. Indexes are made afterwards, and the
 * counters started from a count, for a trigger on millions of rows would measure the seeding. With `isSeeded` it is there already.
 */
export async function seedDesk(url: string, siteId: string, count: number, isSeeded: boolean): Promise<Seeded> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (!isSeeded) await fill(client, siteId, count)
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM article WHERE site_id = $1 AND external_id = 'a-7'`, [siteId])
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
    await client.end()
  }
}

async function fill(client: pg.Client, siteId: string, count: number): Promise<void> {
  await client.query('ALTER TABLE comment DISABLE TRIGGER USER')
  await makePeople(client, siteId)
  const indexes = await dropIndexes(client)
  for (let from = 0; from < count; from += STEP) await addComments(client, siteId, from, Math.min(count, from + STEP) - 1, count)
  await client.query("SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 2")
  for (const definition of indexes) await client.query(definition)
  await client.query(DOCUMENTS, [siteId])
  await client.query(TOTALS, [siteId])
  await client.query('ALTER TABLE comment ENABLE TRIGGER USER')
  await client.query('VACUUM (ANALYZE)')
}

async function makePeople(client: pg.Client, siteId: string): Promise<void> {
  await client.query(
    `INSERT INTO article (site_id, id, external_id, title, standfirst, body, section, created_at, updated_at)
     SELECT $1, uuidv7(), 'a-' || g, 'Article ' || g || ' about the ' || ($2::text[])[1 + g % ${WORDS.length}], 'What the council says.',
       repeat('The council votes on the night tram. Riders wait at the harbour bridge. ', 20), 'Section ' || g % 20,
       now() - make_interval(hours => g * 4), now() FROM generate_series(1, 2000) g`,
    [siteId, WORDS],
  )
  await client.query(
    `INSERT INTO commenter (site_id, id, external_id, name) SELECT $1, uuidv7(), 'p-' || g, 'reader ' || g FROM generate_series(1, 50000) g`,
    [siteId],
  )
}

/** All indexes of comment but its keys, which foreign keys hang on; returned as statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('comment', 'comment_document') AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
  )
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`)
  return rows.map((row) => row.indexdef)
}

const ADD = `
  WITH article_ids AS MATERIALIZED (SELECT array_agg(id ORDER BY external_id) AS ids FROM article WHERE site_id = $1),
  people AS MATERIALIZED (SELECT array_agg(id ORDER BY external_id) AS ids FROM commenter WHERE site_id = $1)
  INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, parent_external_id, body, language, status, received_at, ordered_at,
    reviewed_at, suggested_off_topic, suggested_uncivil, suggested_uncivil_kind, open_reports, report_weight)
  SELECT $1, uuidv7(), article_ids.ids[1 + (g * 7919::bigint) % 2000], people.ids[1 + (g * 104729::bigint) % 50000], 'c-' || g,
    CASE WHEN g % 3 = 0 THEN 'c-' || g - 1 END,
    (SELECT string_agg(($5::text[])[1 + floor(${WORDS.length} * power(random(), 3))], ' ') FROM generate_series(1, 24) w WHERE g >= 0)
      || CASE WHEN r3 < 0.1 THEN ' the council' ELSE '' END || CASE WHEN r4 < 0.005 THEN ' on the night tram' WHEN r4 < 0.03 THEN ' at night' ELSE '' END
      || CASE WHEN g % 1000 = 0 THEN ' zeppelin' ELSE '' END || ' ' || g,
    CASE WHEN r2 < 0.2 THEN 'de' ELSE 'en' END,
    (CASE WHEN r1 < 0.01 THEN 'pending' WHEN r1 < 0.11 THEN 'published' WHEN r1 < 0.13 THEN 'rejected' WHEN r1 < 0.4 THEN 'approved'
      ELSE 'published' END)::comment_status,
    t, t,
    CASE WHEN r1 BETWEEN 0.11 AND 0.4 THEN t + interval '10 minutes' END,
    CASE WHEN r1 >= 0.01 AND r1 < 0.06 THEN 0.85 + r3 * 0.15 END,
    CASE WHEN r1 >= 0.05 AND r1 < 0.11 THEN 0.5 + r4 / 2 END,
    CASE WHEN r1 >= 0.05 AND r1 < 0.11 THEN (ARRAY['insult', 'condescension', 'profanity'])[1 + g % 3]::uncivil_kind END,
    CASE WHEN r1 >= 0.05 AND r1 < 0.06 THEN 1 + g % 3 ELSE 0 END, CASE WHEN r1 >= 0.05 AND r1 < 0.06 THEN 0.5 * (1 + g % 3) ELSE 0 END
  FROM article_ids, people, (SELECT g, random() AS r1, random() AS r2, random() AS r3, random() AS r4 FROM generate_series($2::int, $3::int) g) AS one,
    LATERAL (SELECT now() - make_interval(secs => 31536000.0 * ($4 - g) / $4)) AS at (t)`

async function addComments(client: pg.Client, siteId: string, from: number, to: number, of: number): Promise<void> {
  await client.query(ADD, [siteId, from, to, of, WORDS])
}

const DOCUMENTS = `INSERT INTO comment_document (site_id, comment_id, document, ordered_at)
  SELECT site_id, id, to_tsvector('simple', body), ordered_at FROM comment WHERE site_id = $1`

const TOTALS = `
  INSERT INTO queue_total (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
  SELECT c.site_id, coalesce(c.article_id, '00000000-0000-0000-0000-000000000000'), sum(f.review), sum(f.uncivil), sum(f.off_topic), sum(f.reported),
    sum(f.held), count(*)
  FROM comment c, queue_flags(c) f WHERE c.site_id = $1 GROUP BY GROUPING SETS ((c.site_id, c.article_id), (c.site_id))`

import pg from 'pg'

const STEP = 50_000

/** Articles that were discussed by so many comments, the rest of the site beside them. */
export interface SeededStats {
  articles: { comments: number; id: string }[]
}

/**
 * Fills a site with articles and comments of the last year, each article discussed for two weeks, and with three discussions of
 * given sizes. The roll-ups are counted from the rows afterwards: a trigger on millions of rows would measure the seeding.
 */
export async function seedStats(
  url: string,
  siteId: string,
  size: { articles: number; comments: number; discussions: number[] },
): Promise<SeededStats> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('ALTER TABLE comment DISABLE TRIGGER USER')
    await client.query(PEOPLE, [siteId])
    await client.query(ARTICLES, [siteId, size.articles])
    const indexes = await dropIndexes(client)
    for (let from = 0; from < size.comments; from += STEP)
      await client.query(COMMENTS, [siteId, from, Math.min(size.comments, from + STEP) - 1, size.articles])
    const articles: SeededStats['articles'] = []
    for (const comments of size.discussions) {
      const { rows } = await client.query<{ id: string }>(ARTICLE, [siteId, `discussion-${comments}`])
      const id = rows[0]?.id ?? ''
      for (let from = 0; from < comments; from += STEP)
        await client.query(DISCUSSION, [siteId, from, Math.min(comments, from + STEP) - 1, id, comments])
      articles.push({ comments, id })
    }
    await client.query("SET maintenance_work_mem = '256MB'")
    for (const definition of indexes) await client.query(definition)
    await client.query('ANALYZE comment')
    await client.query('SELECT count_comments_anew($1, NULL)', [siteId])
    await client.query('ALTER TABLE comment ENABLE TRIGGER USER')
    return { articles }
  } finally {
    await client.end()
  }
}

/** All indexes of comment but its keys, which foreign keys hang on; returned as statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'comment' AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
  )
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`)
  return rows.map((row) => row.indexdef)
}

const PEOPLE = `INSERT INTO commenter (site_id, id, external_id, name)
  SELECT $1, gen_random_uuid(), 'p-' || g, 'reader ' || g FROM generate_series(0, 49999) g`

const ARTICLES = `INSERT INTO article (site_id, id, external_id, title, section, author, published_at, created_at, updated_at)
  SELECT $1, gen_random_uuid(), 'a-' || g, 'Article ' || g, 'Section ' || g % 20, 'Author ' || g % 100, t, t, t
  FROM generate_series(0, $2::int - 1) g, LATERAL (SELECT now() - make_interval(secs => 31536000.0 * g / $2::int)) AS at (t)`

const ARTICLE = `INSERT INTO article (site_id, id, external_id, title, section, created_at, updated_at)
  VALUES ($1, gen_random_uuid(), $2, $2, 'Section 3', now() - interval '15 days', now()) RETURNING id`

/** A tenth is decided on, some are marked, most have a score. $2 and $3 are the first and last number. */
const ROWS = (article: string, time: string) => `
  WITH people AS MATERIALIZED (SELECT array_agg(id ORDER BY external_id) AS ids FROM commenter WHERE site_id = $1)
  INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, parent_external_id, body, status, received_at, posted_at, ordered_at,
    reviewed_at, first_decided_at, suggested_uncivil, suggested_uncivil_kind, incivility, distance, marked_off_topic)
  SELECT $1, gen_random_uuid(), ${article}, people.ids[1 + floor(50000 * power(r3, 3))::int], 'c-' || ${article} || '-' || g,
    CASE WHEN g % 3 = 0 THEN 'p' END, repeat('The council votes on the night tram. ', 4) || g,
    (CASE WHEN r1 < 0.01 THEN 'pending' WHEN r1 < 0.03 THEN 'rejected' WHEN r1 < 0.1 THEN 'approved' ELSE 'published' END)::comment_status, t, t, t,
    CASE WHEN r1 BETWEEN 0.01 AND 0.1 THEN t + make_interval(secs => 60 + 6000 * r2) END,
    CASE WHEN r1 BETWEEN 0.01 AND 0.1 THEN t + make_interval(secs => 60 + 6000 * r2) END,
    CASE WHEN r1 > 0.98 THEN 0.8 END, CASE WHEN r1 > 0.98 THEN 'insult'::uncivil_kind END, CASE WHEN r1 > 0.9 THEN 0.8 ELSE 0 END, r2, r1 < 0.03
  FROM people, (SELECT g, random() AS r1, random() AS r2, random() AS r3 FROM generate_series($2::int, $3::int) g) one, LATERAL (SELECT ${time}) AS at (t)`

const COMMENTS = `
  WITH ids AS MATERIALIZED (SELECT array_agg(id ORDER BY created_at DESC) AS ids, array_agg(created_at ORDER BY created_at DESC) AS times FROM article WHERE site_id = $1)
  ${ROWS('i.id', 'i.at + make_interval(secs => 1209600 * r2 * r3)')
    .replace('WITH people', ', people')
    .replace('FROM people,', 'FROM ids, people,')
    .replace(') one,', ') one, LATERAL (SELECT ids.ids[1 + g % $4::int] AS id, ids.times[1 + g % $4::int] AS at) i,')}`

const DISCUSSION = ROWS('$4::uuid', `now() - make_interval(secs => 1209600.0 * ($5::int - g) / $5::int)`)

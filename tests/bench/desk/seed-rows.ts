import type pg from 'pg'
import { writeDocument } from '@/lib/db/comment/comment-document'
import { QUEUE_PREDICATES } from '@/lib/db/queue/queue-predicates'

const ARTICLES = 2000
const PEOPLE = 50_000
/** Halves of comments, of twelve words each: any two make a text. */
const HALF_TEXTS = 100_000

/** Four thousand words, the first of them far more frequent than the last, as in a language. */
const WORDS = Array.from({ length: 4000 }, (_, index) => {
  const [first, second] = [Math.floor(index / 63), index % 63]
  return `${'bdfgklmnprst'[first % 12]}${'aeiou'[first % 5]}${'lmnrst'[first % 6]}${'aeiou'[second % 5]}${'bdgklmnprst'[second % 11]}${second}`
})

/** Articles and commenters, each with a number that comments find them by. */
export async function makePeople(pool: pg.Pool, siteId: string): Promise<void> {
  await pool.query(
    `INSERT INTO article (site_id, id, external_id, title, standfirst, body, section, created_at, updated_at)
     SELECT $1, uuidv7(), 'a-' || g, 'Article ' || g || ' about the ' || ($2::text[])[1 + g % ${WORDS.length}], 'What the council says.',
       repeat('The council votes on the night tram. Riders wait at the harbour bridge. ', 20), 'Section ' || g % 20,
       now() - make_interval(hours => g * 4), now() FROM generate_series(1, ${ARTICLES}) g`,
    [siteId, WORDS],
  )
  await pool.query(`INSERT INTO article_standing (site_id, article_id) SELECT site_id, id FROM article WHERE site_id = $1`, [siteId])
  await pool.query(
    `INSERT INTO commenter (site_id, id, external_id, name) SELECT $1, uuidv7(), 'p-' || g, 'reader ' || g FROM generate_series(1, ${PEOPLE}) g`,
    [siteId],
  )
  // Both connections see them, so they are tables; no statement that adds comments has to look through an array of ids.
  await pool.query(`CREATE UNLOGGED TABLE bench_article AS SELECT substr(external_id, 3)::int % ${ARTICLES} AS n, id FROM article`)
  await pool.query(`CREATE UNLOGGED TABLE bench_person AS SELECT substr(external_id, 3)::int % ${PEOPLE} AS n, id FROM commenter`)
}

/** The texts are put together of halves: to choose each word of ten million comments would take an hour. */
export const HALVES = `
  CREATE UNLOGGED TABLE bench_half AS
  SELECT n, string_agg(word, ' ') AS text FROM (
    SELECT n, (ARRAY['${WORDS.join("','")}'])[1 + floor(${WORDS.length} * power(random(), 3))] AS word
    FROM generate_series(0, ${HALF_TEXTS - 1}) n, generate_series(1, 12)
  ) chosen GROUP BY n`

/** Comments $2 to $3 of $4, with their searchable text. */
export const ADD = `
  WITH chosen AS MATERIALIZED (
    SELECT g, random() AS r1, random() AS r2, random() AS r3, random() AS r4, floor(random() * ${HALF_TEXTS})::int AS first,
      floor(random() * ${HALF_TEXTS})::int AS second, now() - make_interval(secs => 31536000.0 * ($4::int - g) / $4::int) AS t
    FROM generate_series($2::int, $3::int) g
  ), added AS (
    INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, parent_external_id, body, language, status, received_at,
      ordered_at, reviewed_at, suggested_off_topic, suggested_uncivil, suggested_uncivil_kind, open_reports, report_weight)
    SELECT $1, uuidv7(), a.id, p.id, 'c-' || g, CASE WHEN g % 3 = 0 THEN 'c-' || g - 1 END,
      one.text || ' ' || two.text || CASE WHEN r3 < 0.1 THEN ' the council' ELSE '' END
        || CASE WHEN r4 < 0.005 THEN ' on the night tram' WHEN r4 < 0.03 THEN ' at night' ELSE '' END
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
    FROM chosen
    JOIN bench_article a ON a.n = (g * 7919::bigint) % ${ARTICLES}
    JOIN bench_person p ON p.n = (g * 104729::bigint) % ${PEOPLE}
    JOIN bench_half one ON one.n = chosen.first
    JOIN bench_half two ON two.n = chosen.second
    ORDER BY g
    RETURNING site_id, id, body, ordered_at
  )
  INSERT INTO comment_document (site_id, comment_id, document, ordered_at)
  SELECT site_id, id, ${writeDocument('body')}, ordered_at FROM added`

const NO_ARTICLE = '00000000-0000-0000-0000-000000000000'

export const TOTALS = `
  INSERT INTO queue_total (site_id, article_id, review, uncivil, off_topic, reported, held, newest)
  SELECT c.site_id, coalesce(c.article_id, '${NO_ARTICLE}'), sum(f.review), sum(f.uncivil), sum(f.off_topic), sum(f.reported),
    sum(f.held), count(*)
  FROM comment c, queue_flags(c) f WHERE c.site_id = $1 GROUP BY GROUPING SETS ((c.site_id, c.article_id), (c.site_id))`

const COUNTED = ['review', 'uncivil', 'off_topic', 'reported', 'held', 'newest'] as const

/** The articles, and the site, whose totals are not what counting each queue by its own predicate gives. */
export const WRONG_TOTALS = `
  SELECT * FROM (
    SELECT coalesce(c.article_id, '${NO_ARTICLE}') AS article_id,
      ${COUNTED.map((queue) => `count(*) FILTER (WHERE ${QUEUE_PREDICATES[queue]})::int AS ${queue}`).join(', ')}
    FROM comment c WHERE c.site_id = $1 GROUP BY GROUPING SETS ((c.article_id), ())
  ) counted FULL JOIN queue_total t ON t.site_id = $1 AND t.article_id = counted.article_id
  WHERE (${COUNTED.map((queue) => `counted.${queue}`).join(', ')}) IS DISTINCT FROM (${COUNTED.map((queue) => `t.${queue}`).join(', ')})
  LIMIT 1`

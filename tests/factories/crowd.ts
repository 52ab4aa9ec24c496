import { getDb } from '@/lib/db/connection'

/**
 * Many comments at once, made inside PostgreSQL: 40 articles, 300 commenters, one comment a minute, two in three a reply.
 * About 3 % are held, 6 % carry suggestions, 2 % reports; the older half is settled.
 */
export async function makeCrowd(siteId: string, size: number): Promise<void> {
  const db = getDb()
  await db.query(
    `INSERT INTO article (site_id, id, external_id, title, section) SELECT $1, gen_random_uuid(), 'a' || n, 'Article ' || n, CASE WHEN n % 4 = 0 THEN 'Politics' END FROM generate_series(1, 40) n`,
    [siteId],
  )
  await db.query(
    `INSERT INTO commenter (site_id, id, external_id, name) SELECT $1, gen_random_uuid(), 'p' || n, 'Person ' || n FROM generate_series(1, 300) n`,
    [siteId],
  )
  await db.query(
    `INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, body, status, posted_at, received_at, ordered_at, reviewed_at,
       suggested_off_topic, suggested_uncivil, suggested_uncivil_kind, open_reports)
     SELECT $1, gen_random_uuid(), a.id, p.id, 'c' || n, 'Comment number ' || n || repeat(' with some words in it', n % 12),
       (CASE WHEN n % 33 = 0 THEN 'pending' WHEN n < $2 / 2 AND n % 20 = 0 THEN 'rejected' WHEN n < $2 / 2 THEN 'approved' ELSE 'published' END)::comment_status,
       t, t, t, CASE WHEN n < $2 / 2 AND n % 33 > 0 THEN t END,
       CASE WHEN n % 17 = 0 THEN 0.9 END, CASE WHEN n % 23 = 0 THEN 0.7 END, CASE WHEN n % 23 = 0 THEN 'insult'::uncivil_kind END,
       CASE WHEN n % 51 = 0 THEN 1 ELSE 0 END
     FROM (SELECT n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute' AS t FROM generate_series(1, $2::int) n) numbers
     JOIN article a ON a.site_id = $1 AND a.external_id = 'a' || (1 + n % 40)
     JOIN commenter p ON p.site_id = $1 AND p.external_id = 'p' || (1 + n % 300)`,
    [siteId, size],
  )
  await db.query(
    `UPDATE comment c SET parent_id = p.id, parent_external_id = p.external_id, depth = 1
     FROM comment p
     WHERE c.site_id = $1 AND p.site_id = $1 AND substr(c.external_id, 2)::int % 120 >= 40
       AND p.external_id = 'c' || (substr(c.external_id, 2)::int - 40)`,
    [siteId],
  )
  await db.query(
    `INSERT INTO mark (site_id, comment_id, mark, set_at) SELECT site_id, id, 'off_topic', ordered_at FROM comment WHERE site_id = $1 AND reviewed_at IS NOT NULL AND length(body) % 9 = 0`,
    [siteId],
  )
  await db.query('VACUUM ANALYZE comment')
  await db.query('ANALYZE article, commenter, mark')
}

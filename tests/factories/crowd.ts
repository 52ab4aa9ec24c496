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
    `WITH numbers AS MATERIALIZED (
       SELECT n, gen_random_uuid() AS id, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute' AS t FROM generate_series(1, $2::int) n
     )
     INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, parent_id, parent_external_id, depth, body, status, posted_at,
       received_at, ordered_at, reviewed_at, suggested_off_topic, suggested_uncivil, suggested_uncivil_kind, open_reports)
     SELECT $1, c.id, a.id, p.id, 'c' || c.n, parent.id, 'c' || parent.n, CASE WHEN parent.id IS NULL THEN 0 ELSE 1 END,
       'Comment number ' || c.n || repeat(' with some words in it', c.n % 12),
       (CASE WHEN c.n % 33 = 0 THEN 'pending' WHEN c.n < $2 / 2 AND c.n % 20 = 0 THEN 'rejected' WHEN c.n < $2 / 2 THEN 'approved' ELSE 'published' END)::comment_status,
       c.t, c.t, c.t, CASE WHEN c.n < $2 / 2 AND c.n % 33 > 0 THEN c.t END,
       CASE WHEN c.n % 17 = 0 THEN 0.9 END, CASE WHEN c.n % 23 = 0 THEN 0.7 END, CASE WHEN c.n % 23 = 0 THEN 'insult'::uncivil_kind END,
       CASE WHEN c.n % 51 = 0 THEN 1 ELSE 0 END
     FROM numbers c
     LEFT JOIN numbers parent ON parent.n = c.n - 40 AND c.n % 120 >= 40
     JOIN article a ON a.site_id = $1 AND a.external_id = 'a' || (1 + c.n % 40)
     JOIN commenter p ON p.site_id = $1 AND p.external_id = 'p' || (1 + c.n % 300)
     ORDER BY c.n`,
    [siteId, size],
  )
  await db.query(
    `INSERT INTO mark (site_id, comment_id, mark, set_at) SELECT site_id, id, 'off_topic', ordered_at FROM comment WHERE site_id = $1 AND reviewed_at IS NOT NULL AND length(body) % 9 = 0`,
    [siteId],
  )
  await db.query('VACUUM ANALYZE comment')
  await db.query('ANALYZE article, commenter, mark')
}

import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb, type Db } from '@/lib/db/connection'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'

/** A comment of each of so many voices, as the triggers note it. */
const NOTE = `
  INSERT INTO comment_delta (site_id, article_id, commenter_id, hour, sign, status, incivility, report_count, is_reply, is_dated, is_edited,
    is_waiting, is_reviewed, is_featured, marked_off_topic, suggested_off_topic, suggested_uncivil)
  SELECT $1, $1, lpad(to_hex(voice), 32, '0')::uuid, '2026-03-09T08:00Z', 1, 'published', 0, 0, false, true, false, false, false, false, false, false, false
  FROM generate_series(1, $2::int) voice`

/** Rows of voices that this transaction has read so far. */
async function countReads(db: Db): Promise<number> {
  const [row] = await db.query<{ rows: number }>(
    `SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_xact_user_tables WHERE relname = 'article_voice'`,
  )
  return row?.rows ?? NaN
}

it('a discussion of 20,000 voices is folded in a moment, also by the plan of a time when there were none', async () => {
  const site = uuidv7()
  for (const voices of [1, 20_000, 20_000]) {
    await getDb().query(NOTE, [site, voices])
    const read = await getDb().transaction(async (db) => {
      expect(await foldArticleStats(db, true)).toBe(voices)
      return countReads(db)
    })
    // When every voice was looked for among all, it was 20,000 times 20,000, and took 40 s.
    expect(read).toBeLessThan(10 * 20_000)
  }
  const sizes = await getDb().query('SELECT comments, voices FROM article_voice_size WHERE site_id = $1 AND voices <> 0 ORDER BY 1', [site])
  expect(sizes).toEqual([
    { comments: 2, voices: 19_999 },
    { comments: 3, voices: 1 },
  ])
})

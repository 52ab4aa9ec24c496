import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { giveOutCommenter } from '@/lib/services/commenter/give-out'
import { eraseOldTexts } from '@/lib/services/erasure/old-texts'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { makeCrowd } from '@/tests/factories/crowd'
import { explain } from '@/tests/factories/plan'
import { recordStatements, type RecordedStatement } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

/** What may be read from end to end: a day's answers, a site's imports, batches that wait, what is to be erased; and what is small or empty here. */
const SMALL = [
  'idempotency_key',
  'import_run',
  'erasure',
  'batch',
  'app_user',
  'site',
  'claim',
  'assignment',
  'scorer_task',
  'late_score_task',
  'mark',
  'appeal_answer',
  'article',
  'batch_item',
]

/** As much beside the comments as a busy site has. */
const FILL = [
  `INSERT INTO comment_revision (site_id, comment_id, number, body, source_revision, replaced_at) SELECT site_id, id, 1, 'Old', 0, now() FROM comment WHERE site_id = $1`,
  `INSERT INTO comment_scores (site_id, comment_id, scores, scored_at) SELECT site_id, id, '{"words uncivil.insult": [0.1, "1"]}', now() FROM comment WHERE site_id = $1`,
  `INSERT INTO comment_document (site_id, comment_id, document, ordered_at) SELECT site_id, id, 'a'::tsvector, ordered_at FROM comment WHERE site_id = $1`,
  `INSERT INTO comment_similarity (site_id, comment_id, revision, hash, band_0, band_1, band_2, band_3) SELECT site_id, id, 1, 1, 1, 1, 1, 1 FROM comment WHERE site_id = $1`,
  `INSERT INTO report (site_id, id, comment_id, external_id, reporter, reason, reported_at)
   SELECT site_id, gen_random_uuid(), id, 'r' || external_id, 'p' || (1 + substr(external_id, 2)::int % 900), 'spam', now() FROM comment WHERE site_id = $1`,
  `INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
   SELECT site_id, gen_random_uuid(), id, article_id, 'hold', 'policy', 'Policy', 1, 1, '{}', '{}', now() FROM comment WHERE site_id = $1`,
  `INSERT INTO appeal (site_id, id, comment_id, decision_id, subject, statement, appealed_at, received_at, outcome, answered_at)
   SELECT site_id, gen_random_uuid(), comment_id, id, 'rejection', 'No', now(), now(), 'lapsed', now() FROM decision WHERE site_id = $1`,
  `INSERT INTO note (site_id, id, comment_id, by_name, text, at) SELECT site_id, gen_random_uuid(), id, 'Mo', 'Note', now() FROM comment WHERE site_id = $1`,
  `INSERT INTO note (site_id, id, commenter_id, by_name, text, at) SELECT site_id, gen_random_uuid(), commenter_id, 'Mo', 'Note', now() FROM comment WHERE site_id = $1`,
  `INSERT INTO audit_entry (site_id, id, actor_kind, actor_name, act, subject_id, subject_name, at)
   SELECT site_id, gen_random_uuid(), 'user', 'Mo', 'commenter.hold', gen_random_uuid(), 'Somebody', now() FROM comment WHERE site_id = $1`,
]

let statements: readonly RecordedStatement[]
beforeAll(async () => {
  const site = await makeSite()
  await makeCrowd(site.id, 6_000)
  for (const text of FILL) await getDb().query(text, [site.id])
  await getDb().query('ANALYZE')
  const db = recordStatements(getDb())
  await getDb().query(`UPDATE site SET policy = '{"rejectedTextDays": 1}' WHERE id = $1`, [site.id])
  await eraseOldTexts(db, new Date())
  const key = { ...site.asKey('privacy'), db }
  for await (const piece of await giveOutCommenter(key, 'p7', { notes: 'true' })) expect(piece).not.toBe('')
  await eraseCommenter(key, 'p7')
  while (await eraseNext(db, new Date()));
  statements = [...new Map(db.statements.map((statement) => [statement.text, statement])).values()].filter(({ text }) =>
    /^\s*(WITH|SELECT|UPDATE|DELETE)/.test(text),
  )
})

it('reads no large table from end to end', async () => {
  expect(statements.length).toBeGreaterThan(25)
  expect(statements.filter(({ text }) => /removed_at <|'rejected'::comment_status/.test(text))).toHaveLength(2)
  const read: Record<string, string[]> = {}
  for (const statement of statements) {
    const large = (await explain(getDb(), statement, 'generic')).sequential.filter((table) => !SMALL.includes(table))
    if (large.length > 0) read[statement.text.trim().slice(0, 90)] = large
  }
  expect(read).toEqual({})
})

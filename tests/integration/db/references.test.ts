import { uuidv7 } from 'uuidv7'
import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { numberFeed } from '@/lib/db/decision/feed'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let parent: MadeComment
beforeEach(async () => {
  site = await makeSite()
  parent = await makeComment(site)
})

const BROKEN = { code: '23503' }
const nobody = uuidv7()
const change = (column: string, value: string) =>
  getDb().query(`UPDATE comment SET ${column} = $3 WHERE site_id = $1 AND id = $2`, [site.id, parent.id, value])
const remove = (table: string, id: string | null) => getDb().query(`DELETE FROM ${table} WHERE site_id = $1 AND id = $2`, [site.id, id])

it('takes no comment that names an article, a commenter or a parent that its site does not have', async () => {
  const insert = (columns: Record<string, string>) => {
    const row = { article_id: parent.articleId, ...columns }
    const names = Object.keys(row)
    return getDb().query(
      `INSERT INTO comment (site_id, id, external_id, body, status, received_at, ordered_at, ${names.join()})
       SELECT $1::uuid, $2::uuid, $3::text, 'text', 'published', now(), now(), ${names.map((_, at) => `$${at + 4}::uuid`).join()}`,
      [site.id, uuidv7(), uuidv7(), ...Object.values(row)],
    )
  }
  await expect(insert({ article_id: nobody })).rejects.toMatchObject({
    ...BROKEN,
    message: expect.stringContaining('an article') as string,
  })
  await expect(insert({ commenter_id: nobody })).rejects.toMatchObject(BROKEN)
  await expect(insert({ parent_id: nobody })).rejects.toMatchObject({ ...BROKEN, message: expect.stringContaining('a parent') as string })
  const other = await makeArticle(await makeSite())
  await expect(insert({ article_id: other.id })).rejects.toMatchObject(BROKEN)
  await insert({ parent_id: parent.id })
  const [row] = await getDb().query<{ count: number }>('SELECT count(*) AS count FROM comment WHERE site_id = $1', [site.id])
  expect(row?.count).toBe(2)
})

it('lets no comment be moved to what is not there', async () => {
  for (const column of ['article_id', 'commenter_id', 'parent_id']) await expect(change(column, nobody)).rejects.toMatchObject(BROKEN)
})

it('lets nothing go that a comment names', async () => {
  const reply = await makeComment(site, { parent })
  await expect(remove('article', parent.articleId)).rejects.toMatchObject(BROKEN)
  await expect(remove('commenter', parent.commenterId)).rejects.toMatchObject(BROKEN)
  await expect(remove('comment', parent.id)).rejects.toMatchObject(BROKEN)
  await remove('comment', reply.id)
  await remove('comment', parent.id)
})

/** What is kept of every comment, a row for each: the columns that are needed, and what stands in them. */
const KEPT = {
  comment_scores: ['scores, scored_at', `'{}', now()`],
  comment_document: ['document, ordered_at', `to_tsvector('simple', 'text'), now()`],
  comment_similarity: ['revision, hash, band_0, band_1, band_2, band_3', '1, 1, 1, 1, 1, 1'],
  late_score_task: ['revision, noted_at', '1, now()'],
} as const
const keep = (table: keyof typeof KEPT, ids: readonly string[]) =>
  getDb().query(
    `INSERT INTO ${table} (site_id, comment_id, ${KEPT[table][0]})
     SELECT $1, id, ${KEPT[table][1]} FROM unnest($2::uuid[]) AS u (id) ON CONFLICT (site_id, comment_id) DO NOTHING`,
    [site.id, ids],
  )
const listKept = async (table: string) =>
  (await getDb().query<{ id: string }>(`SELECT comment_id AS id FROM ${table} WHERE site_id = $1`, [site.id])).map(({ id }) => id)

it.each(Object.keys(KEPT) as (keyof typeof KEPT)[])('keeps %s of comments that are there, as long as they are', async (table) => {
  const other = await makeComment(site)
  await getDb().query(`DELETE FROM ${table}`)
  await expect(keep(table, [parent.id, nobody])).rejects.toMatchObject({ ...BROKEN, message: expect.stringContaining(table) as string })
  expect(await listKept(table)).toEqual([])
  await keep(table, [parent.id, other.id])
  await remove('comment', other.id)
  expect(await listKept(table)).toEqual([parent.id])
})

const decide = (columns: Record<string, string>) => {
  const row = { comment_id: parent.id, article_id: parent.articleId, ...columns }
  const names = Object.keys(row)
  return getDb().query(
    `INSERT INTO decision (site_id, id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at, ${names.join()})
     SELECT $1::uuid, $2::uuid, 'approve', 'user', 'Mara', 1, 1, '{}', '{}', now(), ${names.map((_, at) => `$${at + 3}::uuid`).join()}`,
    [site.id, uuidv7(), ...Object.values(row)],
  )
}
async function makeBatch(): Promise<string> {
  const id = uuidv7()
  await getDb().query(
    `INSERT INTO batch (site_id, id, actor_name, title, act, created_at) VALUES ($1, $2, 'Mara', 'Approve', '{}', now())`,
    [site.id, id],
  )
  return id
}
const addItem = (batchId: string, commentId: string) =>
  getDb().query('INSERT INTO batch_item (site_id, batch_id, comment_id, seen_version) VALUES ($1, $2, $3, 1)', [
    site.id,
    batchId,
    commentId,
  ])

it('takes no decision, item of a batch or entry of the feed that names what its site does not have', async () => {
  await expect(decide({ comment_id: nobody })).rejects.toMatchObject(BROKEN)
  await expect(decide({ batch_id: nobody })).rejects.toMatchObject(BROKEN)
  await expect(addItem(nobody, parent.id)).rejects.toMatchObject(BROKEN)
  await expect(addItem(await makeBatch(), nobody)).rejects.toMatchObject(BROKEN)
  for (const enter of [
    'INSERT INTO feed_waiting (site_id, decision_id, comment_id) VALUES ($1, $2, $3)',
    'INSERT INTO feed_entry (site_id, decision_id, comment_id, position) VALUES ($1, $2, $3, 1)',
  ])
    await expect(getDb().query(enter, [site.id, nobody, parent.id])).rejects.toMatchObject(BROKEN)
  const [{ count } = { count: -1 }] = await getDb().query<{ count: number }>(
    `SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM batch_item) + (SELECT count(*) FROM feed_entry) + (SELECT count(*) FROM feed_waiting) AS count`,
  )
  expect(count).toBe(0)
})

it('lets no comment and no batch go that decisions name; what a batch noted of a comment goes with either', async () => {
  const [batch, draft] = [await makeBatch(), await makeBatch()]
  const other = await makeComment(site)
  await decide({ batch_id: batch })
  for (const [of, comment] of [
    [batch, parent.id],
    [draft, other.id],
    [draft, parent.id],
  ] as const)
    await addItem(of, comment)
  await expect(remove('comment', parent.id)).rejects.toMatchObject(BROKEN)
  await expect(remove('batch', batch)).rejects.toMatchObject(BROKEN)
  await remove('comment', other.id)
  const listItems = () => getDb().query('SELECT batch_id, comment_id FROM batch_item WHERE site_id = $1 ORDER BY batch_id', [site.id])
  expect(await listItems()).toEqual([
    { batch_id: batch, comment_id: parent.id },
    { batch_id: draft, comment_id: parent.id },
  ])
  await remove('batch', draft)
  expect(await listItems()).toEqual([{ batch_id: batch, comment_id: parent.id }])
})

it('enters every decision into the feed, under what was decided on', async () => {
  await decide({})
  await getDb().query(
    `INSERT INTO decision (site_id, id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
     VALUES ($1, $2, $3, 'hold_article', 'user', 'Mara', 1, 0, '{}', '{}', now())`,
    [site.id, uuidv7(), parent.articleId],
  )
  const listEntries = (table: string, order: string) =>
    getDb().query<{ kind: string; of: string }>(
      `SELECT d.kind, e.comment_id AS of FROM ${table} e JOIN decision d ON d.id = e.decision_id WHERE e.site_id = $1 ORDER BY e.${order}`,
      [site.id],
    )
  const entries = [
    { kind: 'approve', of: parent.id },
    { kind: 'hold_article', of: parent.articleId },
  ]
  expect(await listEntries('feed_waiting', 'seq')).toEqual(entries)
  await numberFeed(getDb(), site.id)
  expect(await listEntries('feed_waiting', 'seq')).toEqual([])
  expect(await listEntries('feed_entry', 'position')).toEqual(entries)
})

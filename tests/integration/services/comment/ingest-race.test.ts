import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { ingestComments } from '@/lib/services/comment/ingest'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  await makeArticle(site, { externalId: 'b' })
})

const batch = (article: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    externalId: `c${from + index}`,
    articleExternalId: article,
    author: { externalId: `u${(from + index) % 7}`, name: `Reader ${(from + index) % 7}` },
    body: `Text of ${from + index}`,
  }))

it('two requests with the same comments in opposite order both succeed, and each comment is created once', async () => {
  const ctx = site.asKey('ingest')
  const items = batch('a', 0, 200)
  const answers = await Promise.all([ingestComments(ctx, items), ingestComments(ctx, [...items].reverse()), ingestComments(ctx, items)])
  const created = answers.map((answer) => answer.counts.created)
  expect(created.reduce((sum, count) => sum + count, 0)).toBe(200)
  expect(answers.map(({ counts }) => counts.created + counts.unchanged)).toEqual([200, 200, 200])
  expect(Object.keys(await readComments(site)).length).toBe(200)
})

it('the same ids under two articles at once: one article gets each comment, the other request is told', async () => {
  const ctx = site.asKey('ingest')
  for (let round = 0; round < 5; round++) {
    const from = round * 50
    const answers = await Promise.all([
      ingestComments(ctx, batch('a', from, 50)),
      ingestComments(ctx, batch('b', from, 50).reverse()),
      ingestComments(ctx, batch('a', from, 50).reverse()),
    ])
    const total = (outcome: 'created' | 'invalid' | 'unchanged') => answers.reduce((sum, { counts }) => sum + counts[outcome], 0)
    expect(total('created')).toBe(50)
    expect(total('created') + total('unchanged') + total('invalid')).toBe(150)
  }
})

it('edits of many comments and decisions on them in another order do not wait for each other', async () => {
  const ctx = site.asKey('ingest')
  await ingestComments(ctx, batch('a', 0, 100))
  const edits = batch('a', 0, 100).map((item) => ({ ...item, body: `${item.body}, edited` }))
  const touch = () =>
    getDb().transaction(async (db) => {
      const rows = await db.query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 ORDER BY id', [site.id])
      for (const { id } of rows) await db.query(`UPDATE comment SET version = version + 1 WHERE site_id = $1 AND id = $2`, [site.id, id])
    })
  await Promise.all([touch(), ingestComments(ctx, edits), touch()])
  const rows = Object.values(await readComments(site))
  expect(rows.every((row) => row.version === 4 && row.body.endsWith(', edited'))).toBe(true)
})

import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { getDb, type Db } from '@/lib/db/connection'
import { recordArticleAct } from '@/lib/db/article/article-act'
import { listChangedArticles } from '@/lib/db/stats/stat-standing'
import { makeArticle } from '@/tests/factories/article'
import { makeGate } from '@/tests/factories/gate'
import { makeSite, type TestSite } from '@/tests/factories/site'

const SNAPSHOT = { state: 'open', slowSeconds: null, help: null } as const

/** An act on an article as it was made. */
async function actOn(db: Db, site: TestSite, articleId: string, seenVersion = 1) {
  const actor = { kind: 'system', id: null, name: 'Parley' } as const
  const act = { id: uuidv7(), articleId, kind: 'slow_article', actor, note: null, undoesId: null, at: new Date() } as const
  expect(await recordArticleAct(db, site.id, { ...act, seenVersion, before: SNAPSHOT, after: { ...SNAPSHOT, slowSeconds: 30 } })).toBe(true)
}

it('tells of a change that took long to commit, though a later one was told of before', async () => {
  const site = await makeSite()
  const [slow, quick] = [await makeArticle(site), await makeArticle(site)]
  const { seq: start } = await listChangedArticles(getDb(), site.id, null)
  const [written, committing] = [makeGate(), makeGate()]
  const long = getDb().transaction(async (db) => {
    await actOn(db, site, slow.id)
    written.open()
    await committing.opened
  })
  await written.opened
  await actOn(getDb(), site, quick.id)
  const first = await listChangedArticles(getDb(), site.id, start)
  expect(first.ids).toEqual([quick.id])
  committing.open()
  await long
  const second = await listChangedArticles(getDb(), site.id, first.seq)
  expect(second.ids).toEqual([slow.id])
  expect(await listChangedArticles(getDb(), site.id, second.seq)).toEqual({ seq: second.seq, ids: [] })
})

it('tells of an article that is changed while it is numbered the next time, and waits for nobody', async () => {
  const site = await makeSite()
  const article = await makeArticle(site)
  const { seq: start } = await listChangedArticles(getDb(), site.id, null)
  await actOn(getDb(), site, article.id)
  const [written, committing] = [makeGate(), makeGate()]
  const long = getDb().transaction(async (db) => {
    await actOn(db, site, article.id, 2)
    written.open()
    await committing.opened
  })
  await written.opened
  expect((await listChangedArticles(getDb(), site.id, start)).ids).toEqual([])
  committing.open()
  await long
  expect((await listChangedArticles(getDb(), site.id, start)).ids).toEqual([article.id])
})

it('gives each change one number, however many processes look at once', async () => {
  const site = await makeSite()
  const { seq: start } = await listChangedArticles(getDb(), site.id, null)
  const articles = await Promise.all(Array.from({ length: 12 }, () => makeArticle(site)))
  await Promise.all(Array.from({ length: 6 }, () => listChangedArticles(getDb(), site.id, start)))
  const told = await listChangedArticles(getDb(), site.id, start)
  expect([...told.ids].sort()).toEqual(articles.map(({ id }) => id).sort())
  expect(await listChangedArticles(getDb(), site.id, told.seq)).toEqual({ seq: told.seq, ids: [] })
})

import { describe, expect, it } from 'vitest'
import { listArticles, MAX_LISTED_ARTICLES } from '@/lib/services/article/list'
import { getDb } from '@/lib/db/connection'
import { makeArticle } from '@/tests/factories/article'
import { at, DISCUSSION_NOW, makeDiscussion } from '@/tests/factories/discussion'
import { makeSite } from '@/tests/factories/site'

describe('the list of articles', () => {
  it('gives each discussion its own figures, the article that arrived last first', async () => {
    const site = await makeSite(() => DISCUSSION_NOW)
    await makeArticle(site, { title: 'Nobody has said a word', createdAt: at('07:00') })
    const talked = await makeDiscussion(site)
    const { rows, total, now } = await listArticles(await site.as('editor'))
    expect(now).toBe(DISCUSSION_NOW.toISOString())
    expect(total).toBe(2)
    expect(rows.map((row) => row.title)).toEqual(['Tram to stop at midnight', 'Nobody has said a word'])
    expect(rows[0]).toEqual({
      id: talked.id,
      title: 'Tram to stop at midnight',
      section: 'City',
      author: 'Ines Brandt',
      state: 'open',
      publishedAt: null,
      comments: 14,
      voices: 6,
      waiting: 4,
      offTopicShare: 2 / 14,
      uncivilShare: 3 / 14,
      judged: 7,
      rejected: 2,
      medianWaitSeconds: 1800,
      lastCommentAt: at('12:20').toISOString(),
      trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 2],
    })
    expect(rows[1]).toMatchObject({
      comments: 0,
      offTopicShare: null,
      uncivilShare: null,
      medianWaitSeconds: null,
      lastCommentAt: null,
      judged: 0,
    })
  })

  it('is of one site only', async () => {
    const [site, other] = [await makeSite(), await makeSite()]
    await makeDiscussion(other)
    expect(await listArticles(await site.as('admin'))).toMatchObject({ rows: [], total: 0 })
  })

  it('stops at the newest 500 and says how many there are', async () => {
    const site = await makeSite()
    await getDb().query(
      `INSERT INTO article (site_id, id, external_id, title, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'a-' || n, 'Article ' || n, t, t
       FROM generate_series(1, 510) n CROSS JOIN LATERAL (SELECT timestamptz '2026-03-01T00:00:00Z' + make_interval(mins => n) AS t) times`,
      [site.id],
    )
    const { rows, total } = await listArticles(await site.as('editor'))
    expect([rows.length, total, rows[0]?.title]).toEqual([MAX_LISTED_ARTICLES, 510, 'Article 510'])
  })

  it('is for readers: a key with the scope read, not one that may only send', async () => {
    const site = await makeSite()
    expect((await listArticles(site.asKey('read'))).rows).toEqual([])
    await expect(listArticles(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

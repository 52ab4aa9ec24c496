import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import { ARTICLE_LIST_SORTS } from '@/lib/domain/article-list'
import { getDb } from '@/lib/db/connection'
import { compareDiscussions } from '@/lib/services/article/compare'
import { readDriftMap } from '@/lib/services/article/drift'
import { listArticlePage } from '@/lib/services/article/list-page'
import { getArticlePage } from '@/lib/services/article/page'
import { readOverview } from '@/lib/services/newsroom/overview'
import { makeCrowd } from '@/tests/factories/crowd'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { DISCUSSION_NOW, makeDiscussion, makeManyComments } from '@/tests/factories/discussion'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let tram: string
beforeAll(async () => {
  site = await makeSite(() => DISCUSSION_NOW)
  tram = (await makeDiscussion(site)).id
  for (let n = 0; n < 7; n += 1) {
    const article = await makeArticle(site, {
      title: `Match ${n}`,
      section: n % 2 === 0 ? 'Sports' : 'City',
      state: n === 3 ? 'closed' : 'open',
    })
    for (let comment = 0; comment < n; comment += 1) await makeComment(site, { article, receivedAt: new Date('2026-03-08T10:00:00Z') })
  }
})

describe('the list of articles', () => {
  it('shows the figures of each', async () => {
    const { rows, total } = await listArticlePage(await site.as('editor'))
    expect(total).toBe(8)
    expect(rows[0]).toMatchObject({
      ...{
        id: tram,
        title: 'Tram to stop at midnight',
        section: 'City',
        author: 'Ines Brandt',
        state: 'open',
        slowSeconds: null,
        alerts: [],
      },
      ...{ comments: 14, voices: 6, waiting: 4, judged: 7, rejected: 2, civility: 1, medianWaitSeconds: 1800 },
      trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 0],
    })
    expect(rows[0]?.p90WaitSeconds).toBeCloseTo(54 * 60, 6)
    expect(rows[0]?.offTopicShare).toBeCloseTo(2 / 14, 10)
    expect(rows[0]?.civilityTrend.slice(-3)).toEqual([null, 1, null])
    expect(rows.at(-1)).toMatchObject({ comments: 0, offTopicShare: null, medianWaitSeconds: null, lastCommentAt: null, civility: null })
  })

  it.each(ARTICLE_LIST_SORTS)('by %s goes through all of them page by page, either way', async (sort) => {
    const ctx = await site.as('editor')
    for (const order of ['asc', 'desc'] as const) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: ArticleListPage = await listArticlePage(ctx, { sort, order, limit: 3, ...(cursor === null ? {} : { cursor }) })
        seen.push(...page.rows.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor !== null)
      const { rows } = await listArticlePage(ctx, { sort, order })
      expect(seen).toEqual(rows.map(({ id }) => id))
      expect(new Set(seen).size).toBe(8)
    }
  })

  it('is in the order it says, with what is unknown last', async () => {
    const ctx = await site.as('editor')
    const comments = (await listArticlePage(ctx, { sort: 'comments' })).rows.map((row) => row.comments)
    expect(comments).toEqual([14, 6, 5, 4, 3, 2, 1, 0])
    for (const order of ['asc', 'desc']) {
      const waits = (await listArticlePage(ctx, { sort: 'median_wait', order })).rows.map((row) => row.medianWaitSeconds)
      expect(waits).toEqual([1800, null, null, null, null, null, null, null])
      // Of the others nobody has judged a comment.
      for (const sort of ['off_topic', 'uncivil']) expect((await listArticlePage(ctx, { sort, order })).rows[0]?.id, sort).toBe(tram)
    }
  })

  it('is narrowed down by section, author, state, title, time and what waits', async () => {
    const ctx = await site.as('editor')
    const count = async (filter: object) => (await listArticlePage(ctx, filter)).total
    expect(await count({ section: 'Sports' })).toBe(4)
    expect(await count({ author: 'Ines Brandt' })).toBe(1)
    expect(await count({ state: 'closed' })).toBe(1)
    expect(await count({ q: 'match' })).toBe(7)
    expect(await count({ q: '%' })).toBe(0)
    expect(await count({ waiting: 'true' })).toBe(1)
    expect(await count({ from: '2020-01-01', to: '2020-01-02' })).toBe(0)
    await expect(count({ from: '0000-01-01' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it.each([
    [
      'last',
      ['2024-13-01 00:00:00+00', '2024-02-30 00:00:00+00', '0000-01-01 00:00:00+00', '2024-01-01 00:00:00+99', '2024-01-01 25:00:00+00'],
    ],
    ['civility', ['1e999', '1e-999']],
    ['title', ['A\u0000']],
  ] as const)('refuses a cursor by %s with what the database knows nothing of', async (sort, keys) => {
    const ctx = await site.as('editor')
    for (const key of keys) {
      const cursor = Buffer.from(JSON.stringify([sort, 'desc', key, crypto.randomUUID()])).toString('base64url')
      await expect(listArticlePage(ctx, { sort, cursor }), key).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })

  it('finds no less for what nothing can hold', async () => {
    const ctx = await site.as('editor')
    for (const asked of [{ q: '\u0000' }, { section: 'x\ud800' }, { author: '\u0000x' }])
      expect((await listArticlePage(ctx, asked)).rows).toHaveLength('q' in asked ? 8 : 0)
  })

  it('refuses a cursor of another order, and strangers', async () => {
    const ctx = await site.as('editor')
    const { nextCursor } = await listArticlePage(ctx, { limit: 2 })
    await expect(listArticlePage(ctx, { sort: 'title', cursor: nextCursor })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(listArticlePage(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
    expect((await listArticlePage(await (await makeSite()).as('admin'))).rows).toEqual([])
  })
})

it('each order of the list is walked along an index of its own, from the first page and from a later one', async () => {
  const large = await makeSite(() => DISCUSSION_NOW)
  await getDb().query(
    `INSERT INTO article (site_id, id, external_id, title, published_at, created_at)
     SELECT $1, gen_random_uuid(), 'a' || n, 'Title ' || n, timestamptz '2026-01-01' + n * interval '1 hour', now() FROM generate_series(1, 3000) n`,
    [large.id],
  )
  await getDb().query('ANALYZE article, article_standing')
  const ctx = await large.as('editor')
  for (const sort of ARTICLE_LIST_SORTS) {
    const db = recordStatements(getDb())
    const { nextCursor } = await listArticlePage({ ...ctx, db }, { sort, limit: 5 })
    await listArticlePage({ ...ctx, db }, { sort, limit: 5, cursor: nextCursor })
    const pages = db.statements.filter(({ name }) => name === 'article-list')
    expect(pages).toHaveLength(2)
    const index =
      sort === 'title' || sort === 'published' ? `article_by_${sort}` : `article_standing_by_${sort === 'last' ? 'last_at' : sort}`
    for (const statement of pages) expect((await explain(getDb(), statement, 'custom')).indexes, sort).toContain(index)
  }
})

it('no page of the editor reads the comments from end to end', async () => {
  const large = await makeSite(() => DISCUSSION_NOW)
  await makeCrowd(large.id, 9_000)
  await getDb().query('ANALYZE')
  const article = await makeArticle(large, { externalId: 'own' })
  await makeManyComments(large, article, 600)
  const ctx = await large.as('editor')
  await getArticlePage(ctx, article.id)
  const [other] = await getDb().query<{ id: string }>(`SELECT id FROM article WHERE site_id = $1 AND external_id = 'a1'`, [large.id])
  const db = recordStatements(getDb())
  for (const read of [
    () => getArticlePage({ ...ctx, db }, article.id),
    () => listArticlePage({ ...ctx, db }),
    () => readDriftMap({ ...ctx, db }, article.id),
    () => compareDiscussions({ ...ctx, db }, { of: 'articles', id: [article.id, other?.id] }),
    () => compareDiscussions({ ...ctx, db }, { of: 'sections', section: ['City', 'Sports'], from: '2026-03-02', to: '2026-03-09' }),
    () => compareDiscussions({ ...ctx, db }, { of: 'weeks', week: ['2026-02-23', '2026-03-02'] }),
    () => readOverview({ ...ctx, db }, { from: '2026-03-02', to: '2026-03-09' }),
  ])
    await read()
  const asked = db.statements.filter((statement) => statement.text.includes('comment') && statement.text.includes('SELECT'))
  const statements = [...new Map(asked.map((statement) => [statement.text, statement])).values()]
  expect(statements.length).toBeGreaterThan(20)
  await getDb().query('ANALYZE')
  for (const statement of statements) {
    for (const mode of ['custom', 'generic'] as const) {
      const reads = await explain(getDb(), statement, mode)
      expect(reads.sequential, statement.text).not.toContain('comment')
      // A few articles are looked up by their key, and not found among the days of all.
      if (/^group-(sums|days)-articles$/.test(statement.name ?? ''))
        expect(reads).toEqual({ sequential: [], indexes: ['article_stat_pkey'] })
    }
  }
})

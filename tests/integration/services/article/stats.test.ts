import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleStats } from '@/lib/contracts/article-stats'
import { getArticleStats } from '@/lib/services/article/stats'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { at, DISCUSSION_NOW, makeDiscussion } from '@/tests/factories/discussion'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeAll(async () => {
  site = await makeSite(() => DISCUSSION_NOW)
})

describe('the figures of a discussion of 15 comments, one of them removed', () => {
  let stats: ArticleStats
  beforeAll(async () => {
    const article = await makeDiscussion(site)
    stats = await getArticleStats(await site.as('editor'), article.id)
  })

  it('count what is there', () => {
    expect(stats.figures).toMatchObject({ comments: 14, removed: 1, voices: 6, unknownAuthors: 2, edited: 1, reports: 2, unknownTimes: 1 })
    expect(stats.figures.statuses).toEqual({ pending: 2, published: 8, approved: 2, rejected: 2 })
    expect(stats.article).toMatchObject({ comments: 14, rejected: 2, judged: 7, title: 'Tram to stop at midnight', section: 'City' })
  })

  it('take shares of the comments that are not removed', () => {
    expect(stats.figures.onTopicShare).toBeCloseTo(12 / 14, 10)
    expect(stats.figures.uncivilShare).toBeCloseTo(3 / 14, 10)
    expect(stats.figures.topTenShare).toBeCloseTo(12 / 14, 10)
    expect(stats.figures).toMatchObject({ offTopic: 2, uncivil: 3, suggestedOffTopic: 1, suggestedUncivil: 1 })
    expect(stats.figures.uncivilKinds).toEqual([
      { kind: 'insult', comments: 2 },
      { kind: 'mockery', comments: 1 },
    ])
  })

  it('count as waiting what the queue Needs review holds, and say since when', () => {
    expect(stats.figures.waiting).toBe(4)
    expect(stats.figures.oldestWaitingAt).toBe(at('10:10').toISOString())
  })

  it('measure the wait to the first decision of a person that stood', () => {
    expect(stats.figures.decided).toBe(7)
    expect(stats.figures.medianWaitSeconds).toBe(30 * 60)
    // Between the sixth of seven waits (50 min) and the seventh (60 min), four tenths of the way.
    expect(stats.figures.p90WaitSeconds).toBeCloseTo(54 * 60, 6)
  })

  it('put every comment into one group of one hour, and leave no hour out', () => {
    expect(stats.volume).toEqual({
      step: 'hour',
      buckets: [
        { at: at('08:00').toISOString(), rejected: 1, uncivil: 1, offTopic: 1, waiting: 0, clean: 2 },
        { at: at('09:00').toISOString(), rejected: 1, uncivil: 0, offTopic: 0, waiting: 0, clean: 0 },
        { at: at('10:00').toISOString(), rejected: 0, uncivil: 1, offTopic: 0, waiting: 3, clean: 2 },
        { at: at('11:00').toISOString(), rejected: 0, uncivil: 0, offTopic: 0, waiting: 0, clean: 0 },
        { at: at('12:00').toISOString(), rejected: 0, uncivil: 0, offTopic: 0, waiting: 1, clean: 1 },
      ],
    })
    expect(stats.hasUnknownTimes).toBe(false)
  })

  it('name who carries it, the most active first', () => {
    const lines = stats.topCommenters.map((line) => [line.name, line.comments, line.offTopic, line.uncivil, line.rejected])
    expect(lines).toEqual([
      ['Ada', 4, 1, 0, 1],
      ['Ben', 3, 0, 2, 1],
      ['Cyd', 2, 0, 0, 0],
      ['Dee', 1, 1, 1, 0],
      ['Eve', 1, 0, 0, 0],
      ['Fay', 1, 0, 0, 0],
    ])
    expect(stats.topCommenters[0]?.share).toBeCloseTo(4 / 14, 10)
  })

  it('show the last 14 days of 24 hours each', () => {
    expect(stats.article.trend).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 2])
    expect(stats.article.lastCommentAt).toBe(at('12:20').toISOString())
  })
})

describe('time in a discussion', () => {
  it('is counted in days when it spans more than three, in UTC', async () => {
    const article = await makeArticle(site)
    for (const day of ['2026-03-01T23:59:00Z', '2026-03-03T00:00:00Z', '2026-03-05T12:00:00Z']) {
      await makeComment(site, { article, receivedAt: new Date(day) })
    }
    const { volume } = await getArticleStats(await site.as('editor'), article.id)
    expect(volume.step).toBe('day')
    expect(volume.buckets.map((bucket) => [bucket.at.slice(0, 10), bucket.clean])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 0],
      ['2026-03-03', 1],
      ['2026-03-04', 0],
      ['2026-03-05', 1],
    ])
  })

  it('is arrival where the source gave none, and the answer says so', async () => {
    const article = await makeArticle(site)
    for (const minute of [1, 2]) await makeComment(site, { article, postedAt: null, receivedAt: at(`09:0${minute}`) })
    const stats = await getArticleStats(await site.as('editor'), article.id)
    expect(stats.hasUnknownTimes).toBe(true)
    expect(stats.volume.buckets).toEqual([{ at: at('09:00').toISOString(), rejected: 0, uncivil: 0, offTopic: 0, waiting: 0, clean: 2 }])
  })

  it('stays a chart of reasonable length when a source gives one comment a wrong year', async () => {
    const article = await makeArticle(site)
    for (const day of ['1970-01-01T00:00:00Z', '2026-03-05T12:00:00Z']) await makeComment(site, { article, receivedAt: new Date(day) })
    const { volume } = await getArticleStats(await site.as('editor'), article.id)
    expect([volume.step, volume.buckets.length, volume.buckets[0]?.clean]).toEqual(['year', 57, 1])
  })
})

it('an article without comments has no shares and no waits, rather than zeros', async () => {
  const article = await makeArticle(site)
  const stats = await getArticleStats(await site.as('editor'), article.id)
  expect(stats.figures).toMatchObject({
    comments: 0,
    voices: 0,
    waiting: 0,
    decided: 0,
    onTopicShare: null,
    uncivilShare: null,
    topTenShare: null,
  })
  expect(stats.figures).toMatchObject({ medianWaitSeconds: null, p90WaitSeconds: null, oldestWaitingAt: null, uncivilKinds: [] })
  expect(stats).toMatchObject({ volume: { step: 'hour', buckets: [] }, topCommenters: [], hasUnknownTimes: false })
})

it('a discussion nobody named themselves in has no voices', async () => {
  const article = await makeArticle(site)
  await makeComment(site, { article, commenter: null })
  const { figures } = await getArticleStats(await site.as('editor'), article.id)
  expect(figures).toMatchObject({ comments: 1, voices: 0, unknownAuthors: 1, topTenShare: null })
})

describe('who may read the figures', () => {
  it('every role, and a key with the scope read', async () => {
    const article = await makeArticle(site)
    const readers = [await site.as('editor'), await site.as('moderator'), await site.as('admin'), site.asKey('read')]
    for (const ctx of readers) expect((await getArticleStats(ctx, article.id)).article.id).toBe(article.id)
  })

  it('nobody else', async () => {
    const article = await makeArticle(site)
    await expect(getArticleStats(site.asKey('ingest'), article.id)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it("nobody of another site: its articles are not found, nor are the comments of one's own counted there", async () => {
    const other = await makeSite()
    const article = await makeArticle(other)
    await expect(getArticleStats(await site.as('admin'), article.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('and what is no id is not found either', async () => {
    await expect(getArticleStats(await site.as('editor'), "1' OR '1'='1")).rejects.toMatchObject({ code: 'not_found' })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { getArticlePage } from '@/lib/services/article/page'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { at, DISCUSSION_NOW, makeDiscussion } from '@/tests/factories/discussion'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeAll(async () => {
  site = await makeSite(() => DISCUSSION_NOW)
})

describe('the page of a discussion of 15 comments, one of them removed', () => {
  let page: ArticlePage
  beforeAll(async () => {
    const article = await makeDiscussion(site)
    page = await getArticlePage(await site.as('editor'), article.id)
  })

  it('counts what is there', () => {
    expect(page.figures).toMatchObject({ comments: 14, removed: 1, voices: 6, unknownAuthors: 2, edited: 1, reports: 2, unknownTimes: 1 })
    expect(page.figures.statuses).toEqual({ pending: 2, published: 8, approved: 2, rejected: 2 })
    expect(page.figures).toMatchObject({ judged: 7, waiting: 4, oldestWaitingAt: at('10:10').toISOString() })
    expect(page.figures.decidedBy).toEqual({ person: 7, policyPublished: 5, policyHeld: 2, policyRejected: 0 })
  })

  it('takes shares of the comments that are not removed', () => {
    expect(page.figures.offTopicShare).toBeCloseTo(2 / 14, 10)
    expect(page.figures.uncivilShare).toBeCloseTo(3 / 14, 10)
    expect(page.figures).toMatchObject({ offTopic: 2, uncivil: 3, suggestedOffTopic: 1, suggestedUncivil: 1 })
    expect(page.figures.uncivilKinds).toEqual([
      { kind: 'insult', comments: 2 },
      { kind: 'mockery', comments: 1 },
    ])
  })

  it('measures the wait to the first decision of a person that stood, exactly', () => {
    expect(page.waits).toMatchObject({ decided: 7, medianSeconds: 30 * 60 })
    // Between the sixth of seven waits (50 min) and the seventh (60 min), four tenths of the way.
    expect(page.waits.p90Seconds).toBeCloseTo(54 * 60, 6)
    expect(page.waits.histogram.map(({ comments }) => comments)).toEqual([0, 1, 1, 4, 1, 0, 0])
    expect(page.waits.within.map(({ share }) => Math.round(share * 7))).toEqual([0, 1, 2, 7, 7, 7])
  })

  it('puts every comment into one group of one hour, and leaves no hour out', () => {
    expect(page.volume).toEqual({
      step: 'hour',
      buckets: [
        { at: at('08:00').toISOString(), rejected: 1, uncivil: 1, offTopic: 1, waiting: 0, clean: 2 },
        { at: at('09:00').toISOString(), rejected: 1, uncivil: 0, offTopic: 0, waiting: 0, clean: 0 },
        { at: at('10:00').toISOString(), rejected: 0, uncivil: 1, offTopic: 0, waiting: 3, clean: 2 },
        { at: at('11:00').toISOString(), rejected: 0, uncivil: 0, offTopic: 0, waiting: 0, clean: 0 },
        { at: at('12:00').toISOString(), rejected: 0, uncivil: 0, offTopic: 0, waiting: 1, clean: 1 },
      ],
    })
    expect(page.hours.map(({ at: hour, comments, strayed, heated }) => [hour.slice(11, 13), comments, strayed, heated])).toEqual([
      ['08', 5, 1, 1],
      ['09', 1, 0, 1],
      ['10', 6, 2, 1],
      ['12', 2, 0, 1],
    ])
  })

  it('names who carries it, the most active first', () => {
    const lines = page.voices.top.map((line) => [line.name, line.comments, line.offTopic, line.uncivil, line.rejected])
    expect(lines).toEqual([
      ['Ada', 4, 1, 0, 1],
      ['Ben', 3, 0, 2, 1],
      ['Cyd', 2, 0, 0, 0],
      ['Dee', 1, 1, 1, 0],
      ['Eve', 1, 0, 0, 0],
      ['Fay', 1, 0, 0, 0],
    ])
    expect(page.voices.top[0]?.share).toBeCloseTo(4 / 14, 10)
    expect(page.voices.sizes).toEqual([
      { comments: 1, voices: 3 },
      { comments: 2, voices: 1 },
      { comments: 3, voices: 1 },
      { comments: 4, voices: 1 },
    ])
  })

  it('says when it was, and what was decided', () => {
    expect(page.figures).toMatchObject({ firstCommentAt: at('08:05').toISOString(), lastCommentAt: at('12:20').toISOString() })
    const decided = page.decided.rows.map(({ kind, by, count }) => `${count} ${kind} by ${by}`)
    expect(decided.sort()).toEqual(['1 mark by policy', '1 undo by user', '3 approve by user', '3 mark by user', '4 reject by user'])
    expect(page.verified).toBeNull()
    expect(page.distributions.offTopic).toEqual({ counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], unknown: 14 })
    expect(page.distributions.incivility.counts).toEqual([14, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('time on the page', () => {
  it('is counted in days when it spans more than three, in UTC', async () => {
    const article = await makeArticle(site)
    for (const day of ['2026-03-01T23:59:00Z', '2026-03-03T00:00:00Z', '2026-03-05T12:00:00Z'])
      await makeComment(site, { article, receivedAt: new Date(day) })
    const { volume } = await getArticlePage(await site.as('editor'), article.id)
    expect(volume.step).toBe('day')
    expect(volume.buckets.map((bucket) => [bucket.at.slice(0, 10), bucket.clean])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 0],
      ['2026-03-03', 1],
      ['2026-03-04', 0],
      ['2026-03-05', 1],
    ])
  })

  it('stays a chart of reasonable length when a source gives one comment a wrong year', async () => {
    const article = await makeArticle(site)
    for (const day of ['1970-01-01T00:00:00Z', '2026-03-05T12:00:00Z']) await makeComment(site, { article, receivedAt: new Date(day) })
    const { volume } = await getArticlePage(await site.as('editor'), article.id)
    expect([volume.step, volume.buckets.length, volume.buckets[0]?.clean]).toEqual(['year', 57, 1])
  })
})

it('an article without comments has no shares and no waits, rather than zeros', async () => {
  const article = await makeArticle(site)
  const page = await getArticlePage(await site.as('editor'), article.id)
  expect(page.figures).toMatchObject({ comments: 0, voices: 0, waiting: 0, offTopicShare: null, uncivilShare: null, meanIncivility: null })
  expect(page.waits).toMatchObject({ decided: 0, medianSeconds: null, p90Seconds: null, within: [] })
  expect(page).toMatchObject({ volume: { step: 'hour', buckets: [] }, hours: [], candidates: [], featured: [] })
})

it('the usual of the section is the median of its articles that are discussed', async () => {
  const own = await makeSite()
  for (const comments of [1, 2, 4]) {
    const article = await makeArticle(own, { section: 'City' })
    for (let n = 0; n < comments; n += 1) await makeComment(own, { article, commenter: `reader ${n}` })
  }
  const silent = await makeArticle(own, { section: 'City' })
  const { usual } = await getArticlePage(await own.as('editor'), silent.id)
  expect(usual).toMatchObject({ section: 'City', articles: 3, comments: 2, voices: 2, medianWaitSeconds: null, civility: 1 })
  // Nobody has looked at any of their comments: no share of marks is usual.
  expect(usual).toMatchObject({ offTopicShare: null, uncivilShare: null })
  const judged = await makeArticle(own, { section: 'City' })
  for (const offTopic of [true, false]) await makeComment(own, { article: judged, commenter: 'reader 0', marks: { offTopic } })
  expect((await getArticlePage(await own.as('editor'), silent.id)).usual).toMatchObject({
    articles: 4,
    offTopicShare: 0.5,
    uncivilShare: 0,
  })
  const elsewhere = await makeArticle(own, { section: 'Sports' })
  expect((await getArticlePage(await own.as('editor'), elsewhere.id)).usual).toBeNull()
})

describe('who may read it', () => {
  it('every role, and a key with the scope read', async () => {
    const article = await makeArticle(site)
    const readers = [await site.as('editor'), await site.as('moderator'), await site.as('admin'), site.asKey('read')]
    for (const ctx of readers) expect((await getArticlePage(ctx, article.id)).article.id).toBe(article.id)
  })

  it('nobody else, nobody of another site, and what is no id is not found', async () => {
    const article = await makeArticle(site)
    await expect(getArticlePage(site.asKey('ingest'), article.id)).rejects.toMatchObject({ code: 'forbidden' })
    const other = await makeArticle(await makeSite())
    await expect(getArticlePage(await site.as('admin'), other.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getArticlePage(await site.as('editor'), "1' OR '1'='1")).rejects.toMatchObject({ code: 'not_found' })
  })
})

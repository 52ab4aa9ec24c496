import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { insertScores } from '@/lib/db/score/score'
import { writeBandSearch, countBetween, weighThreshold } from '@/lib/domain/threshold'
import { actOnArticle } from '@/lib/services/article/act'
import { listQueue } from '@/lib/services/queue/list'
import { readScoreHistory } from '@/lib/services/score/history'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type CommentOverrides, type MadeComment } from '@/tests/factories/comment'
import { makeDecision } from '@/tests/factories/decision'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-11-25T12:00:00Z')
const LATELY = new Date('2026-11-20T12:00:00Z')
let site: TestSite
let moderator: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  site = await makeSite(() => NOW)
  moderator = await site.as('moderator')
})

async function score(comment: MadeComment, scores: Record<string, number>): Promise<void> {
  const rows = Object.entries(scores).map(([attribute, value]) => ({
    commentId: comment.id,
    scorer: 'test',
    attribute,
    value,
    scorerVersion: '1',
    reason: null,
  }))
  await insertScores(getDb(), site.id, rows, NOW)
}

async function decided(scores: Record<string, number>, overrides: CommentOverrides = {}): Promise<MadeComment> {
  const comment = await makeComment(site, { receivedAt: LATELY, status: 'approved', reviewedAt: LATELY, ...overrides })
  await score(comment, scores)
  await makeDecision(site, comment)
  return comment
}

describe('scores against decisions', () => {
  it('sorts decided comments by their highest score and by whether they were marked', async () => {
    await decided({ 'uncivil.insult': 0.7, 'uncivil.threat': 0.1 }, { marks: { uncivil: 'insult' } })
    await decided({ 'uncivil.insult': 1 }, { marks: { uncivil: 'insult' } })
    await decided({ 'uncivil.insult': 0.29 })
    await decided({ 'uncivil.insult': 0.71 })
    await decided({ 'off_topic.article': 0.9 }, { marks: { uncivil: 'mockery' } })
    await decided({ 'uncivil.insult': 0.5 }, { status: 'rejected' })
    await decided({ 'uncivil.insult': 0.9 }, { status: 'published', reviewedAt: null })
    const { decided: found, inForce } = await readScoreHistory(moderator, {})
    expect(inForce).toBe(0.5)
    expect({ marked: [found.marked[70], found.marked[99]], kept: [found.kept[29], found.kept[71]] }).toEqual({
      marked: [1, 1],
      kept: [1, 1],
    })
    expect(found).toMatchObject({ unscored: { marked: 1, kept: 0 }, silent: 1, looked: 7, isCut: false })
    expect(weighThreshold(found.marked, found.kept, found.unscored.marked, 0.5)).toEqual({
      found: 2,
      wrong: 1,
      missed: 1,
      precision: 2 / 3,
      recall: 2 / 3,
    })
  })

  it('does not count acts on discussions among the decisions', async () => {
    const { articleId } = await decided({ 'uncivil.insult': 0.3 })
    await actOnArticle(moderator, articleId, { version: 1, act: { kind: 'close_article' } })
    expect((await readScoreHistory(moderator, {})).decided).toMatchObject({ looked: 1 })
  })

  it('keeps to a section, and to the topic when asked', async () => {
    const article = await makeArticle(site, { section: 'City' })
    await decided({ 'off_topic.article': 0.9 }, { article, marks: { offTopic: true } })
    await decided({ 'off_topic.article': 0.2 })
    const { decided: found, sections } = await readScoreHistory(moderator, { mark: 'off_topic', section: 'City' })
    expect(sections).toEqual(['City'])
    expect({ marked: countBetween(found.marked, 0), kept: countBetween(found.kept, 0) }).toEqual({ marked: 1, kept: 0 })
  })

  it('says what the queue would have been in the last month', async () => {
    const parent = await makeComment(site, { receivedAt: LATELY })
    const reply = await makeComment(site, { parent, receivedAt: LATELY })
    await score(parent, { 'off_topic.article': 0.95 })
    // Far from the article and near to its parent: an answer, not a digression.
    await score(reply, { 'off_topic.article': 0.95, 'off_topic.parent': 0.3 })
    await score(await makeComment(site, { receivedAt: new Date('2026-09-01T00:00:00Z') }), { 'off_topic.article': 0.95 })
    const { month } = await readScoreHistory(moderator, { mark: 'off_topic' })
    expect(month).toMatchObject({ total: 2, days: 30, isCut: false })
    expect(countBetween(month.suggested, 0.85)).toBe(1)
    expect(countBetween(month.open, 0.85)).toBe(2)
  })

  it('counts a band as the queue finds it', async () => {
    for (const value of [0.6, 0.65, 0.7]) await score(await makeComment(site, { receivedAt: LATELY }), { 'uncivil.insult': value })
    await decided({ 'uncivil.insult': 0.65 })
    await score(await makeComment(site, { receivedAt: new Date('2026-09-01T00:00:00Z') }), { 'uncivil.insult': 0.65 })
    const { month } = await readScoreHistory(moderator, {})
    const q = writeBandSearch('score.civility', { from: 0.6, to: 0.7, section: null, days: month.days })
    const queue = await listQueue(moderator, { queue: 'newest', q })
    expect(countBetween(month.open, 0.6, 0.7)).toBe(2)
    expect(queue.rows).toHaveLength(2)
  })

  it('is for those who decide', async () => {
    await expect(readScoreHistory(await site.as('editor'), {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

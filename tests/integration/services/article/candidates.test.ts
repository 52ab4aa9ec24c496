import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { judgeForFeaturing } from '@/lib/domain/featuring'
import { getArticlePage } from '@/lib/services/article/page'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { DISCUSSION_NOW, makeManyComments } from '@/tests/factories/discussion'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

const SENTENCE =
  'The council counted riders on the night tram for a month before it voted on this, and nobody in this thread has asked why. '
const OTHER =
  'My daughter cycles home from the bakery at three in the morning, since no other line serves the hospital road before six, and a taxi costs her half a shift.'

it('looks for what to feature in the whole discussion, however long ago it was written, by an index that holds nothing else', async () => {
  const site = await makeSite(() => DISCUSSION_NOW)
  const article = await makeArticle(site)
  // The factory of many comments marks some of an article by how their outer ids end.
  const best = await makeComment(site, {
    article,
    externalId: 'best',
    body: `${SENTENCE}It counted 412 riders in 2025: https://example.org/count`,
    status: 'approved',
    receivedAt: new Date('2026-02-01T08:00:00Z'),
  })
  const plain = await makeComment(site, {
    article,
    externalId: 'plain',
    body: OTHER,
    receivedAt: new Date('2026-02-01T09:00:00Z'),
  })
  const heated = await makeComment(site, { article, body: SENTENCE.repeat(2), marks: { uncivil: 'insult' } })
  await makeManyComments(site, article, 600)
  await getDb().query('ANALYZE')
  const ctx = await site.as('editor')
  const db = recordStatements(getDb())
  const { candidates } = await getArticlePage({ ...ctx, db }, article.id)
  expect(candidates.map(({ id }) => id)).toEqual([best.id, plain.id])
  expect(candidates.map(({ id }) => id)).not.toContain(heated.id)
  expect(candidates[0]?.reasons).toEqual(['substantial', 'civil', 'evidence', 'approved'])

  const statement = db.statements.find(({ name }) => name === 'feature-candidates')
  if (!statement) throw new Error('no candidates were asked for')
  for (const mode of ['custom', 'generic'] as const)
    expect((await explain(getDb(), statement, mode)).indexes).toContain('comment_article_featurable')
})

it('shows the best one of comments that say nearly the same', async () => {
  const site = await makeSite(() => DISCUSSION_NOW)
  const article = await makeArticle(site)
  const text = `${SENTENCE}It counted 412 riders in 2025, and the timetable that the depot drew up says where each of them got on.`
  await makeComment(site, { article, body: `Once more: ${text}` })
  const best = await makeComment(site, { article, body: text, status: 'approved' })
  await makeComment(site, { article, body: text.replace('month', 'week') })
  const other = await makeComment(site, { article, body: OTHER })
  const { candidates } = await getArticlePage(await site.as('editor'), article.id)
  expect(candidates.map(({ id }) => id)).toEqual([best.id, other.id])
})

it.each([
  ['approved', null, 'The tram of 1998 ran until two.'],
  ['published', 0.2, 'A third of it, 33 %, is paid by the city.'],
  ['published', 0.2, `${SENTENCE.repeat(13)}Nothing to look up.`],
  ['approved', 0.4, 'See https://example.org for the count.'],
  ['published', null, 'Nothing to look up: 12 of 20, tram 7000, and no address.'],
])('the database ranks as the rule does: %s, distance %s', async (status, distance, body) => {
  const [row] = await getDb().query<{ rank: number }>('SELECT featuring_rank($1::comment_status, $2::real, $3) AS rank', [
    status,
    distance,
    body,
  ])
  const words = `${body} ${'and so on '.repeat(10)}`.split(' ').length
  const verdict = judgeForFeaturing({
    words: body.length > 1400 ? 300 : words,
    drift: distance,
    incivility: 0,
    isApproved: status === 'approved',
    openReports: 0,
    replies: 0,
    civilReplies: 0,
    hasEvidence: /1998|33 %|https/.test(body),
  })
  // Civil are all that the index holds, and it knows nothing of replies.
  expect(row?.rank).toBe(Math.round(100 * (verdict?.score ?? 0)) - 16)
})

import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { readDerailment } from '@/lib/services/article/derailment'
import { readDriftMap } from '@/lib/services/article/drift'
import { getArticlePage } from '@/lib/services/article/page'
import { readStandingWords } from '@/lib/services/article/words'
import { listSavedViews, removeView, saveView } from '@/lib/services/teamwork/views'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { DISCUSSION_NOW, makeManyComments } from '@/tests/factories/discussion'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let calm: MadeArticle
let quarrel: MadeArticle
const minute = (count: number) => new Date(Date.parse('2026-03-09T08:00:00Z') + count * 60_000)

beforeAll(async () => {
  site = await makeSite(() => DISCUSSION_NOW)
  calm = await makeArticle(site, { title: 'Bridge' })
  quarrel = await makeArticle(site, { title: 'Tram' })
  for (let place = 0; place < 40; place++) {
    const postedAt = minute(place)
    await makeComment(site, { article: calm, commenter: 'Ada', postedAt, receivedAt: postedAt, body: 'The caisson of the bridge held.' })
    const isLate = place >= 24
    await makeComment(site, {
      article: quarrel,
      commenter: isLate ? 'Ben' : 'Ada',
      postedAt,
      receivedAt: postedAt,
      body: isLate ? 'And the airport? They sold the airport.' : 'The tram carries nurses home.',
      ...(isLate ? { marks: { offTopic: true } } : {}),
    })
  }
})

const readOf = async (article: MadeArticle, of = site) => {
  const ctx = await of.as('editor')
  const [page, map] = await Promise.all([getArticlePage(ctx, article.id), readDriftMap(ctx, article.id)])
  return { ctx, page, map }
}

describe('where a discussion turned', () => {
  it('is told with the comment that began it and the shares before and within', async () => {
    const { ctx, page, map } = await readOf(quarrel)
    const derailment = await readDerailment(ctx, quarrel.id, page.hours, map)
    expect(derailment).toMatchObject({
      at: minute(24).toISOString(),
      window: null,
      endedAt: null,
      comments: 16,
      shareBefore: 0,
      shareWithin: 1,
      offTopicWithin: 1,
      uncivilWithin: 0,
    })
    expect(derailment?.comment).toMatchObject({
      id: map.nodes[24]?.id,
      commenterName: 'Ben',
      excerpt: 'And the airport? They sold the airport.',
    })
  })

  it('is shown by the part of the map that begins with its hour, where the discussion is too long for all of it', async () => {
    const own = await makeSite(() => DISCUSSION_NOW)
    const long = await makeArticle(own, { title: 'Heating' })
    await makeManyComments(own, long, 2_100)
    const from = '2026-03-05T08:00:00Z'
    const turned = `UPDATE comment SET marked_off_topic = true WHERE site_id = $1 AND article_id = $2 AND ordered_at >= $3`
    await getDb().query(turned, [own.id, long.id, from])
    const { ctx, page, map } = await readOf(long, own)
    expect([map.nodes.length, map.total, map.isWhole, map.nodes.at(-1)?.at]).toEqual([500, 2100, false, page.figures.lastCommentAt])
    const derailment = await readDerailment(ctx, long.id, page.hours, map)
    expect(derailment?.window).toEqual({ from: '2026-03-05T08:00:00.000Z', to: '2026-03-05T14:00:00.000Z' })
    const part = await readDriftMap(ctx, long.id, derailment?.window ?? {})
    expect(part.nodes.find(({ id }) => id === derailment?.comment?.threadId)).toMatchObject({ at: derailment?.at, isCut: false })
  })

  it('is nowhere in a calm one', async () => {
    const { ctx, page, map } = await readOf(calm)
    expect(await readDerailment(ctx, calm.id, page.hours, map)).toBeNull()
  })
})

describe('words that stand out', () => {
  it('are those of this discussion and not of the other, once for each comment', async () => {
    const { words, readHere, readElsewhere } = await readStandingWords(await site.as('editor'), quarrel.id)
    expect({ readHere, readElsewhere }).toEqual({ readHere: 40, readElsewhere: 40 })
    expect(words.find(({ word }) => word === 'airport')).toMatchObject({ here: 16, search: 'airport' })
    expect(words.map(({ word }) => word)).not.toContain('bridge')
  })

  it('are told to nobody without the right to read', async () => {
    await expect(readStandingWords(site.asKey('ingest'), quarrel.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readStandingWords(await site.as('editor'), 'no-id')).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('views of the list of articles and of the queue are kept apart', async () => {
  const ctx = await site.as('editor')
  const [kept] = await saveView(ctx, { name: 'Heated', address: 'sort=uncivil', place: 'articles' })
  await saveView(ctx, { name: 'Held', address: 'queue=held' })
  expect((await listSavedViews(ctx, 'articles')).map(({ name }) => name)).toEqual(['Heated'])
  expect((await listSavedViews(ctx)).map(({ name }) => name)).toEqual(['Held'])
  expect(await removeView(ctx, kept?.id ?? '')).toEqual([])
})

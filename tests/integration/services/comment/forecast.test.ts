import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as batches from '@/lib/scoring/score-batch'
import { putArticle } from '@/lib/services/article/put'
import { forecastScores } from '@/lib/services/comment/forecast-scores'
import { parseItem } from '@/lib/services/comment/parse-items'
import { writeComments } from '@/lib/services/comment/write-batch'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

const DUCKS = { title: 'Ducks of the pond', body: 'The ducks of the pond in the park swim there all summer and winter. '.repeat(8) }
const TRAMS = { title: 'Night trams', body: 'The tram at night runs until midnight, and the council pays the driver. '.repeat(8) }

let site: TestSite
const scored = vi.spyOn(batches, 'scoreBatch')
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a', ...DUCKS })
  scored.mockClear()
})

const parse = (...items: object[]) => items.map((item) => parseItem({ articleExternalId: 'a', ...item }, new Date()))
const first = { externalId: 'c1', body: 'The ducks of the pond were fed by nobody in the park all winter.' }
const reply = {
  externalId: 'c2',
  parentExternalId: 'c1',
  body: 'The tram at night was paid by the council until midnight, driver and all.',
}

/** Of how many comments scores were asked, each time. */
const asked = () => scored.mock.calls.map(([, comments]) => comments.length)
const listScores = () =>
  getDb().query<{ key: string; attribute: string; value: number }>(
    `SELECT c.external_id AS key, s.attribute, s.value FROM comment c JOIN score s ON s.comment_id = c.id
     WHERE c.site_id = $1 ORDER BY 1, 2`,
    [site.id],
  )

describe('what was scored before it is written', () => {
  it('is not scored again, and is stored as it would be otherwise', async () => {
    const ctx = site.asKey('ingest')
    await writeComments(ctx, parse(first, reply), await forecastScores(ctx, parse(first, reply)))
    expect(asked()).toEqual([2, 0])
    const forecast = await listScores()
    expect(forecast.map(({ key, attribute }) => `${key} ${attribute}`)).toEqual(
      expect.arrayContaining(['c1 off_topic.article', 'c2 off_topic.article', 'c2 off_topic.parent']),
    )
    const again = await makeSite()
    await makeArticle(again, { externalId: 'a', ...DUCKS })
    site = again
    await writeComments(again.asKey('ingest'), parse(first, reply))
    expect(await listScores()).toEqual(forecast)
  })

  it('knows a parent that came with an earlier request', async () => {
    const ctx = site.asKey('ingest')
    await writeComments(ctx, parse(first))
    scored.mockClear()
    await writeComments(ctx, parse(reply), await forecastScores(ctx, parse(reply)))
    expect(asked()).toEqual([1, 0])
    expect((await listScores()).filter(({ key }) => key === 'c2').map(({ attribute }) => attribute)).toContain('off_topic.parent')
  })

  it('is scored again where article, parent or watched words have changed meanwhile', async () => {
    const ctx = site.asKey('ingest')
    const forecast = await forecastScores(ctx, parse(first))
    await putArticle(ctx, 'a', TRAMS)
    await writeComments(ctx, parse(first), forecast)
    expect(asked()).toEqual([1, 1])
    const distance = (await listScores()).find(({ attribute }) => attribute === 'off_topic.article')
    // It is about the article no more.
    const before = forecast.scored.get('c1')?.results.flatMap(({ scores }) => scores)
    const near = before?.find(({ attribute }) => attribute === 'off_topic.article')?.value
    expect(distance?.value).toBeGreaterThan((near ?? NaN) + 0.3)

    scored.mockClear()
    const early = await forecastScores(ctx, parse(reply))
    await writeComments(ctx, parse({ ...first, body: 'Another text of some length about the winter in the park.', revision: 1 }))
    await writeComments(ctx, parse(reply), early)
    expect(asked()).toEqual([1, 1, 1])

    scored.mockClear()
    const third = { externalId: 'c3', body: 'Nobody but a numbskull would close the pond of the park at night.' }
    const unaware = await forecastScores(ctx, parse(third))
    await getDb().query(
      `INSERT INTO watched_word (site_id, id, term, kind, is_held) VALUES ($1, gen_random_uuid(), 'numbskull', 'insult', true)`,
      [site.id],
    )
    const [written] = await writeComments(ctx, parse(third), unaware)
    expect(asked()).toEqual([1, 1])
    expect(written).toMatchObject({ status: 'pending', suggestions: [{ mark: 'uncivil', kind: 'insult' }] })
  })

  it('says nothing of comments under an article that is not there yet', async () => {
    const ctx = site.asKey('ingest')
    const late = parse({ externalId: 'c4', articleExternalId: 'later', body: 'The tram at night was paid by the council until midnight.' })
    const forecast = await forecastScores(ctx, late)
    expect(forecast.scored.size).toBe(0)
    await putArticle(ctx, 'later', TRAMS)
    await writeComments(ctx, late, forecast)
    expect(asked()).toEqual([0, 1])
    expect((await listScores()).map(({ key }) => key)).toContain('c4')
  })
})

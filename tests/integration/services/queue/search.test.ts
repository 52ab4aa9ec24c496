import { beforeEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/v1/desk/queue/route'
import { writeDocument } from '@/lib/db/comment/comment-document'
import { getDb, type Db } from '@/lib/db/connection'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { listQueue } from '@/lib/services/queue/list'
import { indexNextTexts, indexTexts, rewriteNextTexts } from '@/lib/services/search/index-texts'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
})

const send = (...texts: [id: string, body: string, revision?: number][]) =>
  ingestComments(
    site.asKey('ingest'),
    texts.map(([externalId, body, revision = 1]) => ({ externalId, articleExternalId: 'a', body, revision })),
  )
const indexAll = async () => {
  while ((await indexNextTexts(getDb(), 5)) > 0);
}
const find = async (q: string) => (await listQueue(await site.as('moderator'), { queue: 'newest', q })).rows.map((row) => row.body)

/** The database, whose planner expects so many hits of any word among a million comments. */
function expecting(hits: number): Db {
  const db = getDb()
  const plans = [1e6, hits, hits, hits].map((rows) => ({ 'Plan Rows': rows }))
  return {
    ...db,
    query: <Row extends object>(text: string, values?: readonly unknown[], name?: string) =>
      text.startsWith('EXPLAIN')
        ? Promise.resolve([{ 'QUERY PLAN': [{ Plan: { Plans: plans } }] }] as unknown as Row[])
        : db.query<Row>(text, values, name),
  }
}

it('leaves out of a search what no text can hold', async () => {
  await send(['c1', 'The ferry was late'])
  await indexAll()
  expect(await find('ferry\u0000')).toEqual(['The ferry was late'])
  expect(await find('\u0000')).toEqual(['The ferry was late'])
})

it('finds a language however it is spelt, here or at its source', async () => {
  const languages = ['pt-BR', 'PT-br', 'DE', 'pt']
  await ingestComments(
    site.asKey('ingest'),
    languages.map((language) => ({ externalId: language, articleExternalId: 'a', body: language, revision: 1, language })),
  )
  expect((await find('lang:pt-BR')).sort()).toEqual(['PT-br', 'pt-BR'])
  expect((await find('lang:PT-br')).sort()).toEqual(['PT-br', 'pt-BR'])
  expect(await find('lang:de')).toEqual(['DE'])
  expect((await find('-lang:de')).sort()).toEqual(['PT-br', 'pt', 'pt-BR'])
})

describe('search', () => {
  it('finds words, phrases and what lacks a word, the newest first', async () => {
    await send(['1', 'The night ferry is late'], ['2', 'Ferry at night? Never.'], ['3', 'A tram, no ferry'])
    await indexAll()
    expect(new Set(await find('ferry'))).toEqual(new Set(['The night ferry is late', 'Ferry at night? Never.', 'A tram, no ferry']))
    expect(await find('"night ferry"')).toEqual(['The night ferry is late'])
    expect(await find('ferry -night')).toEqual(['A tram, no ferry'])
    expect(await find("ƒ %_ ' & | ! ( ) *")).toEqual([])
  })

  it.each([
    ['all at once', 21],
    ['week by week', 600],
    ['day by day', 15_000],
  ])('pages through a phrase and a word from either end, looked up %s', async (_, expectedHits) => {
    const mo = { ...(await site.as('moderator')), db: expecting(expectedHits) }
    const start = Date.UTC(2025, 0, 1)
    // A few in the first days, weeks without any, some at the ends of the fourteen days and sixty weeks that are looked at one by one, from
    // either end; every third has the words but not the phrase, and some are of one instant.
    const ages = [
      0, 1, 2, 2, 2, 9, 12, 13, 13.9, 14, 15, 30, 31, 33, 60, 61, 150, 200, 240, 240, 240, 412, 419, 420, 421, 480, 584, 586, 587, 599, 600,
    ]
    for (const [at, days] of ages.entries()) {
      const body = `${at % 3 === 2 ? 'ferry at night' : 'the night ferry'} ${at}`
      await makeComment(site, { body, postedAt: new Date(start + days * 86_400_000) })
    }
    await getDb().query(
      `INSERT INTO comment_document SELECT site_id, id, ${writeDocument('body')}, ordered_at FROM comment WHERE site_id = $1`,
      [site.id],
    )
    const readAll = async (q: string, sort: 'newest' | 'oldest', limit: number) => {
      const found: string[] = []
      for (let cursor: string | undefined; ;) {
        const page = await listQueue(mo, { queue: 'newest', q, sort, limit, cursor })
        found.push(...page.rows.map((row) => row.body))
        if (page.nextCursor === null) return found
        cursor = page.nextCursor
      }
    }
    for (const [q, isFound] of [
      ['"night ferry"', (body: string) => body.startsWith('the')],
      ['ferry', () => true],
    ] as const) {
      const rows = await getDb().query<{ body: string }>('SELECT body FROM comment WHERE site_id = $1 ORDER BY ordered_at, id', [site.id])
      const expected = rows.map(({ body }) => body).filter(isFound)
      for (const limit of [1, 4, 50]) {
        expect(await readAll(q, 'oldest', limit), `${q} by ${limit}`).toEqual(expected)
        expect(await readAll(q, 'newest', limit), `${q} by ${limit}`).toEqual([...expected].reverse())
      }
    }
  })

  it('finds the parts of addresses and of words with joints, together and one by one', async () => {
    const [address, mail, joined, apart] = [
      'See http://home-riches.example/x now',
      'Write to max_m@home-riches.example, 3.50 a month',
      'Our well-being counts',
      'Home alone. Riches? Well, being here',
    ]
    await send(['1', address], ['2', mail], ['3', joined], ['4', apart])
    await indexAll()
    const findSorted = async (q: string) => (await find(q)).toSorted()
    expect(await findSorted('home-riches')).toEqual([address, mail])
    expect(await findSorted('home-rich*')).toEqual([address, mail])
    expect(await findSorted('riches')).toEqual([apart, address, mail])
    expect(await findSorted('http://home-riches.example/x')).toEqual([address])
    expect(await findSorted('max_m')).toEqual([mail])
    expect(await findSorted('3.50')).toEqual([mail])
    expect(await findSorted('well-being')).toEqual([apart, joined])
    expect(await findSorted('being -well-being')).toEqual([])
    expect(await findSorted('example -home-riches.example')).toEqual([])
  })

  it('finds the words within and behind what looks like markup, also in texts that an earlier version indexed', async () => {
    const bodies = [
      '<script>alert(1)</script> keep the tram',
      '<style> hidden',
      'x <img src=y onerror="alert(2)"> z',
      'a &lamp; b',
      '<idiot>',
    ]
    for (const body of bodies) await makeComment(site, { body })
    await getDb().query('DELETE FROM document_rewrite')
    await getDb().query(
      `INSERT INTO comment_document SELECT site_id, id, to_tsvector('simple', body), ordered_at FROM comment WHERE site_id = $1`,
      [site.id],
    )
    await getDb().query(`INSERT INTO document_rewrite VALUES ($1, '00000000-0000-0000-0000-000000000000')`, [site.id])
    while (await rewriteNextTexts(getDb(), 2));
    for (const [q, body] of ['tram', 'hidden', 'onerror', 'lamp', '<idiot>'].map((q, at) => [q, bodies[at]] as const))
      expect([q, await find(q)]).toEqual([q, [body]])
    expect(await find('"keep the tram" script')).toEqual([bodies[0]])
  })

  it('finds the parts in texts that an earlier version indexed, once they are indexed anew, lot by lot', async () => {
    const other = await makeSite()
    const body = 'See http://home-riches.example/x now'
    for (let at = 0; at < 5; at += 1) await makeComment(at === 4 ? other : site, { body: at === 2 ? 'Nothing joined here' : body })
    await getDb().query('DELETE FROM document_rewrite')
    await getDb().query(
      `INSERT INTO comment_document SELECT site_id, id, to_tsvector('simple', body), ordered_at FROM comment WHERE site_id = ANY($1::uuid[])`,
      [[site.id, other.id]],
    )
    await getDb().query(`INSERT INTO document_rewrite SELECT unnest($1::uuid[]), '00000000-0000-0000-0000-000000000000'`, [
      [site.id, other.id],
    ])
    const versions = () => getDb().query<{ xmin: string }>(`SELECT xmin::text FROM comment_document WHERE document @@ 'joined'::tsquery`)
    const before = await versions()
    expect(await find('home-riches')).toEqual([])
    let lots = 0
    while (await rewriteNextTexts(getDb(), 2)) lots += 1
    // Two lots and one that is empty for the first site, one and one for the other.
    expect(lots).toBe(5)
    expect(await find('home-riches')).toEqual([body, body, body])
    expect((await listQueue(await other.as('moderator'), { queue: 'newest', q: 'riches' })).rows).toHaveLength(1)
    expect(await getDb().query('SELECT * FROM document_rewrite')).toEqual([])
    expect(await versions()).toEqual(before)
  })

  it('finds what stands under the articles that a part of a title names: none, one, several, page after page', async () => {
    const mo = await site.as('moderator')
    const at = (minute: number) => ({ postedAt: new Date(Date.UTC(2026, 2, 9, 10, minute)) })
    const [red, blue, green] = [
      await makeArticle(site, { title: 'Harbour: the red crane', section: 'City' }),
      await makeArticle(site, { title: 'Harbour: the blue crane' }),
      await makeArticle(site, { title: 'Elections', externalId: 'harbour-id' }),
    ]
    for (const [minute, article, body] of [
      [1, red, 'r1'],
      [2, blue, 'b2'],
      [3, green, 'g3'],
      [4, red, 'r4'],
      [5, blue, 'b5'],
    ] as const)
      await makeComment(site, { article, body, status: minute === 4 ? 'pending' : 'published', ...at(minute) })
    expect(await find('article:"red crane"')).toEqual(['r4', 'r1'])
    expect(await find('article:harbour')).toEqual(['b5', 'r4', 'b2', 'r1'])
    expect(await find('article:harbour is:held')).toEqual(['r4'])
    expect(await find('article:harbour -section:City')).toEqual(['b5', 'b2'])
    expect(await find('-article:harbour')).toEqual(['g3'])
    expect(await find('article:harbour-id')).toEqual(['g3'])
    expect(await find('article:zebra')).toEqual([])
    const first = await listQueue(mo, { queue: 'newest', q: 'article:harbour', limit: 3 })
    const second = await listQueue(mo, { queue: 'newest', q: 'article:harbour', limit: 3, cursor: first.nextCursor ?? '' })
    expect([first, second].map(({ rows }) => rows.map(({ body }) => body))).toEqual([['b5', 'r4', 'b2'], ['r1']])
    const oldest = await listQueue(mo, { queue: 'newest', sort: 'oldest', q: 'article:harbour' })
    expect(oldest.rows.map(({ body }) => body)).toEqual(['r1', 'b2', 'r4', 'b5'])
  })

  it('follows edits and deletions', async () => {
    await send(['1', 'Before the edit'])
    await indexAll()
    await send(['1', 'After it', 2])
    await indexAll()
    expect([await find('before'), await find('after')]).toEqual([[], ['After it']])
    await removeComment(site.asKey('ingest'), '1')
    expect(await find('after')).toEqual([])
  })

  it('finds what has come by itself while the indexer runs', async () => {
    const stop = new AbortController()
    const running = indexTexts(stop.signal)
    await send(['1', 'Umbrella'])
    await vi.waitFor(async () => expect(await find('umbrella')).toEqual(['Umbrella']), PATIENT)
    stop.abort()
    await running
  })

  it("does not show another site's comments, and is for readers", async () => {
    await send(['1', 'Umbrella'])
    await indexAll()
    const other = await makeSite()
    expect((await listQueue(await other.as('moderator'), { queue: 'newest', q: 'umbrella' })).rows).toEqual([])
    await expect(listQueue(site.asKey('ingest'), { queue: 'newest', q: 'umbrella' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is asked over HTTP', async () => {
    await send(['1', 'Umbrella'])
    await indexAll()
    const key = await makeKey(site, 'read')
    const answer = await GET(apiRequest('GET', '/desk/queue?queue=newest&q=umbrella', { key }))
    expect([answer.status, ((await answer.json()) as { rows: unknown[] }).rows.length]).toEqual([200, 1])
    expect((await GET(apiRequest('GET', '/desk/queue?q=nonsense:x', { key }))).status).toBe(422)
  })
})

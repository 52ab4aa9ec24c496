import { beforeEach, describe, expect, it } from 'vitest'
import { QueueQuery, type QueueRow } from '@/lib/contracts/queue'
import { getDb } from '@/lib/db/connection'
import { listSorts } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { featureComment } from '@/lib/services/comment/feature'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readWholeQueue } from '@/tests/factories/whole-queue'

const NOW = new Date('2026-03-10T12:00:00.000Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

let site: TestSite
let ctx: Context
let article: MadeArticle

beforeEach(async () => {
  site = await makeSite(() => NOW)
  ctx = await site.as('moderator', 'Mo')
  article = await makeArticle(site, { title: 'Riverside road', section: 'Local' })
})

/** Every id of a queue, page by page. */
async function readAll(query: Partial<QueueQuery>): Promise<string[]> {
  return (await readWholeQueue(ctx, query)).map((row) => row.id)
}

describe('a row of the queue', () => {
  it('carries everything the desk shows of a reply', async () => {
    const body = `${'é'.repeat(199)}🙂 and more`
    const parent = await makeComment(site, { article, commenter: 'Pat Parent', body, receivedAt: minutesAgo(90) })
    const reply = await makeComment(site, {
      parent,
      commenter: 'Rae Reply',
      body: 'You would say that.',
      language: 'en',
      status: 'pending',
      version: 4,
      suggestedOffTopic: 0.87,
      suggestedUncivil: { score: 0.61, kind: 'condescension' },
      openReports: 2,
      marks: { offTopic: true, uncivil: 'insult' },
      findings: [{ phase: 'hold_all', outcome: 'hold', why: 'This site reads every comment before it is public' }],
      postedAt: minutesAgo(60),
      receivedAt: minutesAgo(59),
    })
    const page = await listQueue(ctx, QueueQuery.parse({ queue: 'held' }))
    expect(page).toEqual({
      rows: [
        {
          id: reply.id,
          externalId: reply.externalId,
          version: 4,
          revision: 1,
          body: 'You would say that.',
          language: 'en',
          state: {
            status: 'pending',
            marks: { offTopic: true, uncivil: 'insult' },
            suggestions: { offTopic: 0.87, uncivil: { score: 0.61, kind: 'condescension' } },
            openReports: 2,
            isReviewed: false,
          },
          allowed: ['approve', 'reject', 'mark_uncivil', 'clear_off_topic', 'clear_uncivil'],
          commenter: { id: reply.commenterId, name: 'Rae Reply' },
          article: { id: article.id, title: 'Riverside road', section: 'Local' },
          parent: { id: parent.id, excerpt: `${'é'.repeat(199)}…`, commenterName: 'Pat Parent' },
          postedAt: '2026-03-10T11:00:00.000Z',
          receivedAt: '2026-03-10T11:01:00.000Z',
          wave: null,
          handedTo: null,
          isFeatured: false,
          isWorthFeaturing: false,
          findings: [{ phase: 'hold_all', outcome: 'hold', why: 'This site reads every comment before it is public' }],
        },
      ],
      nextCursor: null,
      now: '2026-03-10T12:00:00.000Z',
    })
  })

  it('suggests to feature what is public, on topic, civil and substantial, until somebody does or decides', async () => {
    const body =
      'My daughter cycles home from the bakery at three, since no other line serves the road before six, and a taxi costs her half a shift.'
    const made = [
      await makeComment(site, { article, body }),
      await makeComment(site, { article, body, reviewedAt: NOW }),
      await makeComment(site, { article, body, suggestedOffTopic: 0.5 }),
      await makeComment(site, { article, body, status: 'pending' }),
      await makeComment(site, { article, body: 'Too short to say something.' }),
      await makeComment(site, { article, body }),
    ]
    await getDb().query('UPDATE comment SET distance = 0.2, incivility = 0.01 WHERE site_id = $1', [site.id])
    await featureComment(ctx, made[5]?.id ?? '', { version: 1 })
    const rows = new Map((await readWholeQueue(ctx, { queue: 'newest' })).map((row) => [row.id, row]))
    expect(made.map(({ id }) => [rows.get(id)?.isWorthFeaturing, rows.get(id)?.isFeatured])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, false],
      [false, false],
      [false, true],
    ])
  })

  it('says what is unknown instead of making it up', async () => {
    await makeComment(site, { article, commenter: null, parentExternalId: 'not here yet', postedAt: null, status: 'pending' })
    const [row] = (await listQueue(ctx, QueueQuery.parse({}))).rows
    expect(row).toMatchObject({ commenter: null, parent: { isUnknown: true }, postedAt: null })
  })

  it('shows nothing of a text that was deleted at its source', async () => {
    const parent = await makeComment(site, { article, status: 'removed', body: 'regretted' })
    const reply = await makeComment(site, { parent, status: 'pending' })
    const rows = (await listQueue(ctx, QueueQuery.parse({ queue: 'newest' }))).rows
    expect(rows.map((row) => [row.id, row.body, row.parent])).toEqual([
      [
        reply.id,
        'Sundays without cars would be a fine thing for this street.',
        { id: parent.id, excerpt: '', commenterName: 'Ada Reader' },
      ],
      [parent.id, '', null],
    ])
  })

  it('offers an editor no decision', async () => {
    await makeComment(site, { article, status: 'pending' })
    const editor = await site.as('editor')
    const page = await listQueue(editor, QueueQuery.parse({}))
    expect(page.rows.map((row) => row.allowed)).toEqual([[]])
  })
})

describe('the order of a queue', () => {
  it('is oldest first for those that wait and newest first for watching', async () => {
    const [a, b, c] = [
      await makeComment(site, { article, status: 'pending', postedAt: minutesAgo(30) }),
      await makeComment(site, { article, status: 'pending', postedAt: minutesAgo(50) }),
      await makeComment(site, { article, status: 'pending', postedAt: minutesAgo(10) }),
    ]
    expect(await readAll({ queue: 'held', limit: 1 })).toEqual([b.id, a.id, c.id])
    expect(await readAll({ queue: 'newest', limit: 1 })).toEqual([c.id, a.id, b.id])
  })

  it.each(['review', 'newest'] as const)('loses no row of %s among 500 of the same instant, in pages of 7', async (queue) => {
    await getDb().query(
      `INSERT INTO comment (site_id, id, article_id, external_id, body, status, received_at, ordered_at)
       SELECT $1, gen_random_uuid(), $2, 'same-' || n, 'same', 'pending', t, t
       FROM generate_series(1, 500) n, (SELECT timestamptz '2026-03-01T08:00:00.123456Z' AS t) instant`,
      [site.id, article.id],
    )
    const ids = await readAll({ queue, limit: 7 })
    expect(ids).toHaveLength(500)
    expect(new Set(ids).size).toBe(500)
  })

  it('tells microseconds apart', async () => {
    await getDb().query(
      `INSERT INTO comment (site_id, id, article_id, external_id, body, status, received_at, ordered_at)
       SELECT $1, gen_random_uuid(), $2, 'micro-' || n, 'micro', 'pending', t, t
       FROM generate_series(1, 50) n, LATERAL (SELECT timestamptz '2026-03-01T08:00:00Z' + n * interval '1 microsecond' AS t) instant`,
      [site.id, article.id],
    )
    const names = await getDb().query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 ORDER BY ordered_at', [site.id])
    expect(await readAll({ queue: 'held', limit: 3 })).toEqual(names.map(({ id }) => id))
    expect(await readAll({ queue: 'newest', limit: 3 })).toEqual(names.map(({ id }) => id).reverse())
  })
})

describe('what a caller may ask', () => {
  it('narrows by article and status together', async () => {
    const other = await makeArticle(site)
    const wanted = await makeComment(site, { article, status: 'pending' })
    await makeComment(site, { article, status: 'published', suggestedOffTopic: 0.9 })
    await makeComment(site, { article: other, status: 'pending' })
    expect(await readAll({ queue: 'review', article: article.id, status: ['pending', 'rejected'] })).toEqual([wanted.id])
  })

  it.each([
    '',
    'nonsense',
    'MTIz',
    Buffer.from("0' OR 1=1 x").toString('base64url'),
    Buffer.from('99999999999999999999 x').toString('base64url'),
  ])('refuses the cursor %j', async (cursor) => {
    await expect(listQueue(ctx, QueueQuery.parse({ cursor }))).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('keeps one site from seeing another', async () => {
    await makeComment(site, { article, status: 'pending' })
    const stranger = await (await makeSite()).as('admin')
    expect((await listQueue(stranger, QueueQuery.parse({ queue: 'newest' }))).rows).toEqual([])
  })

  it('is forbidden to a key that may only send comments', async () => {
    await expect(listQueue(site.asKey('ingest'), QueueQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('is narrowed down by section as the rows themselves say, however it is asked, page after page', async () => {
  const places = [
    article,
    await makeArticle(site, { title: 'Away', section: 'Sport' }),
    await makeArticle(site, { title: 'Home', section: 'local' }),
  ]
  for (let at = 0; at < 48; at += 1) {
    const place = places[at % 3]
    if (!place) throw new Error('no place')
    await makeComment(site, {
      article: place,
      parentExternalId: 'not-here',
      language: at % 2 === 0 ? 'de' : 'en',
      status: at % 5 === 0 ? 'pending' : 'published',
      suggestedUncivil: { score: 0.6 + (at % 4) / 10, kind: at % 4 === 0 ? 'threat' : 'insult' },
      reviewedAt: at % 11 === 0 ? NOW : null,
      openReports: at % 3,
      receivedAt: minutesAgo(at - (at % 2)),
    })
  }
  const isLocal = (row: QueueRow) => row.article.section?.toLowerCase() === 'local'
  const isInsult = (row: QueueRow) => row.state.suggestions.uncivil?.kind === 'insult'
  const filters: [asked: Partial<QueueQuery>, isFound: (row: QueueRow) => boolean][] = [
    [{ q: 'section:LOCAL' }, isLocal],
    [{ q: 'section:local lang:de' }, (row) => isLocal(row) && row.language === 'de'],
    [{ q: 'section:local lang:de suggests:insult' }, (row) => isLocal(row) && row.language === 'de' && isInsult(row)],
    [{ q: 'section:local suggests:insult', status: ['pending'] }, (row) => isLocal(row) && isInsult(row) && row.state.status === 'pending'],
    [{ q: 'section:local -lang:de -suggests:insult' }, (row) => isLocal(row) && row.language !== 'de' && !isInsult(row)],
    [{ q: '-section:local lang:de suggests:insult' }, (row) => !isLocal(row) && row.language === 'de' && isInsult(row)],
    [{ q: 'section:nowhere lang:de suggests:insult' }, () => false],
  ]
  for (const queue of ['review', 'uncivil', 'reported'] as const) {
    for (const sort of listSorts(queue)) {
      const all = await readWholeQueue(ctx, { queue, sort })
      expect(all.length).toBeGreaterThan(9)
      for (const [asked, isFound] of filters) {
        const expected = all.filter(isFound).map((row) => row.id)
        expect(await readAll({ ...asked, queue, sort, limit: 4 }), `${queue} by ${sort}: ${asked.q}`).toEqual(expected)
      }
    }
  }
})

import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocument } from '@/lib/db/comment/comment-document'
import { getDb } from '@/lib/db/connection'
import { listSorts, type QueueSort } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const MINUTES = 40

let mo: Context

/** A comment a minute, all of the tram, under five articles by seven people in turn; every other one is held. */
beforeAll(async () => {
  const site = await makeSite()
  mo = await site.as('moderator')
  const titles = ['Harbour: the red crane', 'Harbour: the blue crane', 'Elections', 'The weather', 'The budget']
  const articles = await Promise.all(titles.map((title, at) => makeArticle(site, { title, section: at === 0 ? 'City' : 'Land' })))
  const people = ['Ann Lee', 'Ann Lear', 'Bo', 'Cy', 'Di', 'Ed', 'Flo']
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await makeComment(site, {
      ...{ article: articles[minute % 5] ?? { id: '' }, commenter: people[minute % 7] ?? null, body: `tram ${minute}` },
      ...{ status: minute % 2 === 0 ? 'pending' : 'published', postedAt: new Date(Date.UTC(2026, 2, 9, 10, minute)) },
    })
  }
  await getDb().query(
    `INSERT INTO comment_document (site_id, comment_id, document, ordered_at)
     SELECT site_id, id, ${writeDocument('body')}, ordered_at FROM comment WHERE site_id = $1`,
    [site.id],
  )
  await getDb().query('ANALYZE comment, comment_document, commenter, article')
})

/** The minutes that a search finds, page after page. */
async function walk(queue: 'newest' | 'review', sort: QueueSort, q: string, limit: number): Promise<number[]> {
  const found: number[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listQueue(mo, { queue, sort, q, limit, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.rows.map(({ body }) => Number(body.slice(5))))
    if (page.nextCursor === null) return found
    cursor = page.nextCursor
  }
}

const minutes = (isMeant: (minute: number) => boolean) => Array.from({ length: MINUTES }, (_, minute) => minute).filter(isMeant)

const MEANT: Record<string, (minute: number) => boolean> = {
  'article:harbour tram': (minute) => minute % 5 < 2,
  'article:"red crane" tram': (minute) => minute % 5 === 0,
  'article:harbour "tram"': (minute) => minute % 5 < 2,
  'author:"ann le" tram': (minute) => minute % 7 < 2,
  'author:"Ann Lee" tram': (minute) => minute % 7 === 0,
  'author:"ann le"': (minute) => minute % 7 < 2,
  'author:bo': (minute) => minute % 7 === 2,
  'author:"ann le" article:harbour tram': (minute) => minute % 7 < 2 && minute % 5 < 2,
  'author:"ann le" section:City tram': (minute) => minute % 7 < 2 && minute % 5 === 0,
  '-author:bo article:harbour tram': (minute) => minute % 7 !== 2 && minute % 5 < 2,
  'section:City tram': (minute) => minute % 5 === 0,
  'author:nobody tram': () => false,
}

describe.each(Object.entries(MEANT))('%s', (q, isMeant) => {
  it('finds all that is meant, in order, however many newer hits there are elsewhere', async () => {
    const expected = minutes(isMeant)
    for (const limit of [2, 50]) {
      expect(await walk('newest', 'oldest', q, limit)).toEqual(expected)
      expect(await walk('newest', 'newest', q, limit)).toEqual([...expected].reverse())
    }
    expect((await countQueues(mo, { q })).newest).toBe(expected.length)
  })

  it('finds what waits in every order, page after page', async () => {
    const expected = minutes((minute) => minute % 2 === 0 && isMeant(minute))
    for (const sort of listSorts('review')) {
      expect((await walk('review', sort, q, 3)).sort((a, b) => a - b)).toEqual(expected)
    }
  })
})

it('what several people wrote at the same time stands in one order, and no page loses any of it', async () => {
  const site = await makeSite()
  mo = await site.as('moderator')
  const article = await makeArticle(site)
  const postedAt = new Date(Date.UTC(2026, 2, 9, 10))
  const made: string[] = []
  for (let each = 0; each < 12; each += 1)
    made.push((await makeComment(site, { article, commenter: `Ann ${each % 3}`, body: `tram ${each}`, postedAt })).id)
  const expected = [...made.keys()].sort((a, b) => ((made[a] ?? '') < (made[b] ?? '') ? -1 : 1))
  for (const limit of [1, 5, 50]) {
    expect(await walk('newest', 'oldest', 'author:ann', limit)).toEqual(expected)
    expect(await walk('newest', 'newest', 'author:ann', limit)).toEqual([...expected].reverse())
  }
})

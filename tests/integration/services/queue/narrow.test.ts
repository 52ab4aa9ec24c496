import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { QueueSort } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const HOUR = 3_600_000
const NOW = new Date('2026-11-28T12:00:00Z')

let mo: Context
let siteId: string

/** 240 comments of six days that wait, of every severity, in two languages, under four articles of two sections; replies are every third. */
beforeAll(async () => {
  const site = await makeSite()
  siteId = site.id
  mo = { ...(await site.as('moderator')), now: () => NOW }
  const articles = await Promise.all(
    ['Politics', 'Sport', 'politics', null].map((section, at) => makeArticle(site, { externalId: `a${at}`, section })),
  )
  for (let at = 0; at < 240; at += 1) {
    const receivedAt = new Date(NOW.getTime() - at * 0.6 * HOUR)
    await makeComment(site, {
      article: articles[at % 4] ?? { id: '' },
      body: String(at),
      receivedAt,
      // Some sources' clocks are ahead, and some comments come late.
      postedAt: new Date(receivedAt.getTime() + (at % 5 === 0 ? 20 : at % 7 === 0 ? -30 : 0) * HOUR),
      language: at % 3 === 0 ? 'de' : 'en',
      status: at % 11 === 0 ? 'pending' : 'published',
      ...(at % 2 === 0
        ? { suggestedUncivil: { score: (at % 10) / 10, kind: at % 8 === 0 ? ('insult' as const) : ('mockery' as const) } }
        : {}),
      ...(at % 3 === 1 ? { suggestedOffTopic: (at % 7) / 7, parentExternalId: 'unknown' } : {}),
      ...(at % 13 === 0 ? { openReports: 1 + (at % 5) } : {}),
    })
  }
  await getDb().query('UPDATE comment SET report_weight = open_reports WHERE site_id = $1 AND open_reports > 0', [siteId])
})

async function readAll(q: string, sort: QueueSort, limit: number): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listQueue(mo, { queue: 'review', q, sort, limit, cursor })
    found.push(...page.rows.map((row) => row.body))
    if (page.nextCursor === null) return found
    cursor = page.nextCursor
  }
}

/** The same by a condition of its own, over everything that waits. */
async function expectAll(condition: string, by: string): Promise<string[]> {
  const rows = await getDb().query<{ body: string }>(
    `SELECT c.body FROM comment c JOIN article a USING (site_id) WHERE c.site_id = $1 AND a.id = c.article_id AND (c.status = 'pending'
       OR c.suggested_uncivil IS NOT NULL OR c.suggested_off_topic IS NOT NULL OR c.open_reports > 0) AND ${condition} ORDER BY ${by} DESC, c.id DESC`,
    [siteId],
  )
  return rows.map((row) => row.body)
}

it.each([
  ['age<48h', `c.ordered_at > '2026-11-26T12:00:00Z'`, 50],
  ['is:reply age<3d', `c.ordered_at > '2026-11-25T12:00:00Z' AND c.parent_external_id IS NOT NULL`, 30],
  ['after:2026-11-25 lang:de', `c.ordered_at >= '2026-11-25T00:00:00Z' AND c.language = 'de'`, 20],
  ['age<1d section:politics', `c.ordered_at > '2026-11-27T12:00:00Z' AND lower(a.section) = 'politics'`, 10],
  ['age<4d author:ada', `c.ordered_at > '2026-11-24T12:00:00Z'`, 100],
])('pages through what is young, by priority and by reports: %s', async (q, condition, least) => {
  const expected = await expectAll(condition, 'c.priority')
  expect(expected.length).toBeGreaterThan(least)
  for (const limit of [3, 100]) expect(await readAll(q, 'priority', limit)).toEqual(expected)
  expect(await readAll(q, 'reports', 7)).toEqual(await expectAll(condition, 'c.open_reports'))
})

it.each([
  [
    'section:politics lang:de suggests:insult',
    `lower(a.section) = 'politics' AND c.language = 'de' AND c.suggested_uncivil_kind = 'insult'`,
    3,
  ],
  ['section:Politics lang:en is:pending', `lower(a.section) = 'politics' AND c.language = 'en' AND c.status = 'pending'`, 3],
])('pages through what little is left in a section, in every order: %s', async (q, condition, least) => {
  const expected = await expectAll(condition, 'c.priority')
  expect(expected.length).toBeGreaterThan(least)
  for (const limit of [2, 100]) expect(await readAll(q, 'priority', limit)).toEqual(expected)
  expect(await readAll(q, 'newest', 2)).toEqual(await expectAll(condition, 'c.ordered_at'))
})

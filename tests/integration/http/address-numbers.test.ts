import { beforeAll, describe, expect, it } from 'vitest'
import * as articleComments from '@/app/api/v1/articles/[externalId]/comments/route'
import * as comment from '@/app/api/v1/comments/[externalId]/route'
import * as decisions from '@/app/api/v1/decisions/route'
import * as appeals from '@/app/api/v1/desk/appeals/route'
import * as drift from '@/app/api/v1/desk/articles/[id]/drift/route'
import * as articles from '@/app/api/v1/desk/articles/route'
import * as log from '@/app/api/v1/desk/decisions/route'
import * as events from '@/app/api/v1/desk/events/route'
import * as queue from '@/app/api/v1/desk/queue/route'
import * as preview from '@/app/api/v1/settings/alerts/preview/route'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { requestAs } from '@/tests/factories/requests'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let key: string
let articleId: string
beforeAll(async () => {
  site = await makeSite()
  key = await makeKey(site, 'read', 'ingest')
  articleId = (await makeArticle(site, { externalId: 'a' })).id
})

/** What Number() reads and nobody means, or what is none at all. */
const NONE = ['0x10', '1e3', ' 5', '5 ', '+5', 'Infinity', 'NaN', '-', '1,000', '٥', '1_000', '1n', 'true', '[5]', '9'.repeat(400)]

async function ask(route: Partial<Record<string, (request: Request) => Promise<Response>>>, path: string, method = 'GET') {
  const request = await requestAs((await site.as('admin')).actor, method, path.replace(':article', articleId))
  if (!path.includes('/desk/') && !path.includes('/settings/')) request.headers.set('authorization', `Bearer ${key}`)
  const response = await route[method]?.(request)
  if (response?.headers.get('content-type') === 'text/event-stream') await response.body?.cancel()
  return response?.status
}

const NUMBERS: [Parameters<typeof ask>[0], string, string][] = [
  [decisions, '/api/v1/decisions?after=', '0'],
  [decisions, '/api/v1/decisions?limit=', '5'],
  [decisions, '/api/v1/decisions?wait=', '0'],
  [articleComments, '/api/v1/articles/a/comments?limit=', '5'],
  [events, '/api/v1/desk/events?after=', '0'],
  [queue, '/api/v1/desk/queue?limit=', '5'],
  [log, '/api/v1/desk/decisions?limit=', '5'],
  [articles, '/api/v1/desk/articles?limit=', '5'],
  [appeals, '/api/v1/desk/appeals?limit=', '5'],
  [preview, '/api/v1/settings/alerts/preview?leastComments=', '21'],
  [preview, '/api/v1/settings/alerts/preview?leastComments=20&ratePerHour=', '1.5'],
  [preview, '/api/v1/settings/alerts/preview?leastComments=21&uncivilShare=', '0.25'],
]

describe('a number in an address', () => {
  it.each(NUMBERS.map(([route, address, right]) => ({ route, address, right })))(
    '$address$right is one, and nothing else',
    async ({ route, address, right }) => {
      expect(await ask(route, address + right)).toBe(200)
      const told = await Promise.all(NONE.map(async (text) => [text, await ask(route, address + encodeURIComponent(text))] as const))
      expect(told.filter(([, status]) => status !== 422)).toEqual([])
    },
  )

  // Fields of the desk's own forms that were left empty are left out.
  it('is there where it is named, for a CMS', async () => {
    const named = NUMBERS.filter(([, address]) => !address.includes('/desk/') && !address.includes('/settings/'))
    for (const [route, address] of named) expect([address, await ask(route, address)]).toEqual([address, 422])
    expect(await ask(events, '/api/v1/desk/events?after=')).toBe(422)
  })

  it('of a deletion too', async () => {
    const told = await Promise.all(
      ['', ...NONE].map((text) => ask(comment, `/api/v1/comments/c?revision=${encodeURIComponent(text)}`, 'DELETE')),
    )
    expect(new Set(told)).toEqual(new Set([422]))
  })
})

it('a time in an address is one that can be kept', async () => {
  const address = '/api/v1/desk/articles/:article/drift?from='
  expect(await ask(drift, `${address}2026-03-01T09:30:00Z`)).toBe(200)
  for (const text of ['', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-03-01', '1772357400', 'now'])
    expect([text, await ask(drift, address + text)]).toEqual([text, 422])
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Handler } from '@/lib/http/handler'
import { makeKey } from '@/tests/factories/api-key'
import { fillSite, listSiteIds, prepareDigest } from '@/tests/factories/full-site'
import { makeArticle } from '@/tests/factories/article'
import { requestAs } from '@/tests/factories/requests'
import { getCommenter } from '@/lib/services/commenter/get'
import { makeSite, type TestSite } from '@/tests/factories/site'

const routes = import.meta.glob<Partial<Record<string, Handler>>>('/app/api/v1/**/route.ts', { eager: true })
/** What belongs to the instance and no site: who signs in, which sites there are, the first setup; and documents and addresses that are none. */
const OF_ALL_SITES = /^\/api\/v1\/(session|setup|openapi|settings\/(users|sites)|\[\.\.\.)/
/** Stands in what the other site has, and nowhere else. */
const MARK = 'quux'

let theirs: TestSite
let own: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>['actor']
let key: string
let ids: string[]
let digest: Awaited<ReturnType<typeof prepareDigest>>
let before: Awaited<ReturnType<typeof digest>>

beforeAll(async () => {
  theirs = await makeSite()
  await fillSite(theirs)
  own = await makeSite()
  await makeArticle(own, { externalId: 'own' })
  admin = (await own.as('admin', 'Intruder')).actor
  key = await makeKey(own, 'ingest', 'read', 'privacy', 'score')
  ids = await listSiteIds(theirs.id)
  digest = await prepareDigest(theirs.id)
  before = await digest()
})

const approve = { version: 1, act: { kind: 'approve' } }
const comments = (id: string) => ({ commentIds: [id] })
/** What each address that takes a body is sent, with an id of the other site's where one belongs. */
const BODIES: Record<string, (id: string) => unknown[]> = {
  'articles/[externalId]': () => [{ title: 'Taken' }],
  'comments/[externalId]': () => [{ body: 'Taken', revision: 99 }],
  'comments/[externalId]/reports': () => [{ reason: 'abuse' }],
  'comments/[externalId]/appeals': () => [{ statement: 'Taken' }],
  comments: () => [
    { externalId: 'p1', articleExternalId: 'a', body: 'Taken', revision: 99 },
    { externalId: 'p1', articleExternalId: 'own', body: 'x' },
  ],
  'comments/bulk': () => [{ type: 'comment', externalId: 'p1', articleExternalId: 'a', body: 'Taken', revision: 99 }],
  'desk/appeals/[id]/answer': () => [
    { version: 1, outcome: 'upheld' },
    { version: 2, outcome: 'granted' },
  ],
  'desk/articles/[id]/acts': () => [{ version: 1, act: { kind: 'close_article' } }],
  'desk/assignments': (id) => [{ ...comments(id), to: 'leads' }, comments(id)],
  'desk/batches': (id) =>
    [
      { kind: 'comments', items: [{ id, version: 1 }] },
      { kind: 'commenter', commenterId: id },
      { kind: 'wave', waveId: id },
      { kind: 'queue', queue: 'newest', filter: { status: [], article: id } },
      { kind: 'queue', queue: 'newest', filter: { status: [], commenter: id } },
    ].map((of) => ({ of, act: { kind: 'reject', reason: 'spam' }, isStarted: true })),
  'desk/commenters/[id]/erasure': () => [{ name: 'Nora quuxname' }],
  'desk/commenters/[id]/hold': () => [{ note: 'Taken' }],
  'desk/comments/[id]/assignment': (id) => [{ to: 'leads' }, { to: id }],
  'desk/comments/[id]/decisions': () => [approve, { ...approve, version: 2 }],
  'desk/comments/[id]/feature': () => [{ version: 1 }],
  'desk/exchanges': (id) => [{ items: [{ id, ...approve }] }, { items: [{ id, version: 1, areRepliesClosed: true }] }],
  'desk/notes': (id) => [
    { about: { commentId: id }, text: 'Taken' },
    { about: { commenterId: id }, text: 'Taken' },
  ],
  'desk/second-looks/[id]/answer': () => [{ answer: { kind: 'approve' } }],
  'settings/imports/[id]/start': () => [{ isDryRun: false }],
  'settings/keys/[id]/rotation': () => [{ overlapHours: 0 }],
  'settings/reasons/[id]': () => [{ label: 'Taken' }, { isRetired: true }],
  'settings/rescore/[id]': () => [{ state: 'stopped' }],
  'settings/rules/[id]': () => [{ isOn: false }, { name: 'Taken' }],
  'settings/rules/[id]/trial': () => [{}],
  'settings/scorers/[id]': () => [{ isPaused: true }],
  'settings/scorers/[id]/test': () => [{ text: 'Taken' }],
  'settings/webhooks/[id]': () => [{ isEnabled: false }],
}
/** External ids of the other site's. */
const NAMED = ['p1', 'p2', 'a', 'e1', 'else-1', 'gone-1']
const QUERIES = ['article', 'commenter', 'by', 'batch', 'cursor', 'id', 'after']

/** Every address of a route, with ids of the other site's in it: in the path, else in the query of what is read. */
function listAddresses(path: string, method: string): { address: string; id: string }[] {
  if (path.includes('[externalId]')) return NAMED.map((id) => ({ id, address: path.replace('[externalId]', id) }))
  const query = path.endsWith('/export') ? '?series=comments&format=csv' : ''
  if (path.includes('[id]')) return ids.map((id) => ({ id, address: path.replace('[id]', id) + query }))
  if (method !== 'GET') return ids.map((id) => ({ id, address: path }))
  return ids.flatMap((id) => QUERIES.map((name) => ({ id, address: `${path}?${name}=${id}` })))
}

async function send(handler: Handler, method: string, address: string, body: unknown): Promise<{ status: number; text: string }> {
  const isForDesk = /\/api\/v1\/(desk|settings)\//.test(address)
  const request = await requestAs(admin, method, address, method === 'GET' ? undefined : body)
  if (!isForDesk) request.headers.set('authorization', `Bearer ${key}`)
  if (address.endsWith('/bulk')) request.headers.set('content-type', 'application/x-ndjson')
  const response = await handler(request)
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel()
    return { status: response.status, text: '' }
  }
  return { status: response.status, text: await response.text() }
}

const ROUTES = Object.entries(routes)
  .map(([file, methods]) => ({ path: file.replace(/^\/app/, '').replace(/\/route\.ts$/, ''), methods }))
  .filter(({ path }) => !OF_ALL_SITES.test(path))

/** What only reads is asked for several at a time: none of it is in the way of another. */
const AT_ONCE = 8

/** Asks with everything that the other site has; the statuses of the answers, none of which tells anything of it. */
async function askWithAll(path: string, method: string, handler: Handler): Promise<Set<number>> {
  const statuses = new Set<number>()
  const asked = listAddresses(path, method).flatMap(({ address, id }) =>
    (BODIES[path.replace('/api/v1/', '')]?.(id) ?? [{}]).map((body) => ({ address, body })),
  )
  const ask = async ({ address, body }: (typeof asked)[number]) => {
    const { status, text } = await send(handler, method, address, body)
    statuses.add(status)
    if (status === 405) return
    expect([address, status < 500, text.includes(MARK) ? text : '']).toEqual([address, true, ''])
    // One thing of another site's is not there at all; of several, none is.
    if (path.includes('[id]') && method === 'GET') expect([address, status]).toEqual([address, 404])
  }
  const size = method === 'GET' ? AT_ONCE : 1
  for (let from = 0; from < asked.length && !statuses.has(405); from += size) await Promise.all(asked.slice(from, from + size).map(ask))
  return statuses
}

describe('with everything that another site has, by its ids', () => {
  it.each(ROUTES)('nothing of it is read or changed at $path', async ({ path, methods }) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const handler = methods[method]
      const statuses = [...(handler ? await askWithAll(path, method, handler) : [405])]
      // What is refused as it stands was not looked for: it needs a body above.
      if (/\[(id|externalId)\]/.test(path))
        expect([method, statuses.every((status) => [400, 415, 422].includes(status))]).toEqual([method, false])
    }
    expect(await digest()).toEqual(before)
  })
})

it('nor is a commenter’s page, which no address of the API draws', async () => {
  const intruder = await own.as('admin')
  const answers = await Promise.allSettled(ids.map((id) => getCommenter(intruder, id)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toEqual([])
})

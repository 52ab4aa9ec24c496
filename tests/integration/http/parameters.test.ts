import { beforeAll, expect, it } from 'vitest'
import * as articleComments from '@/app/api/v1/articles/[externalId]/comments/route'
import * as comment from '@/app/api/v1/comments/[externalId]/route'
import * as comments from '@/app/api/v1/comments/route'
import * as decisions from '@/app/api/v1/decisions/route'
import * as transparency from '@/app/api/v1/transparency/route'
import { PATHS } from '@/lib/contracts/openapi/paths'
import { refuseParameters } from '@/lib/http/parameters'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let key: string
beforeAll(async () => {
  site = await makeSite()
  key = await makeKey(site, 'read', 'ingest')
  await makeArticle(site, { externalId: 'a' })
})

type Route = Partial<Record<string, (request: Request) => Promise<Response>>>

async function ask(route: Route, path: string, method = 'GET', body?: object) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await route[method]?.(new Request(`http://localhost/api/v1${path}`, { method, headers, ...sent }))
  return { status: response?.status, problem: response?.body ? ((await response.json()) as Record<string, unknown>) : null }
}

it.each<[string, Route, string, string]>([
  ['a feed that would begin anew', decisions, '/decisions?aftr=5', 'Known are: after, limit, wait.'],
  [
    'a page that would show all',
    articleComments,
    '/articles/a/comments?state=approved',
    'Known are: status, order, limit, cursor, sourceId.',
  ],
  ['a report of other days', transparency, '/transparency?since=2026-01-01', 'Known are: period, from, to.'],
])('a parameter that is not known is refused: %s', async (_, route, path, known) => {
  const name = /\?(\w+)=/.exec(path)?.[1] ?? ''
  expect(await ask(route, path)).toMatchObject({
    status: 400,
    problem: {
      type: '/problems/malformed',
      detail: `The parameter "${name}" is not known here. ${known}`,
      errors: [{ pointer: `/${name}`, detail: `is not known here. ${known}` }],
    },
  })
})

it('a mistyped revision deletes nothing', async () => {
  const { externalId } = await makeComment(site, { externalId: 'kept' })
  expect(await ask(comment, `/comments/${externalId}?revison=1`, 'DELETE')).toMatchObject({
    status: 400,
    problem: { detail: 'The parameter "revison" is not known here. Known are: revision, sourceId.' },
  })
  expect(await ask(comment, `/comments/${externalId}`)).toMatchObject({ status: 200, problem: { status: 'published' } })
})

it('an address without parameters says so, and takes nothing in', async () => {
  const body = { externalId: 'never', articleExternalId: 'a', body: 'Hello' }
  expect(await ask(comments, '/comments?dryRun=1', 'POST', body)).toMatchObject({
    status: 400,
    problem: { detail: 'The parameter "dryRun" is not known here. This address takes none.' },
  })
  expect((await ask(comment, '/comments/never')).status).toBe(404)
})

it('of a parameter that is given twice neither value is chosen', async () => {
  expect(await ask(articleComments, '/articles/a/comments?status=approved&status=pending')).toMatchObject({
    status: 400,
    problem: { detail: 'The parameter "status" is given more than once. Where several values are meant, put commas between them.' },
  })
  expect((await ask(articleComments, '/articles/a/comments?status=approved,pending')).status).toBe(200)
})

it('every operation of the public API knows its own parameters and no other', () => {
  const told = Object.entries(PATHS).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { scope }]) => scope !== 'coral')
      .map(([method, { query, path: named }]) => {
        const url = `http://localhost/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`
        const request = (parameters: string) => ({ method: method.toUpperCase(), url: `${url}?${parameters}` })
        const own = [...Object.keys(query?.shape ?? {}), ...(named ? ['sourceId'] : [])].map((name) => `${name}=1`).join('&')
        return [refuseParameters(request(own)), refuseParameters(request('nonsense=1'))?.code]
      }),
  )
  expect(told.length).toBeGreaterThan(12)
  expect(new Set(told.map((pair) => JSON.stringify(pair)))).toEqual(new Set(['[null,"malformed"]']))
})

it.each(['/api/v1/desk/queue?nonsense=1', '/api/v1/comments', '/v1alpha1/comments:analyze?key=k&alt=json'])(
  '%s is left to whoever answers there',
  (path) => {
    expect(refuseParameters({ method: 'GET', url: `http://localhost${path}` })).toBeNull()
  },
)

import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getArticle, PUT as putArticle } from '@/app/api/v1/articles/[externalId]/route'
import { DELETE as deleteComment, PATCH as patchComment } from '@/app/api/v1/comments/[externalId]/route'
import { POST as postReport } from '@/app/api/v1/comments/[externalId]/reports/route'
import { POST as postComments } from '@/app/api/v1/comments/route'
import type { IngestAnswer } from '@/lib/contracts/ingest'
import type { Problem } from '@/lib/contracts/problem'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let site: TestSite
let key: string
beforeEach(async () => {
  site = await makeSite()
  key = await makeKey(site, 'ingest', 'read')
  await makeArticle(site, { externalId: 'a' })
})

const comment = (externalId: string, more: object = {}) => ({ externalId, articleExternalId: 'a', body: `Text of ${externalId}`, ...more })
const post = (body: unknown, as: string | undefined = key) =>
  postComments(apiRequest('POST', '/comments', { ...(as === undefined ? {} : { key: as }), body }))
const read = async <Body>(response: Response) => ({ status: response.status, body: (await response.json()) as Body })

async function expectProblem(response: Response, status: number, type: string): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { body } = await read<Problem>(response)
  expect({ status: response.status, inBody: body.status, type: body.type }).toEqual({ status, inBody: status, type: `/problems/${type}` })
  return body
}

describe('comments', () => {
  it('one: 201 when it is new, 200 when it is known', async () => {
    const first = await read<{ id: string }>(await post(comment('c1')))
    const result = { externalId: 'c1', outcome: 'created', status: 'published', version: 1, suggestions: [], reasons: [] }
    expect(first).toMatchObject({ status: 201, body: result })
    expect(await read(await post(comment('c1')))).toEqual({ status: 200, body: { ...result, id: first.body.id, outcome: 'unchanged' } })
  })

  it('one that is wrong: a problem document with a pointer to each place', async () => {
    const problem = await expectProblem(await post({ ...comment('c1'), body: '', author: { nam: 'x' } }), 422, 'invalid-input')
    expect(problem.errors?.map((error) => error.pointer).sort()).toEqual(['/author', '/body'])
    const unknown = await expectProblem(await post(comment('c1', { articleExternalId: 'nowhere' })), 422, 'invalid-input')
    expect(unknown.errors).toEqual([
      { pointer: '/articleExternalId', detail: 'is not known here. Send the article first: PUT /api/v1/articles/{externalId}' },
    ])
    expect(unknown.detail).toContain('Send the article first')
  })

  it('an array: 200 with a result for each item and the counts', async () => {
    const { status, body } = await read<IngestAnswer>(await post([comment('c1'), 'nonsense', comment('c1', { body: 'Two' })]))
    expect(status).toBe(200)
    expect(body.items.map((item) => item.outcome)).toEqual(['created', 'invalid', 'updated'])
    expect(body.counts).toEqual({ created: 1, updated: 1, unchanged: 0, stale: 0, invalid: 1 })
  })

  it('an empty array is 422, more than a thousand items 413', async () => {
    await expectProblem(await post([]), 422, 'invalid-input')
    await expectProblem(await post(Array.from({ length: 1001 }, (_, index) => comment(`c${index}`))), 413, 'too-large')
    expect(await readComments(site)).toEqual({})
  })

  it('an edit, a deletion and their repetitions', async () => {
    await post(comment('c/1 ü', { revision: 1 }))
    const path = `/comments/${encodeURIComponent('c/1 ü')}`
    const patch = (body: unknown) => patchComment(apiRequest('PATCH', path, { key, body }))
    expect(await read(await patch({ body: 'Two', revision: 2 }))).toMatchObject({ status: 200, body: { outcome: 'updated' } })
    expect(await read(await patch({ body: 'One', revision: 1 }))).toMatchObject({ status: 200, body: { outcome: 'stale' } })
    await expectProblem(await patch({ body: '' }), 422, 'invalid-input')
    const remove = (query = '') => deleteComment(apiRequest('DELETE', `${path}${query}`, { key }))
    expect(await read(await remove('?revision=1'))).toEqual({ status: 200, body: { externalId: 'c/1 ü', outcome: 'stale' } })
    await expectProblem(await remove('?revision=-1'), 422, 'invalid-input')
    await expectProblem(await remove('?revision=9999999999999999'), 422, 'invalid-input')
    expect([(await remove('?revision=3')).status, (await remove()).status]).toEqual([204, 204])
    expect((await readComments(site))['c/1 ü']).toMatchObject({ status: 'removed', sourceRevision: 3, body: 'Two' })
    expect((await deleteComment(apiRequest('DELETE', '/comments/early?revision=2', { key }))).status).toBe(204)
    expect(await read(await post(comment('early', { revision: 1 })))).toMatchObject({
      status: 201,
      body: { outcome: 'created', status: 'removed' },
    })
    await expectProblem(await patchComment(apiRequest('PATCH', '/comments/nope', { key, body: { body: 'x' } })), 404, 'not-found')
  })

  it('a report: 201 when it is new, 200 when it is known, 404 without its comment', async () => {
    await post(comment('c1'))
    const report = (on: string, body: unknown) => postReport(apiRequest('POST', `/comments/${on}/reports`, { key, body }))
    expect((await report('c1', { externalId: 'r', reason: 'abuse' })).status).toBe(201)
    expect((await report('c1', { externalId: 'r', reason: 'abuse' })).status).toBe(200)
    await expectProblem(await report('c1', { reason: 'boring' }), 422, 'invalid-input')
    await expectProblem(await report('c2', { reason: 'abuse' }), 404, 'not-found')
    expect((await readComments(site))['c1']?.openReports).toBe(1)
  })
})

describe('articles', () => {
  it('PUT is 201, then 200; GET gives it back', async () => {
    const put = () => putArticle(apiRequest('PUT', '/articles/x%2F1', { key, body: { title: 'Bridges' } }))
    const first = await read(await put())
    expect(first).toMatchObject({ status: 201, body: { externalId: 'x/1', title: 'Bridges', body: '', state: 'open', author: null } })
    expect(await read(await put())).toEqual({ ...first, status: 200 })
    expect(await read(await getArticle(apiRequest('GET', '/articles/x%2F1', { key })))).toEqual({ ...first, status: 200 })
    await expectProblem(await getArticle(apiRequest('GET', '/articles/y', { key })), 404, 'not-found')
  })

  it('an address that is not percent-encoding is 400, an id with control characters 422', async () => {
    await expectProblem(await putArticle(apiRequest('PUT', '/articles/%E0%A4%A', { key, body: { title: 'x' } })), 400, 'malformed')
    await expectProblem(await putArticle(apiRequest('PUT', '/articles/%00', { key, body: { title: 'x' } })), 422, 'invalid-input')
    await expectProblem(
      await putArticle(apiRequest('PUT', `/articles/${'x'.repeat(201)}`, { key, body: { title: 'x' } })),
      422,
      'invalid-input',
    )
  })
})

describe('who may', () => {
  it('nobody without a key, with a wrong one, or with one of another scope', async () => {
    await expectProblem(await post(comment('c1'), `parley_aaaaaaaa_${'a'.repeat(43)}`), 401, 'unauthenticated')
    const anonymous = await postComments(apiRequest('POST', '/comments', { body: comment('c1') }))
    expect(anonymous.headers.get('www-authenticate')).toBe('Bearer realm="parley"')
    await expectProblem(anonymous, 401, 'unauthenticated')
    await expectProblem(await post(comment('c1'), await makeKey(site, 'read')), 403, 'forbidden')
    expect(await readComments(site)).toEqual({})
  })

  it('the key of another site sees nothing of this one', async () => {
    await post(comment('c1'))
    const other = await makeKey(await makeSite(), 'ingest', 'read')
    await expectProblem(await getArticle(apiRequest('GET', '/articles/a', { key: other })), 404, 'not-found')
    expect((await deleteComment(apiRequest('DELETE', '/comments/c1', { key: other }))).status).toBe(204)
    expect((await readComments(site))['c1']).toMatchObject({ status: 'published' })
    await expectProblem(await post(comment('c2'), other), 422, 'invalid-input')
  })
})

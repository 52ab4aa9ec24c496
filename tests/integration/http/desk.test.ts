import { beforeEach, describe, expect, it } from 'vitest'
import { POST as postDecision } from '@/app/api/v1/desk/comments/[id]/decisions/route'
import { GET as getContext } from '@/app/api/v1/desk/comments/[id]/route'
import { GET as getCounts } from '@/app/api/v1/desk/counts/route'
import { POST as postUndo } from '@/app/api/v1/desk/decisions/[id]/undo/route'
import { GET as getQueue } from '@/app/api/v1/desk/queue/route'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { Problem } from '@/lib/contracts/problem'
import type { CommentContext, QueuePage } from '@/lib/contracts/queue'
import type { Role } from '@/lib/domain/actor'
import { createApiKey } from '@/lib/services/api-key/create'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { requestAs } from '@/tests/factories/requests'
import { makeSite, type TestSite } from '@/tests/factories/site'

const DESK = 'http://localhost:3000/api/v1/desk'
const APPROVE = { version: 1, act: { kind: 'approve' } }
const UNKNOWN_ID = '0199aaaa-0000-7000-8000-000000000000'

let site: TestSite
let article: MadeArticle

beforeEach(async () => {
  site = await makeSite()
  article = await makeArticle(site)
})

type Headers = Record<string, string>
const signIn = async (role: Role, name: string = role): Promise<Headers> => {
  const { actor } = await site.as(role, name)
  return Object.fromEntries((await requestAs(actor, 'GET', '/')).headers)
}
const ask = (path: string, headers: Headers) => new Request(DESK + path, { headers })
const send = (path: string, headers: Headers, body: string | object = '') =>
  new Request(DESK + path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const read = async <Answer>(answer: Promise<Response>, status: number): Promise<Answer> => {
  const response = await answer
  const value = (await response.json()) as Answer
  expect(response.status, JSON.stringify(value)).toBe(status)
  expect(response.headers.get('content-type')).toBe(status < 400 ? 'application/json' : 'application/problem+json')
  return value
}

describe('the desk over HTTP', () => {
  it('reads a page of a queue by the names that stand in the address', async () => {
    const held = await makeComment(site, { article, status: 'pending' })
    await makeComment(site, { article, status: 'published' })
    await makeComment(site, { status: 'pending' })
    const mo = await signIn('moderator')
    const path = `/queue?queue=newest&article=${article.id}&status=pending,rejected&status=approved&limit=10&cursor=`
    const page = await read<QueuePage>(getQueue(ask(path, mo)), 200)
    expect(page.rows.map((row) => row.id)).toEqual([held.id])
    expect(await read(getCounts(ask(`/counts?article=${article.id}`, mo)), 200)).toMatchObject({ held: 1, newest: 2 })
  })

  it('decides and undoes', async () => {
    const comment = await makeComment(site, { article, status: 'pending' })
    const mo = await signIn('moderator')
    const act = { kind: 'mark', mark: 'uncivil', uncivilKind: 'mockery', alsoReject: true }
    const decided = await read<DecisionAnswer>(postDecision(send(`/comments/${comment.id}/decisions`, mo, { version: 1, act })), 201)
    expect(decided).toMatchObject({ version: 2, state: { status: 'rejected', marks: { uncivil: 'mockery' } } })
    const undone = await read<DecisionAnswer>(postUndo(send(`/decisions/${decided.decisionId}/undo`, mo)), 201)
    expect(undone).toMatchObject({ version: 3, state: { status: 'pending', marks: { uncivil: null } } })
    const { row, history } = await read<CommentContext>(getContext(ask(`/comments/${comment.id}`, mo)), 200)
    expect([row.version, history.map((entry) => entry.kind)]).toEqual([3, ['undo', 'mark']])
  })

  it('tells the second of two moderators who was first and what they did', async () => {
    const comment = await makeComment(site, { article })
    const path = `/comments/${comment.id}/decisions`
    await read(postDecision(send(path, await signIn('moderator', 'Ana'), { version: 1, act: { kind: 'reject', reason: 'hate' } })), 201)
    const problem = await read<Problem>(postDecision(send(path, await signIn('moderator', 'Ben'), APPROVE)), 409)
    expect(problem).toEqual({
      type: '/problems/conflict',
      title: 'Somebody else was first',
      status: 409,
      detail: 'Ana rejected this comment in the meantime.',
      conflict: { by: 'Ana', kind: 'reject', at: expect.stringMatching(/^\d{4}-.*Z$/) as string, version: 2 },
    })
  })
})

it('the desk takes no notice of the password a proxy in front asks for: the session counts', async () => {
  const headers = { ...(await signIn('moderator')), authorization: 'Basic cHJveHk6cGFzcw==' }
  expect((await getQueue(ask('/queue', headers))).status).toBe(200)
})

describe('the desk refuses', () => {
  it('strangers with 401, on every address', async () => {
    const comment = await makeComment(site, { article })
    for (const answer of [
      getQueue(ask('/queue', {})),
      getCounts(ask('/counts', {})),
      getContext(ask(`/comments/${comment.id}`, {})),
      postDecision(send(`/comments/${comment.id}/decisions`, {}, APPROVE)),
      postUndo(send(`/decisions/${UNKNOWN_ID}/undo`, {})),
    ]) {
      expect(await read<Problem>(answer, 401)).toMatchObject({ type: '/problems/unauthenticated' })
    }
  })

  it('editors and API keys that want to decide with 403, while they may read', async () => {
    const comment = await makeComment(site, { article, status: 'pending' })
    const { key } = await createApiKey(await site.as('admin'), { name: 'cms', scopes: ['read', 'ingest'] })
    for (const headers of [await signIn('editor'), { authorization: `Bearer ${key}` }]) {
      const page = await read<QueuePage>(getQueue(ask('/queue?queue=held', headers)), 200)
      expect(page.rows.map((row) => [row.id, row.allowed])).toEqual([[comment.id, []]])
      expect(await read<Problem>(postDecision(send(`/comments/${comment.id}/decisions`, headers, APPROVE)), 403)).toMatchObject({
        type: '/problems/forbidden',
      })
      await read<Problem>(postUndo(send(`/decisions/${UNKNOWN_ID}/undo`, headers)), 403)
    }
  })

  it('a decision that another site makes the browser send with 403', async () => {
    const comment = await makeComment(site, { article })
    const headers = { ...(await signIn('moderator')), 'sec-fetch-site': 'cross-site' }
    await read<Problem>(postDecision(send(`/comments/${comment.id}/decisions`, headers, APPROVE)), 403)
  })

  it('what does not exist with 404', async () => {
    const mo = await signIn('moderator')
    for (const id of [UNKNOWN_ID, 'nonsense', "1'%20OR%20'1"]) {
      await read<Problem>(getContext(ask(`/comments/${id}`, mo)), 404)
      await read<Problem>(postDecision(send(`/comments/${id}/decisions`, mo, APPROVE)), 404)
      await read<Problem>(postUndo(send(`/decisions/${id}/undo`, mo)), 404)
    }
  })

  it.each(['queue=nothing', 'article=5', 'status=pending,gone', 'cursor=AAAA', 'limit=0', 'limit=101', 'limit=many'])(
    'the query ?%s with 422 and says where',
    async (query) => {
      const problem = await read<Problem>(getQueue(ask(`/queue?${query}`, await signIn('moderator'))), 422)
      expect(problem.errors?.[0]?.pointer).toMatch(new RegExp(`^/${query.split('=')[0]}`))
    },
  )

  it.each([
    [{ act: { kind: 'approve' } }, 422],
    [{ version: 0, act: { kind: 'approve' } }, 422],
    [{ version: 1, act: { kind: 'reject' } }, 422],
    [{ version: 1, act: { kind: 'mark', mark: 'uncivil' } }, 422],
    [{ version: 1, act: { kind: 'approve' }, status: 'approved' }, 422],
    [{ version: 1, act: { kind: 'approve' }, note: 'half \ud800' }, 422],
    [{ version: 2_147_483_648, act: { kind: 'approve' } }, 422],
    [[], 422],
    ['{"version": 1', 400],
    ['', 400],
  ])('the body %j with %i', async (body, status) => {
    const comment = await makeComment(site, { article })
    await read<Problem>(postDecision(send(`/comments/${comment.id}/decisions`, await signIn('moderator'), body)), status)
  })
})

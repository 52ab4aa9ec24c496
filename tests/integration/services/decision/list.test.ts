import { beforeEach, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/desk/decisions/route'
import { decideComment } from '@/lib/services/comment/decide'
import { listDecisionLog } from '@/lib/services/decision/list'
import { undoDecision } from '@/lib/services/decision/undo'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
})

async function decide(who: typeof mo, body = 'A text'): Promise<{ comment: string; decision: string }> {
  const { id } = await makeComment(site, { status: 'pending', body, commenter: 'Hannes' })
  const { decisionId } = await decideComment(who, id, { version: 1, act: { kind: 'reject', reason: 'spam' }, note: '=1+1' })
  return { comment: id, decision: decisionId }
}

it('lists who did what and why, the latest first, and what was taken back', async () => {
  const first = await decide(mo)
  const second = await decide(await site.as('moderator', 'Teo'), 'Another text')
  await undoDecision(mo, first.decision)
  const { decisions, nextCursor } = await listDecisionLog(mo, {})
  expect(nextCursor).toBeNull()
  expect(decisions.map(({ by, kind, isUndone }) => [by, kind, isUndone])).toEqual([
    ['Mo', 'undo', false],
    ['Teo', 'reject', false],
    ['Mo', 'reject', true],
  ])
  expect(decisions[1]).toMatchObject({
    id: second.decision,
    reason: 'spam',
    note: '=1+1',
    statusBefore: 'pending',
    statusAfter: 'rejected',
    comment: { id: second.comment, excerpt: 'Another text', commenterName: 'Hannes', status: 'rejected' },
  })
})

it.each([{ from: '0000-01-01' }, { to: '0000-12-31' }])('refuses a day that no calendar of the database has: %j', async (query) => {
  await expect(listDecisionLog(mo, query)).rejects.toMatchObject({ code: 'invalid_input' })
})

it('is narrowed down, and read page by page without losing any', async () => {
  const teo = await site.as('moderator', 'Teo')
  for (let at = 0; at < 5; at += 1) await decide(at % 2 === 0 ? mo : teo)
  expect((await listDecisionLog(mo, { by: teo.actor.id })).decisions).toHaveLength(2)
  expect((await listDecisionLog(mo, { kind: 'approve' })).decisions).toEqual([])
  expect((await listDecisionLog(mo, { to: '2020-01-01' })).decisions).toEqual([])
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listDecisionLog>> = await listDecisionLog(mo, { limit: 2, cursor })
    seen.push(...page.decisions.map((decision) => decision.id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(5)
  await expect(listDecisionLog(mo, { kind: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(listDecisionLog(site.asKey('ingest'), {})).rejects.toMatchObject({ code: 'forbidden' })
})

it('can be taken along as a table in which no cell is a formula', async () => {
  await decide(mo, '=cmd|calc')
  const key = await makeKey(site, 'read')
  const answer = await GET(apiRequest('GET', '/desk/decisions?format=csv', { key }))
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [head, line, ...rest] = (await answer.text()).trimEnd().split('\r\n')
  expect(head?.startsWith('at,by,decision,reason')).toBe(true)
  expect(line).toContain(",Mo,reject,spam,,,'=1+1,pending,rejected,Hannes,'=cmd|calc,")
  expect(rest).toEqual([])
  expect((await GET(apiRequest('GET', '/desk/decisions?format=csv&kind=nonsense', { key }))).status).toBe(422)
})

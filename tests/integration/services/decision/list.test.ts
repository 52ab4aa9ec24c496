import { beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/desk/decisions/route'
import { decideExchange } from '@/lib/services/batch/exchange'
import { makeBatch } from '@/lib/services/batch/preview'
import { undoBatch } from '@/lib/services/batch/undo'
import { decideComment } from '@/lib/services/comment/decide'
import { listDecisionLog, listFoldedLog } from '@/lib/services/decision/list'
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

it('is narrowed down to a commenter, by id or a part of the name, and to a reason', async () => {
  const first = await decide(mo)
  const { id, commenterId } = await makeComment(site, { status: 'pending', commenter: 'Ottilie Brandt' })
  const { decisionId } = await decideComment(mo, id, { version: 1, act: { kind: 'reject', reason: 'abuse' } })
  const read = async (query: object) => (await listFoldedLog(mo, query)).decisions.map((line) => line.id)
  expect(await read({ commenter: commenterId })).toEqual([decisionId])
  expect(await read({ author: 'brandt' })).toEqual([decisionId])
  expect(await read({ author: 'brandt', reason: 'spam' })).toEqual([])
  expect(await read({ author: 'nobody' })).toEqual([])
  expect(await read({ reason: 'abuse' })).toEqual([decisionId])
  expect(await read({ reason: 'spam' })).toEqual([first.decision])
})

describe('a batch in the log', () => {
  async function decideBatch(count: number): Promise<string> {
    const comments = await Promise.all(Array.from({ length: count }, () => makeComment(site, { status: 'pending' })))
    const items = comments.map(({ id }) => ({ id, version: 1 }))
    return (await makeBatch(mo, { of: { kind: 'comments', items }, act: { kind: 'approve' }, isStarted: true })).id
  }
  const read = async (query: object = {}) => {
    const { decisions, nextCursor } = await listFoldedLog(mo, query)
    return { nextCursor, lines: decisions.map(({ kind, batch, together }) => [kind, batch?.id ?? null, together]) }
  }

  it('is one line with its count, and one more for its undo; its decisions are listed by themselves where they are asked for', async () => {
    await decide(mo)
    const batch = await decideBatch(4)
    await decide(mo)
    const line = ['approve', batch, { count: 4, isMixed: false }]
    expect((await read()).lines).toEqual([['reject', null, null], line, ['reject', null, null]])
    expect((await read({ kind: 'approve' })).lines).toEqual([line])
    expect((await listFoldedLog(mo, { batch })).decisions.map(({ together }) => together)).toEqual([null, null, null, null])
    await undoBatch(mo, batch, () => undefined)
    expect((await read()).lines).toEqual([
      ['undo', batch, { count: 4, isMixed: false }],
      ['reject', null, null],
      line,
      ['reject', null, null],
    ])
    // What takes the log along has every decision.
    expect((await listDecisionLog(mo, {})).decisions).toHaveLength(10)
  })

  it('is told once, wherever a page ends', async () => {
    await decide(mo)
    const first = await decideBatch(3)
    await decide(mo)
    const second = await decideBatch(5)
    const batches: unknown[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await read({ limit: 1, cursor })
      batches.push(...page.lines.map(([, batch]) => batch))
      cursor = page.nextCursor
    }
    expect(batches).toEqual([second, null, first, null])
  })

  it('says of an exchange that its decisions differ, kind by kind', async () => {
    const [one, two, three] = [await makeComment(site), await makeComment(site), await makeComment(site)]
    const batch = await decideExchange(mo, {
      items: [
        { id: one.id, version: 1, act: { kind: 'reject', reason: 'spam' } },
        { id: two.id, version: 1, act: { kind: 'reject', reason: 'abuse' } },
        { id: three.id, version: 1, act: { kind: 'approve' } },
      ],
    })
    expect((await read()).lines).toEqual(
      expect.arrayContaining([
        ['reject', batch.id, { count: 2, isMixed: true }],
        ['approve', batch.id, { count: 1, isMixed: false }],
      ]),
    )
    expect((await read()).lines).toHaveLength(2)
  })

  it('counts comments, also where an undo takes two decisions on one back', async () => {
    const [one, two] = [await makeComment(site), await makeComment(site)]
    const { id } = await decideExchange(mo, {
      items: [
        { id: one.id, version: 1, act: { kind: 'approve' }, areRepliesClosed: true },
        { id: two.id, version: 1, areRepliesClosed: true },
      ],
    })
    await undoBatch(mo, id, () => undefined)
    expect((await read()).lines).toEqual(
      expect.arrayContaining([
        ['undo', id, { count: 2, isMixed: false }],
        ['close_replies', id, { count: 2, isMixed: false }],
        ['approve', id, { count: 1, isMixed: false }],
      ]),
    )
  })
})

it('cuts a long text where it says that more follows, and leaves a short one whole', async () => {
  await decide(mo, `${'word '.repeat(31)}fits.`)
  await decide(mo, `${'word '.repeat(32)}more`)
  const { decisions } = await listDecisionLog(mo, {})
  expect(decisions.map(({ comment }) => comment?.excerpt)).toEqual([`${'word '.repeat(31)}word…`, `${'word '.repeat(31)}fits.`])
})

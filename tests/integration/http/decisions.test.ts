import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createParleyClient, type ParleyClient } from '@/lib/contracts/client'
import type { FeedItem } from '@/lib/contracts/feed'
import { getDb } from '@/lib/db/connection'
import { createFront } from '@/lib/http/listener'
import { listApiKeys } from '@/lib/services/api-key/list'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { makeKey } from '@/tests/factories/api-key'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeGate } from '@/tests/factories/gate'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let server: Server
let origin: string
let site: TestSite
let key: string
let client: ParleyClient
beforeAll(async () => {
  server = createFront(() => Promise.reject(new Error('Next was asked.')))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  site = await makeSite()
  key = await makeKey(site, 'read')
  client = createParleyClient({ baseUrl: origin, key })
})

const approve = async (comment: MadeComment, version = 1) =>
  decideComment(await site.as('moderator'), comment.id, { version, act: { kind: 'approve' } })

/** Server-sent events as a reader sees them, until it has `count`. */
async function readEvents(count: number, headers: Record<string, string> = {}): Promise<FeedItem[]> {
  const stop = new AbortController()
  const all = { authorization: `Bearer ${key}`, accept: 'text/event-stream', ...headers }
  const response = await fetch(`${origin}/api/v1/decisions`, { headers: all, signal: stop.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const items: FeedItem[] = []
  let text = ''
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString()
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const [, id, data] = /^id: (\d+)\nevent: decision\ndata: (.*)$/s.exec(text.slice(0, end)) ?? []
      text = text.slice(end + 2)
      if (data === undefined) continue
      items.push(JSON.parse(data) as FeedItem)
      expect(items.at(-1)?.position).toBe(Number(id))
    }
    if (items.length >= count) break
  }
  stop.abort()
  return items
}

describe('the decision feed', () => {
  it('tells each decision once and in one order, while twenty people decide and a reader reads', async () => {
    const comments = await Promise.all(Array.from({ length: 60 }, () => makeComment(site)))
    const read: FeedItem[] = []
    const reading = (async () => {
      for await (const item of client.followDecisions(0)) {
        read.push(item)
        if (read.length === 120) return
      }
    })()
    const moderators = await Promise.all(Array.from({ length: 20 }, () => site.as('moderator')))
    await Promise.all(
      moderators.map(async (moderator, at) => {
        for (const comment of comments.filter((_, index) => index % 20 === at)) {
          const { decisionId } = await decideComment(moderator, comment.id, { version: 1, act: { kind: 'approve' } })
          await undoDecision(moderator, decisionId)
        }
      }),
    )
    await reading
    expect(read.map(({ position }) => position)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
    expect(new Set(read.map(({ id }) => id)).size).toBe(120)
    for (const { externalId } of comments) {
      const own = read.filter(({ comment }) => comment?.externalId === externalId)
      expect(own.map(({ kind, comment }) => [kind, comment?.version])).toEqual([
        ['approve', 2],
        ['undo', 3],
      ])
      expect(own[1]?.undoesId).toBe(own[0]?.id)
    }
  })

  it('tells the note that was written to a rejection, and none that colleagues wrote each other', async () => {
    const [rejected, approved] = [await makeComment(site), await makeComment(site)]
    const moderator = await site.as('moderator')
    const note = 'Please answer what she says, not who she is.'
    await decideComment(moderator, rejected.id, { version: 1, act: { kind: 'reject', reason: 'abuse' }, note })
    await decideComment(moderator, approved.id, { version: 1, act: { kind: 'approve' }, note: 'Let us keep an eye on this one.' })
    const { items } = await client.listDecisions()
    expect(items.map(({ kind, reason, note: told }) => [kind, reason, told])).toEqual([
      ['reject', 'abuse', note],
      ['approve', null, null],
    ])
  })

  it('misses nothing of a transaction that commits late', async () => {
    const [slow, quick] = [await makeComment(site), await makeComment(site)]
    const [decided, end] = [makeGate(), makeGate()]
    const moderator = await site.as('moderator')
    const late = getDb().transaction(async (db) => {
      await decideComment({ ...moderator, db }, slow.id, { version: 1, act: { kind: 'approve' } })
      decided.open()
      await end.opened
    })
    await decided.opened
    await approve(quick)
    const first = await client.listDecisions()
    expect(first.items.map(({ comment }) => comment?.externalId)).toEqual([quick.externalId])
    end.open()
    await late
    const second = await client.listDecisions({ after: first.next })
    expect(second.items.map(({ comment, position }) => [comment?.externalId, position])).toEqual([[slow.externalId, 2]])
  })

  it('waits for a decision, and answers soon after it', async () => {
    const comment = await makeComment(site)
    const started = performance.now()
    const waiting = client.listDecisions({ wait: 30 })
    setTimeout(() => void approve(comment), 300)
    expect((await waiting).items.map(({ kind }) => kind)).toEqual(['approve'])
    // After thirty seconds it would be answered anyway.
    expect(performance.now() - started).toBeLessThan(25_000)
    const quiet = await client.listDecisions({ after: 1, wait: 1 })
    expect(quiet).toEqual({ items: [], next: 1, hasMore: false })
  })

  it('tells nothing to a key that was revoked while it waited', async () => {
    const comment = await makeComment(site)
    const admin = await site.as('admin')
    const waiting = client.listDecisions({ wait: 30 })
    waiting.catch(() => undefined)
    await vi.waitFor(async () => expect((await listApiKeys(admin)).map(({ lastUsedAt }) => lastUsedAt)).not.toContain(null), PATIENT)
    const [made] = await listApiKeys(admin)
    await revokeApiKey(admin, made?.id ?? '')
    // It is believed for some seconds after it was let in.
    const now = performance.now.bind(performance)
    const later = vi.spyOn(performance, 'now').mockImplementation(() => now() + 10_000)
    await approve(comment)
    await expect(waiting).rejects.toMatchObject({ problem: { status: 401, detail: 'This API key has since been revoked.' } })
    later.mockRestore()
  })

  it('refuses a position that it has not come to, at once and in words, instead of staying silent until it has', async () => {
    await approve(await makeComment(site))
    const refused = { problem: { status: 422, detail: expect.stringContaining('beyond the last decision, 1.') as string } }
    await expect(client.listDecisions({ after: 2, wait: 20 })).rejects.toMatchObject(refused)
    const headers = { authorization: `Bearer ${key}`, accept: 'text/event-stream', 'last-event-id': '2' }
    expect((await fetch(`${origin}/api/v1/decisions`, { headers })).status).toBe(422)
    expect((await client.listDecisions({ after: 1 })).next).toBe(1)
  })

  it('goes in pages', async () => {
    for (let made = 0; made < 3; made += 1) await approve(await makeComment(site))
    const page = await client.listDecisions({ limit: 2 })
    expect([page.items.length, page.next, page.hasMore]).toEqual([2, 2, true])
    expect(await client.listDecisions({ limit: 2, after: 2 })).toMatchObject({ items: [{ position: 3 }], next: 3, hasMore: false })
  })

  it('is a stream of events that goes on where the reader was', async () => {
    const comments = [await makeComment(site), await makeComment(site), await makeComment(site)]
    const [first, second, third] = comments as [MadeComment, MadeComment, MadeComment]
    await approve(first)
    const streaming = readEvents(2)
    setTimeout(() => void approve(second), 200)
    expect((await streaming).map(({ comment }) => comment?.externalId)).toEqual([first.externalId, second.externalId])
    await approve(third)
    const again = await readEvents(2, { 'last-event-id': '1' })
    expect(again.map(({ position }) => position)).toEqual([2, 3])
  })

  it('is not for keys that may only send, and never shows another site', async () => {
    const other = await makeSite()
    await decideComment(await other.as('moderator'), (await makeComment(other)).id, { version: 1, act: { kind: 'approve' } })
    expect((await client.listDecisions()).items).toEqual([])
    const sender = createParleyClient({ baseUrl: origin, key: await makeKey(site, 'ingest') })
    await expect(sender.listDecisions()).rejects.toMatchObject({ problem: { status: 403 } })
    const headers = { authorization: `Bearer ${await makeKey(site, 'ingest')}`, accept: 'text/event-stream' }
    expect((await fetch(`${origin}/api/v1/decisions`, { headers })).status).toBe(403)
    const wrong = { authorization: `Bearer ${key}`, accept: 'text/event-stream', 'last-event-id': 'x' }
    expect((await fetch(`${origin}/api/v1/decisions`, { headers: wrong })).status).toBe(422)
  })
})

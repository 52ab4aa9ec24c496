import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import type { DeskEvent } from '@/lib/contracts/live'
import { getDb } from '@/lib/db/connection'
import * as deskEvent from '@/lib/db/decision/desk-event'
import { addLooks } from '@/lib/db/second-look/draw'
import { stopListening } from '@/lib/events/decision-signal'
import { makeBatch } from '@/lib/services/batch/preview'
import { decideComment } from '@/lib/services/comment/decide'
import { followDesk } from '@/lib/services/live/follow'
import { readPosition } from '@/lib/services/live/position'
import { SiteWatch, type SiteEvent } from '@/lib/services/live/site-watch'
import { assignComment, unassignComment } from '@/lib/services/teamwork/assign'
import { claimComment } from '@/lib/services/teamwork/claim'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
})
afterAll(stopListening)

/** What somebody hears until `isEnough`, then they leave. What goes on meanwhile ends before the test does. */
async function hear(
  after: number | null,
  isEnough: (events: DeskEvent[]) => boolean,
  meanwhile: () => Promise<unknown>,
): Promise<DeskEvent[]> {
  const stop = new AbortController()
  const events: DeskEvent[] = []
  let doing: Promise<unknown> | null = null
  for await (const event of followDesk(mo, after, stop.signal)) {
    events.push(event)
    doing ??= meanwhile()
    if (isEnough(events)) break
  }
  stop.abort()
  await doing
  return events
}

const decisionsOf = (events: DeskEvent[]) => events.flatMap((event) => (event.kind === 'decisions' ? event.decisions : []))

it('tells what a colleague decides, what they hold, who is here and how the counts move', async () => {
  const { id } = await makeComment(site, { status: 'pending' })
  const teo = await site.as('moderator', 'Teo')
  const isEnough = (events: DeskEvent[]) =>
    decisionsOf(events).length > 0 &&
    events.some((event) => event.kind === 'claims' && event.claims.length > 0) &&
    events.some((event) => event.kind === 'counts' && event.counts?.held === 0)
  const events = await hear(null, isEnough, async () => {
    await claimComment(teo, id)
    await decideComment(teo, id, { version: 1, act: { kind: 'approve' } })
  })
  expect(decisionsOf(events)).toMatchObject([
    { commentId: id, by: 'Teo', byId: teo.actor.id, kind: 'approve', status: 'approved', version: 2 },
  ])
  expect(events.find((event) => event.kind === 'presence')).toEqual({ kind: 'presence', people: [{ id: mo.actor.id, name: 'Mo' }] })
  expect(events).toContainEqual(expect.objectContaining({ kind: 'claims', claims: [expect.objectContaining({ userName: 'Teo' })] }))
})

it('tells whoever may answer how many second looks wait for them, as one comes and goes', async () => {
  const teo = await site.as('moderator', 'Teo')
  const look = async (comment: MadeComment, decisionId: string) => {
    const looked = { decisionId, commentId: comment.id, articleId: comment.articleId, batchId: null, revision: 1, decidedAt: new Date() }
    await addLooks(getDb(), site.id, [{ ...looked, verdict: 'approve' }], new Date(Date.now() + 3_600_000))
  }
  const [own, other] = [await makeComment(site), await makeComment(site)]
  // What one has decided oneself waits for somebody else.
  await look(own, (await decideComment(mo, own.id, { version: 1, act: { kind: 'approve' } })).decisionId)
  const { decisionId } = await decideComment(teo, other.id, { version: 1, act: { kind: 'approve' } })
  const told = (events: DeskEvent[]) => events.filter((event) => event.kind === 'looks')
  let isHeard = false
  const isEnough = (heard: DeskEvent[]) => (isHeard = new Set(told(heard).map(({ waiting }) => waiting)).size === 2)
  const events = await hear(null, isEnough, async () => {
    while (!isHeard) {
      await look(other, decisionId)
      await setTimeout(1500)
      await getDb().query('DELETE FROM second_look WHERE site_id = $1 AND decision_id = $2', [site.id, decisionId])
      await setTimeout(1500)
    }
  })
  expect(new Set(told(events).map(({ waiting }) => waiting))).toEqual(new Set([0, 1]))
})

it('tells what is handed over and taken back, and nothing of what was never handed', async () => {
  const [handed, other] = [await makeComment(site, { status: 'pending' }), await makeComment(site, { status: 'pending' })]
  const teo = await site.as('moderator', 'Teo')
  const handedOf = (events: DeskEvent[]) => events.flatMap((event) => (event.kind === 'handed' ? event.commentIds : []))
  let isHeard = false
  const isEnough = (heard: DeskEvent[]) => (isHeard = handedOf(heard).length >= 2)
  const events = await hear(null, isEnough, async () => {
    await unassignComment(teo, other.id)
    // What is told before anybody listens is told to nobody.
    while (!isHeard) {
      await assignComment(teo, handed.id, { to: mo.actor.id, note: 'Is it?' })
      await unassignComment(teo, handed.id)
    }
  })
  expect(new Set(handedOf(events))).toEqual(new Set([handed.id]))
})

it('tells first what was decided since one was last here, without losing any', async () => {
  const article = await makeArticle(site)
  const items: { id: string; version: number }[] = []
  for (let at = 0; at < 620; at += 1) items.push({ id: (await makeComment(site, { article, status: 'pending' })).id, version: 1 })
  const position = await readPosition(mo)
  await makeBatch(mo, { of: { kind: 'comments', items }, act: { kind: 'approve' }, isStarted: true })
  const events = await hear(
    position,
    (heard) => new Set(decisionsOf(heard).map((decision) => decision.commentId)).size === items.length,
    () => Promise.resolve(),
  )
  expect(new Set(decisionsOf(events).map((decision) => decision.commentId))).toEqual(new Set(items.map((item) => item.id)))
})

it('tells those who have come further than the feed, since it was restored from a backup, what comes next', async () => {
  const items = [await makeComment(site, { status: 'pending' }), await makeComment(site, { status: 'pending' })]
  const decide = (at: number) => decideComment(mo, items[at]?.id ?? '', { version: 1, act: { kind: 'approve' } })
  await decide(0)
  await readPosition(mo)
  const events = await hear(
    1000,
    (heard) => decisionsOf(heard).length > 0,
    () => decide(1),
  )
  expect(decisionsOf(events).map((decision) => decision.commentId)).toEqual([items[1]?.id])
})

it('tells somebody who comes at the moment in which the last of the others leaves', async () => {
  const { id } = await makeComment(site, { status: 'pending' })
  const watch = new SiteWatch(site.id)
  const leave = await watch.join(() => undefined, { id: 'a', name: 'A' })
  const events: SiteEvent[] = []
  const joining = watch.join((event) => events.push(event), { id: 'b', name: 'B' })
  leave()
  const leaveLast = await joining
  await decideComment(mo, id, { version: 1, act: { kind: 'approve' } })
  await vi.waitFor(() => expect(events.some(({ kind }) => kind === 'decisions')).toBe(true), PATIENT)
  leaveLast()
})

it('is for those who may read', async () => {
  const events = followDesk(site.asKey('ingest'), null, new AbortController().signal)
  await expect(events.next()).rejects.toMatchObject({ code: 'forbidden' })
})

it('keeps no more for a browser that takes nothing than a batch has, and lets it go', async () => {
  const id = '0190a1b2-0000-7000-8000-000000000000'
  const decision = { commentId: id, version: 2, by: 'Teo', byId: id, kind: 'approve', reason: null, mark: null, markKind: null } as const
  const known = { ...decision, status: 'approved', at: new Date().toISOString() } as const
  const entries = (after: number) =>
    Array.from({ length: 500 }, (_, at) => ({ position: after + at + 1, decision: known, isOfDiscussion: false }))
  const listed = vi
    .spyOn(deskEvent, 'listDeskDecisions')
    .mockImplementation((_db, _siteId, after) => Promise.resolve(after < 60_000 ? entries(after) : []))
  const stop = new AbortController()
  const following = followDesk(mo, null, stop.signal)
  await following.next()
  await vi.waitFor(() => expect(listed.mock.lastCall?.[2]).toBe(60_000), PATIENT)
  expect(await following.next()).toEqual({ done: true, value: undefined })
  listed.mockRestore()
  stop.abort()
})

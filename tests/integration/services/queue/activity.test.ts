import { beforeEach, describe, expect, it } from 'vitest'
import { noteTexts } from '@/lib/db/comment/comment-document'
import { getDb } from '@/lib/db/connection'
import { noteActivity } from '@/lib/db/comment/thread-activity'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readWholeQueue } from '@/tests/factories/whole-queue'

const NOW = new Date('2026-03-10T12:00:00.000Z')
const hoursAgo = (hours: number) => ({ postedAt: new Date(NOW.getTime() - hours * 3_600_000) })

let site: TestSite
let ctx: Context
let article: MadeArticle

beforeEach(async () => {
  site = await makeSite(() => NOW)
  ctx = await site.as('moderator', 'Mo')
  article = await makeArticle(site, { title: 'Riverside road' })
})

/** What ingest does after its answer. */
async function arrive(...comments: { id: string }[]): Promise<void> {
  await noteTexts(
    getDb(),
    site.id,
    comments.map(({ id }) => id),
  )
  while ((await indexNextTexts(getDb(), 5)) > 0);
}

/** The texts of what is held, two a page, the thread that moved last first. */
async function readHeld(): Promise<string[]> {
  return (await readWholeQueue(ctx, { queue: 'held', sort: 'activity', limit: 2 })).map((row) => row.body)
}

describe('the order by thread activity', () => {
  it('puts first what was replied to last, however deep, page after page', async () => {
    const held = { article, status: 'pending' } as const
    const old = await makeComment(site, { ...held, body: 'old, but answered', ...hoursAgo(9) })
    const older = await makeComment(site, { ...held, body: 'older, answered long ago', ...hoursAgo(20) })
    await makeComment(site, { ...held, body: 'young and alone', ...hoursAgo(3) })
    await makeComment(site, { ...held, body: 'middle and alone', ...hoursAgo(6) })
    expect(await readHeld()).toEqual(['young and alone', 'middle and alone', 'old, but answered', 'older, answered long ago'])
    const reply = await makeComment(site, { parent: old, body: 'a reply', status: 'published', ...hoursAgo(8) })
    const deep = await makeComment(site, { parent: reply, body: 'a reply to it', status: 'approved', ...hoursAgo(1) })
    const late = await makeComment(site, { parent: older, body: 'another', status: 'published', ...hoursAgo(5) })
    await arrive(reply, deep, late)
    expect(await readHeld()).toEqual(['old, but answered', 'young and alone', 'older, answered long ago', 'middle and alone'])
  })

  it('is told by replies that were here before what they answer', async () => {
    const parent = await makeComment(site, { article, status: 'pending', body: 'answered before it came', ...hoursAgo(9) })
    await makeComment(site, { parent, body: 'early', status: 'published', ...hoursAgo(2) })
    await makeComment(site, { article, status: 'pending', body: 'alone', ...hoursAgo(4) })
    await arrive(parent)
    expect(await readHeld()).toEqual(['answered before it came', 'alone'])
  })

  it('is not moved by a reply that was deleted, nor by an older one', async () => {
    const parent = await makeComment(site, { article, status: 'pending', body: 'first', ...hoursAgo(9) })
    await makeComment(site, { article, status: 'pending', body: 'second', ...hoursAgo(4) })
    const gone = await makeComment(site, { parent, body: '', status: 'removed', ...hoursAgo(1) })
    const young = await makeComment(site, { parent, body: 'a', status: 'published', ...hoursAgo(6) })
    const old = await makeComment(site, { parent, body: 'b', status: 'published', ...hoursAgo(7) })
    await arrive(young)
    await arrive(gone, old)
    expect(await readHeld()).toEqual(['second', 'first'])
    const [row] = await getDb().query<{ at: Date }>('SELECT active_at AS at FROM comment WHERE id = $1', [parent.id])
    expect(row?.at).toEqual(hoursAgo(6).postedAt)
  })

  it('leaves alone what is decided, and no version changes: a decision is not lost to it', async () => {
    const decided = await makeComment(site, { article, status: 'pending', body: 'decided', ...hoursAgo(9) })
    const open = await makeComment(site, { article, status: 'pending', body: 'open', ...hoursAgo(8) })
    await decideComment(ctx, decided.id, { version: 1, act: { kind: 'approve' } })
    const replies = [decided, open].map((parent) => makeComment(site, { parent, body: 'reply', status: 'published', ...hoursAgo(1) }))
    await arrive(...(await Promise.all(replies)))
    const rows = await getDb().query<{ body: string; isTold: boolean; version: number }>(
      'SELECT body, replied_at IS NOT NULL AS "isTold", version FROM comment WHERE id = ANY($1::uuid[]) ORDER BY body',
      [[decided.id, open.id]],
    )
    expect(rows).toEqual([
      { body: 'decided', isTold: false, version: 2 },
      { body: 'open', isTold: true, version: 1 },
    ])
    await decideComment(ctx, open.id, { version: 1, act: { kind: 'approve' } })
    expect(await readHeld()).toEqual([])
  })

  it('passes over what somebody holds, and does not wait for it', async () => {
    const parent = await makeComment(site, { article, status: 'pending', body: 'held by a decision', ...hoursAgo(9) })
    const reply = await makeComment(site, { parent, body: 'reply', status: 'published', ...hoursAgo(1) })
    await getDb().transaction(async (other) => {
      await other.query('SELECT 1 FROM comment WHERE id = $1 FOR UPDATE', [parent.id])
      await noteActivity(getDb(), [{ siteId: site.id, id: reply.id, parentId: parent.id, orderedAt: new Date() }])
    })
    const [row] = await getDb().query<{ at: Date | null }>('SELECT replied_at AS at FROM comment WHERE id = $1', [parent.id])
    expect(row?.at).toBeNull()
  })
})

import { beforeEach, expect, it } from 'vitest'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { listQueue } from '@/lib/services/queue/list'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let mo: Context

beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
})

const listHeld = (ctx: Context) => listQueue(ctx, { queue: 'held' })

it('gives one page to all who ask for it while it is read, and none that was begun before they asked', async () => {
  const comment = await makeComment(site, { status: 'pending' })
  const nell = await site.as('moderator', 'Nell')
  const [first, second, third] = await Promise.all([listHeld(mo), listHeld(nell), listHeld(mo)])
  expect(first.rows.map((row) => row.id)).toEqual([comment.id])
  expect(second).toEqual({ ...first, now: second.now })
  expect(second).not.toBe(first)
  expect(third).toBe(second)
})

it('reads a page anew for whoever has decided since', async () => {
  const comment = await makeComment(site, { status: 'pending' })
  const before = await listHeld(mo)
  await decideComment(mo, comment.id, { version: 1, act: { kind: 'approve' } })
  expect([before.rows.length, (await listHeld(mo)).rows.length]).toEqual([1, 0])
})

it('offers no decision to those who may only read, whoever asks at the same time', async () => {
  await makeComment(site, { status: 'pending' })
  const editor = await site.as('editor')
  const pages = await Promise.all([mo, editor, mo, editor, editor].map(listHeld))
  const offers = pages.map(({ rows }) => rows[0]?.allowed)
  const all = ['approve', 'reject', 'mark_off_topic', 'mark_uncivil']
  expect(offers).toEqual([all, [], all, [], []])
})

it('keeps the pages of sites apart', async () => {
  await makeComment(site, { status: 'pending' })
  const stranger = await (await makeSite()).as('moderator')
  const pages = await Promise.all([mo, stranger, stranger].map(listHeld))
  expect(pages.map(({ rows }) => rows.length)).toEqual([1, 0, 0])
})

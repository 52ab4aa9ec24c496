import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { decideExchange } from '@/lib/services/batch/exchange'
import { undoBatch } from '@/lib/services/batch/undo'
import { decideComment } from '@/lib/services/comment/decide'
import { closeReplies, openReplies } from '@/tests/factories/closed-replies'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const statuses = async (ids: string[]) => {
  const rows = await getDb().query<{ id: string; status: string; marks: string[] | null }>(
    `SELECT id, status, (SELECT array_agg(mark::text) FROM mark WHERE comment_id = c.id) AS marks FROM comment c WHERE id = ANY($1::uuid[])`,
    [ids],
  )
  return ids.map((id) => rows.find((row) => row.id === id)).map((row) => [row?.status, row?.marks])
}

it('decides on an exchange at once, each comment by itself, and takes it back as one', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const parent = await makeComment(site)
  const replies = [
    await makeComment(site, { parent }),
    await makeComment(site, { parent }),
    await makeComment(site, { parent, status: 'pending' }),
  ]
  const [first, second, third] = replies.map(({ id }) => id) as [string, string, string]
  const insult = { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' } as const
  const batch = await decideExchange(mo, {
    items: [
      { id: parent.id, version: 1, act: { kind: 'approve' } },
      { id: first, version: 1, act: insult },
      { id: second, version: 1, act: { ...insult, alsoReject: true } },
      { id: third, version: 1, act: { kind: 'reject', reason: 'abuse' } },
    ],
  })
  expect(batch).toMatchObject({ title: 'Decide an exchange', state: 'done', outcomes: { changed: 4 } })
  const ids = [parent.id, first, second, third]
  expect(await statuses(ids)).toEqual([
    ['approved', null],
    ['published', ['uncivil']],
    ['rejected', ['uncivil']],
    ['rejected', null],
  ])
  await undoBatch(mo, batch.id, () => undefined)
  expect(await statuses(ids)).toEqual([
    ['published', null],
    ['published', null],
    ['published', null],
    ['pending', null],
  ])
})

it('says which version each comment has by it: one more where it was decided, the same where there was nothing to decide', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const [unmarked, open] = [await makeComment(site), await makeComment(site, { status: 'pending' })]
  const items = [
    { id: unmarked.id, version: 1, act: { kind: 'clear_mark', mark: 'off_topic' } as const },
    { id: open.id, version: 1, act: { kind: 'approve' } as const },
    { id: mo.actor.id, version: 1, act: { kind: 'approve' } as const },
  ]
  const { outcomes, versions } = await decideExchange(mo, { items })
  expect(outcomes).toMatchObject({ changed: 1, unchanged: 1 })
  expect(new Map(versions.map(({ id, version }) => [id, version]))).toEqual(
    new Map([
      [unmarked.id, 1],
      [open.id, 2],
    ]),
  )
})

it('leaves out what somebody decided meanwhile, and refuses what makes no sense', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const [one, two] = [await makeComment(site, { status: 'pending' }), await makeComment(site, { status: 'pending' })]
  await decideComment(await site.as('moderator', 'Teo'), one.id, { version: 1, act: { kind: 'approve' } })
  const act = { kind: 'reject', reason: 'spam' } as const
  const items = [one, two].map(({ id }) => ({ id, version: 1, act }))
  const batch = await decideExchange(mo, { items })
  expect(batch.outcomes).toMatchObject({ changed: 1, conflict: 1 })
  expect(batch.exceptions).toMatchObject([{ commentId: one.id, detail: 'Teo decided since' }])
  await expect(decideExchange(mo, { items: [...items, ...items] })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(decideExchange(mo, { items: [{ id: mo.actor.id, version: 1, act }] })).rejects.toMatchObject({ code: 'not_found' })
  await expect(decideExchange(await site.as('editor'), { items })).rejects.toMatchObject({ code: 'forbidden' })
})

const closedOf = async (id: string) => {
  const [row] = await getDb().query<{ closed: boolean }>('SELECT replies_closed_at IS NOT NULL AS closed FROM comment WHERE id = $1', [id])
  return row?.closed
}

it('marks some, closes the replies under others in the same batch, and takes all of it back as one', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const parent = await makeComment(site)
  const [heated, kept] = [await makeComment(site, { parent }), await makeComment(site, { parent })]
  const ids = [parent.id, heated.id, kept.id]
  const batch = await decideExchange(mo, {
    items: [
      { id: parent.id, version: 1, areRepliesClosed: true },
      { id: heated.id, version: 1, act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' }, areRepliesClosed: true },
    ],
  })
  expect(batch).toMatchObject({ state: 'done', total: 2, outcomes: { changed: 2 }, exceptions: [] })
  expect(await Promise.all(ids.map(closedOf))).toEqual([true, true, false])
  expect(await statuses(ids)).toEqual([
    ['published', null],
    ['published', ['uncivil']],
    ['published', null],
  ])
  const logged = await getDb().query<{ kind: string; before: { areRepliesClosed?: boolean }; seen: number }>(
    'SELECT kind, before, seen_version AS seen FROM decision WHERE batch_id = $1 AND comment_id = $2 ORDER BY seen_version',
    [batch.id, heated.id],
  )
  expect(logged.map(({ kind, seen }) => [kind, seen])).toEqual([
    ['mark', 1],
    ['close_replies', 2],
  ])
  const undone = await undoBatch(mo, batch.id, () => undefined)
  expect(undone).toMatchObject({ state: 'undone', total: 2, outcomes: { restored: 2, kept: 0 } })
  expect(await Promise.all(ids.map(closedOf))).toEqual([false, false, false])
  expect(await statuses(ids)).toEqual(ids.map(() => ['published', null]))
})

it('leaves replies as they are under what somebody changed, when it decides and when it takes back', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const teo = await site.as('moderator', 'Teo')
  const [changed, closed, free] = [await makeComment(site), await makeComment(site), await makeComment(site)]
  await decideComment(teo, changed.id, { version: 1, act: { kind: 'approve' } })
  await closeReplies(teo, closed.id, 1)
  const batch = await decideExchange(mo, {
    items: [
      { id: changed.id, version: 1, areRepliesClosed: true },
      { id: closed.id, version: 2, areRepliesClosed: true },
      { id: free.id, version: 1, act: { kind: 'approve' }, areRepliesClosed: true },
    ],
  })
  expect(batch.outcomes).toMatchObject({ changed: 1, unchanged: 1, conflict: 1 })
  expect(batch.exceptions).toMatchObject([{ commentId: changed.id, detail: 'Teo decided since' }])
  // What was closed already makes no version.
  expect(batch.versions.sort((a, b) => a.version - b.version)).toEqual([
    { id: closed.id, version: 2 },
    { id: free.id, version: 3 },
  ])
  await openReplies(teo, free.id, 3)
  const undone = await undoBatch(mo, batch.id, () => undefined)
  expect(undone.outcomes).toMatchObject({ restored: 0, kept: 1 })
  expect(await Promise.all([changed, closed, free].map(({ id }) => closedOf(id)))).toEqual([false, true, false])
  expect(await statuses([free.id])).toEqual([['approved', null]])
  const gone = { id: mo.actor.id, version: 1, areRepliesClosed: true }
  await expect(decideExchange(mo, { items: [gone] })).rejects.toMatchObject({ code: 'not_found' })
  await expect(decideExchange(await site.as('editor'), { items: [gone] })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(decideExchange(mo, { items: [{ id: free.id, version: 4 }] })).rejects.toMatchObject({ code: 'invalid_input' })
})

it('closes no replies under what is not as it was on screen, also where it has been removed', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const comment = await makeComment(site)
  await getDb().query(`UPDATE comment SET status = 'removed', version = 2 WHERE id = $1`, [comment.id])
  const item = { id: comment.id, act: { kind: 'approve' } as const, areRepliesClosed: true }
  const batch = await decideExchange(mo, { items: [{ ...item, version: 1 }] })
  expect(batch.outcomes).toMatchObject({ changed: 0, removed: 1 })
  expect(await closedOf(comment.id)).toBe(false)
  await decideExchange(mo, { items: [{ ...item, version: 2 }] })
  expect(await closedOf(comment.id)).toBe(true)
})

it('is taken back by whoever decided, or who leads, and once by one of two at once', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const comment = await makeComment(site)
  const batch = await closeReplies(mo, comment.id, 1)
  const undo = (ctx: typeof mo) => undoBatch(ctx, batch.id, () => undefined)
  await expect(undo(await site.as('moderator', 'Teo'))).rejects.toMatchObject({ code: 'forbidden' })
  const answers = await Promise.allSettled([undo(mo), undo(await site.as('admin', 'Ada'))])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await closedOf(comment.id)).toBe(false)
  expect(await getDb().query('SELECT version FROM comment WHERE id = $1', [comment.id])).toEqual([{ version: 3 }])
})

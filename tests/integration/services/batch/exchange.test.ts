import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { decideExchange } from '@/lib/services/batch/exchange'
import { undoBatch } from '@/lib/services/batch/undo'
import { decideComment } from '@/lib/services/comment/decide'
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

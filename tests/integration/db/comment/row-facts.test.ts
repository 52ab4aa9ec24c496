import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

it('a row tells what is not known as such, and the same times whatever zone the database speaks', async () => {
  const site = await makeSite()
  const article = await makeArticle(site, { title: 'Riverside road' })
  await makeComment(site, {
    article,
    commenter: null,
    status: 'pending',
    suggestedUncivil: { score: 1, kind: 'threat' },
    postedAt: null,
    receivedAt: new Date('2026-03-10T11:51:00.120Z'),
  })
  const ctx = await site.as('moderator', 'Mo')
  const [row] = (await listQueue(ctx, { queue: 'held' })).rows
  expect(row).toMatchObject({ commenter: null, parent: null, postedAt: null, receivedAt: '2026-03-10T11:51:00.120Z', wave: null })
  expect(row?.state.marks).toEqual({ offTopic: false, uncivil: null })
  expect(row?.state.suggestions).toEqual({ offTopic: null, uncivil: { score: 1, kind: 'threat' } })
  const there = await getDb().transaction(async (db) => {
    await db.query(`SET LOCAL TIME ZONE 'Asia/Kolkata'`)
    return listQueue({ ...ctx, db }, { queue: 'held' })
  })
  expect(there.rows).toEqual([row])
})

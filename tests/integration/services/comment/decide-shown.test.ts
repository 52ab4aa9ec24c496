import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { getCommentContext } from '@/lib/services/comment/context'
import { listQueue } from '@/lib/services/queue/list'
import { addReport } from '@/lib/services/report/add'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

// A decision on a comment that was shown a while ago is judged by what was shown, and written only if that still holds.
let site: TestSite
let mo: Context
let comment: MadeComment

beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
  comment = await makeComment(site, { suggestedOffTopic: 0.8 })
})

/** The same moderator, with the names of the statements they cause. */
function recorded(ctx: Context) {
  const db = recordStatements(ctx.db)
  return { ctx: { ...ctx, db }, readNames: () => db.statements.map(({ name }) => name) }
}

const approve = (ctx: Context) => decideComment(ctx, comment.id, { version: comment.version, act: { kind: 'approve' } })
const readBefore = async () =>
  (await getDb().query<{ before: unknown }>('SELECT before FROM decision WHERE comment_id = $1', [comment.id])).map(({ before }) => before)

it('takes one statement after a page or a context that showed it, and two where nothing did', async () => {
  const unseen = recorded(mo)
  await approve(unseen.ctx)
  expect(unseen.readNames()).toEqual(['comment-states', 'record-decisions'])
  for (const show of [() => listQueue(mo, { queue: 'newest' }), () => getCommentContext(mo, comment.id)]) {
    comment = await makeComment(site)
    await show()
    const seen = recorded(mo)
    expect(await approve(seen.ctx)).toMatchObject({ version: 2, state: { status: 'approved' } })
    expect(seen.readNames()).toEqual(['record-decisions'])
  }
})

it('records what a comment was when it was decided, not what was shown: scores and reports that came since are in it', async () => {
  await listQueue(mo, { queue: 'newest' })
  await getDb().query(`UPDATE comment SET suggested_uncivil = 0.9, suggested_uncivil_kind = 'threat' WHERE id = $1`, [comment.id])
  await addReport(site.asKey('ingest'), comment.externalId, { reason: 'abuse' })
  const { ctx, readNames } = recorded(mo)
  expect(await approve(ctx)).toMatchObject({ version: 2, state: { suggestions: { offTopic: null, uncivil: null }, openReports: 0 } })
  expect(readNames()).toEqual(['record-decisions', 'comment-states', 'record-decisions'])
  expect(await readBefore()).toEqual([
    {
      status: 'published',
      marks: { offTopic: false, uncivil: null },
      suggestions: { offTopic: 0.8, uncivil: { score: 0.9, kind: 'threat' } },
      openReports: 1,
      isReviewed: false,
    },
  ])
})

it('sees each change of a suggestion alone', async () => {
  for (const change of [
    'suggested_off_topic = NULL',
    'suggested_off_topic = 0.9',
    `suggested_uncivil = 0.4, suggested_uncivil_kind = 'insult'`,
  ]) {
    comment = await makeComment(site, { suggestedOffTopic: 0.8 })
    await listQueue(mo, { queue: 'newest' })
    await getDb().query(`UPDATE comment SET ${change} WHERE id = $1`, [comment.id])
    const { ctx, readNames } = recorded(mo)
    await approve(ctx)
    expect(readNames(), change).toEqual(['record-decisions', 'comment-states', 'record-decisions'])
  }
})

it('tells who was first, and that it was deleted, though it was shown before', async () => {
  await listQueue(mo, { queue: 'newest' })
  await decideComment(await site.as('moderator', 'Lena'), comment.id, { version: 1, act: { kind: 'reject', reason: 'spam' } })
  await expect(approve(mo)).rejects.toMatchObject({ code: 'conflict', detail: { conflict: { by: 'Lena', kind: 'reject', version: 2 } } })
  comment = await makeComment(site)
  await listQueue(mo, { queue: 'newest' })
  await getDb().query(`UPDATE comment SET status = 'removed', version = version + 1 WHERE id = $1`, [comment.id])
  await expect(approve(mo)).rejects.toMatchObject({ code: 'not_allowed' })
  expect(await readBefore()).toEqual([])
})

it('is nothing to somebody of another site, whoever it was shown to', async () => {
  await listQueue(mo, { queue: 'newest' })
  await expect(approve(await (await makeSite()).as('admin'))).rejects.toMatchObject({ code: 'not_found' })
  expect(await readBefore()).toEqual([])
})

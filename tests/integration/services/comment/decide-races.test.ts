import { beforeEach, expect, it } from 'vitest'
import { getDb, type Db } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let ctx: Context

beforeEach(async () => {
  site = await makeSite()
  ctx = await site.as('moderator', 'Mo')
})

const readComment = async (id: string) => (await getDb().query('SELECT status, version, open_reports FROM comment WHERE id = $1', [id]))[0]
const readDecisions = (commentId: string) => getDb().query('SELECT kind, actor_name FROM decision WHERE comment_id = $1', [commentId])
const countOpenReports = async (commentId: string) =>
  (await getDb().query('SELECT id FROM report WHERE comment_id = $1 AND resolved_at IS NULL', [commentId])).length

it('lets exactly one of two moderators win, fifty times, and tells the other who it was', async () => {
  const ana = await site.as('moderator', 'Ana')
  const ben = await site.as('moderator', 'Ben')
  for (let round = 0; round < 50; round++) {
    const comment = await makeComment(site, { status: 'pending' })
    const results = await Promise.allSettled([
      decideComment(ana, comment.id, { version: 1, act: { kind: 'approve' } }),
      decideComment(ben, comment.id, { version: 1, act: { kind: 'reject', reason: 'hate' } }),
    ])
    const isAnaFirst = results[0].status === 'fulfilled'
    const winner = isAnaFirst ? { name: 'Ana', kind: 'approve', status: 'approved' } : { name: 'Ben', kind: 'reject', status: 'rejected' }
    const [won, lost] = isAnaFirst ? results : [results[1], results[0]]
    expect(won.status).toBe('fulfilled')
    expect(lost).toMatchObject({
      status: 'rejected',
      reason: { code: 'conflict', detail: { conflict: { by: winner.name, kind: winner.kind, version: 2 } } },
    })
    expect(await readComment(comment.id)).toMatchObject({ status: winner.status, version: 2 })
    expect(await readDecisions(comment.id)).toMatchObject([{ actor_name: winner.name, kind: winner.kind }])
  }
})

it('takes two decisions on one comment one after the other, that came while another was being written', async () => {
  const [ana, ben] = [await site.as('moderator', 'Ana'), await site.as('moderator', 'Ben')]
  const [other, comment] = [await makeComment(site, { status: 'pending' }), await makeComment(site, { status: 'pending' })]
  const approve = { version: 1, act: { kind: 'approve' as const } }
  const [, first, second, third] = await Promise.allSettled([
    decideComment(ctx, other.id, approve),
    decideComment(ana, comment.id, approve),
    decideComment(ben, comment.id, { version: 1, act: { kind: 'reject', reason: 'hate' } }),
    decideComment(ben, comment.id, { version: 2, act: { kind: 'reject', reason: 'spam' } }),
  ])
  expect(first).toMatchObject({ status: 'fulfilled', value: { version: 2 } })
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'conflict', detail: { conflict: { by: 'Ana', version: 2 } } } })
  expect(third).toMatchObject({ status: 'fulfilled', value: { version: 3 } })
  expect(await readDecisions(comment.id)).toMatchObject([{ kind: 'approve' }, { kind: 'reject' }])
})

it('answers a report that comes in while the decision is taken, or leaves it open; never half', async () => {
  for (let round = 0; round < 50; round++) {
    const comment = await makeComment(site, { openReports: 1 })
    const report = getDb().transaction(async (db) => {
      await db.query(
        `INSERT INTO report (site_id, id, comment_id, external_id, reason, reported_at) VALUES ($1, gen_random_uuid(), $2, $3, 'spam', now())`,
        [site.id, comment.id, `late-${comment.id}`],
      )
      await db.query('UPDATE comment SET open_reports = open_reports + 1 WHERE site_id = $1 AND id = $2', [site.id, comment.id])
    })
    await Promise.all([report, decideComment(ctx, comment.id, { version: 1, act: { kind: 'approve' } })])
    const open = await countOpenReports(comment.id)
    expect(await readComment(comment.id)).toMatchObject({ status: 'approved', version: 2, open_reports: open })
  }
})

it('takes part in a transaction that is open, and vanishes with it', async () => {
  const comment = await makeComment(site)
  const failure = ctx.db.transaction(async (db) => {
    await decideComment({ ...ctx, db }, comment.id, { version: 1, act: { kind: 'approve' } })
    throw new Error('something else fails')
  })
  await expect(failure).rejects.toThrow('something else fails')
  expect(await readComment(comment.id)).toMatchObject({ version: 1 })
  expect(await readDecisions(comment.id)).toEqual([])
})

it('does not bring back a suggestion that a late parent withdrew while the decision was taken', async () => {
  const comment = await makeComment(site, {
    status: 'pending',
    suggestedOffTopic: 0.9,
    suggestedUncivil: { score: 0.8, kind: 'insult' },
  })
  const ctx = await site.as('moderator')
  let isWithdrawn = false
  const query: Db['query'] = async (text, values, name) => {
    const rows = await ctx.db.query<never>(text, values, name)
    if (!isWithdrawn) await getDb().query('UPDATE comment SET suggested_off_topic = NULL WHERE id = $1', [comment.id])
    isWithdrawn = true
    return rows
  }
  const db: Db = Object.assign(Object.create(ctx.db) as Db, { query })
  const act = { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' } as const
  const answer = await decideComment({ ...ctx, db }, comment.id, { version: 1, act })
  expect(answer.state.suggestions).toEqual({ offTopic: null, uncivil: null })
  expect(await getDb().query('SELECT suggested_off_topic FROM comment WHERE id = $1', [comment.id])).toEqual([
    { suggested_off_topic: null },
  ])
})

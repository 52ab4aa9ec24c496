import { beforeEach, describe, expect, it } from 'vitest'
import type { DecisionInput } from '@/lib/contracts/decision'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let clock = new Date('2026-03-10T12:00:00.000Z')
let site: TestSite
let ctx: Context & { actor: { id: string } }

beforeEach(async () => {
  clock = new Date('2026-03-10T12:00:00.000Z')
  site = await makeSite(() => (clock = new Date(clock.getTime() + 60_000)))
  ctx = await site.as('moderator', 'Mo')
})

const readComment = async (id: string) => {
  const [row] = await getDb().query(
    `SELECT status, version, reviewed_at, open_reports, suggested_off_topic, suggested_uncivil, suggested_uncivil_kind FROM comment WHERE id = $1`,
    [id],
  )
  return row
}
const readMarks = (commentId: string) => getDb().query('SELECT mark, kind FROM mark WHERE comment_id = $1 ORDER BY mark', [commentId])
const readKinds = async (commentId: string) =>
  (await getDb().query<{ kind: string }>('SELECT kind FROM decision WHERE comment_id = $1 ORDER BY seen_version', [commentId])).map(
    (row) => row.kind,
  )
const countReports = async (commentId: string, isOpen: boolean) =>
  (await getDb().query(`SELECT id FROM report WHERE comment_id = $1 AND (resolved_at IS NULL) = $2`, [commentId, isOpen])).length
const addReport = async (commentId: string) => {
  await getDb().query(
    `INSERT INTO report (site_id, id, comment_id, external_id, reason, reported_at) VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'spam', now())`,
    [site.id, commentId],
  )
  await getDb().query('UPDATE comment SET open_reports = open_reports + 1 WHERE id = $1', [commentId])
}

const REJECT: DecisionInput = { version: 1, act: { kind: 'reject', reason: 'abuse' } }

describe('an undo', () => {
  it('restores status, marks with kinds, suggestions, review and reports, and is a decision of its own', async () => {
    const comment = await makeComment(site, {
      status: 'pending',
      marks: { uncivil: 'mockery' },
      suggestedOffTopic: 0.87,
      suggestedUncivil: { score: 0.6, kind: 'insult' },
      openReports: 2,
    })
    const before = await readComment(comment.id)
    const decided = await decideComment(ctx, comment.id, {
      version: 1,
      act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'threat', alsoReject: true },
    })
    expect(await countReports(comment.id, true)).toBe(0)
    const answer = await undoDecision(ctx, decided.decisionId)
    const state = {
      status: 'pending',
      marks: { offTopic: false, uncivil: 'mockery' },
      suggestions: { offTopic: 0.87, uncivil: { score: 0.6, kind: 'insult' } },
      openReports: 2,
      isReviewed: false,
    }
    expect(answer).toEqual({
      decisionId: expect.any(String) as string,
      commentId: comment.id,
      version: 3,
      state,
      allowed: ['approve', 'reject', 'mark_off_topic', 'mark_uncivil', 'clear_uncivil'],
    })
    expect(await readComment(comment.id)).toEqual({ ...before, version: 3 })
    expect(await readMarks(comment.id)).toEqual([{ mark: 'uncivil', kind: 'mockery' }])
    expect(await countReports(comment.id, true)).toBe(2)
    const [row] = await getDb().query('SELECT * FROM decision WHERE id = $1', [answer.decisionId])
    expect(row).toMatchObject({
      kind: 'undo',
      undoes_id: decided.decisionId,
      actor_name: 'Mo',
      actor_id: ctx.actor.id,
      seen_version: 2,
      revision: 1,
      before: { status: 'rejected' },
      after: state,
    })
  })

  it('takes off a mark that was set, and puts back one that was cleared', async () => {
    const comment = await makeComment(site, { marks: { offTopic: true } })
    const cleared = await decideComment(ctx, comment.id, { version: 1, act: { kind: 'clear_mark', mark: 'off_topic' } })
    await undoDecision(ctx, cleared.decisionId)
    expect(await readMarks(comment.id)).toEqual([{ mark: 'off_topic', kind: null }])
    const marked = await decideComment(ctx, comment.id, { version: 3, act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'other' } })
    await undoDecision(ctx, marked.decisionId)
    expect(await readMarks(comment.id)).toEqual([{ mark: 'off_topic', kind: null }])
    expect(await readKinds(comment.id)).toEqual(['clear_mark', 'undo', 'mark', 'undo'])
  })

  it('opens again only the reports that decision answered, and keeps those that came since', async () => {
    const comment = await makeComment(site, { openReports: 1 })
    const first = await decideComment(ctx, comment.id, { version: 1, act: { kind: 'approve' } })
    await addReport(comment.id)
    const second = await decideComment(ctx, comment.id, { version: 2, act: { kind: 'reject', reason: 'spam' } })
    await addReport(comment.id)
    const undone = await undoDecision(ctx, second.decisionId)
    expect(undone).toMatchObject({ state: { status: 'approved', openReports: 2, isReviewed: true } })
    expect(await countReports(comment.id, true)).toBe(2)
    const both = await undoDecision(ctx, first.decisionId)
    expect(both).toMatchObject({ state: { status: 'published', openReports: 3, isReviewed: false } })
    expect(await countReports(comment.id, true)).toBe(3)
  })

  it('takes several decisions back, the last first', async () => {
    const comment = await makeComment(site, { status: 'pending' })
    const first = await decideComment(ctx, comment.id, { version: 1, act: { kind: 'approve' } })
    const reviewed = await readComment(comment.id)
    const second = await decideComment(ctx, comment.id, { version: 2, act: { kind: 'reject', reason: 'spam' } })
    await undoDecision(ctx, second.decisionId)
    expect(await readComment(comment.id)).toEqual({ ...reviewed, version: 4 })
    await undoDecision(ctx, first.decisionId)
    expect(await readComment(comment.id)).toMatchObject({ status: 'pending', reviewed_at: null, version: 5 })
    expect(await readKinds(comment.id)).toEqual(['approve', 'reject', 'undo', 'undo'])
  })

  it("is an admin's to take of anybody's decision", async () => {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(ctx, comment.id, REJECT)
    const admin = await site.as('admin', 'Ada')
    expect(await undoDecision(admin, decisionId)).toMatchObject({ version: 3, state: { status: 'published' } })
  })
})

describe('an undo is refused', () => {
  it('to editors, API keys and other moderators', async () => {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(ctx, comment.id, REJECT)
    for (const other of [await site.as('editor'), await site.as('moderator'), site.asKey('ingest', 'read')]) {
      await expect(undoDecision(other, decisionId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await readKinds(comment.id)).toEqual(['reject'])
  })

  it("of a decision that is not there, or is another site's", async () => {
    for (const id of ['0199aaaa-0000-7000-8000-000000000000', 'no-id']) {
      await expect(undoDecision(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    }
    const { decisionId } = await decideComment(ctx, (await makeComment(site)).id, REJECT)
    await expect(undoDecision(await (await makeSite()).as('admin'), decisionId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('when somebody has decided since, naming them', async () => {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(ctx, comment.id, REJECT)
    const ana = await site.as('moderator', 'Ana')
    await decideComment(ana, comment.id, { version: 2, act: { kind: 'approve' } })
    await expect(undoDecision(ctx, decisionId)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Ana approved this comment in the meantime.',
      detail: { conflict: { by: 'Ana', kind: 'approve', version: 3 } },
    })
    expect(await readComment(comment.id)).toMatchObject({ status: 'approved', version: 3 })
  })

  it.each([0, 1])('when the text was edited since, %i decisions later', async (later) => {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(ctx, comment.id, REJECT)
    await getDb().query(
      `UPDATE comment SET body = 'new', revision = 2, version = version + 1, reviewed_at = NULL, status = 'published' WHERE id = $1`,
      [comment.id],
    )
    if (later === 1) await decideComment(ctx, comment.id, { ...REJECT, version: 3 })
    await expect(undoDecision(ctx, decisionId)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The text was edited at its source in the meantime. Read it again before you decide.',
      detail: { conflict: { by: 'the source', kind: 'edit', version: 3 + later } },
    })
  })

  it('when the comment was deleted at its source', async () => {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(ctx, comment.id, REJECT)
    await getDb().query(`UPDATE comment SET status = 'removed', version = version + 1 WHERE id = $1`, [comment.id])
    await expect(undoDecision(ctx, decisionId)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('the second time, and of an undo', async () => {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(ctx, comment.id, REJECT)
    const undo = await undoDecision(ctx, decisionId)
    await expect(undoDecision(ctx, decisionId)).rejects.toMatchObject({
      code: 'not_allowed',
      message: 'Mo has undone this decision already.',
    })
    await expect(undoDecision(ctx, undo.decisionId)).rejects.toMatchObject({
      code: 'not_allowed',
      message: 'An undo cannot be undone. Decide again instead.',
    })
    expect(await readKinds(comment.id)).toEqual(['reject', 'undo'])
  })

  it('to the slower of two who undo the same decision at once', async () => {
    const admin = await site.as('admin', 'Ada')
    for (let round = 0; round < 20; round++) {
      const comment = await makeComment(site)
      const { decisionId } = await decideComment(ctx, comment.id, REJECT)
      const results = await Promise.allSettled([undoDecision(ctx, decisionId), undoDecision(admin, decisionId)])
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'not_allowed' })
      expect(await readKinds(comment.id)).toEqual(['reject', 'undo'])
    }
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { DecisionInput } from '@/lib/contracts/decision'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-10T12:00:00.000Z')
const UNKNOWN_ID = '0199aaaa-0000-7000-8000-000000000000'

let site: TestSite
let ctx: Context & { actor: { id: string } }

beforeEach(async () => {
  site = await makeSite(() => NOW)
  ctx = await site.as('moderator', 'Mo')
})

const readComment = async (id: string) => {
  const [row] = await getDb().query<{ status: string; version: number; reviewed_at: Date | null; open_reports: number }>(
    'SELECT status, version, reviewed_at, open_reports FROM comment WHERE id = $1',
    [id],
  )
  return row
}
const readDecisions = (commentId: string) =>
  getDb().query('SELECT * FROM decision WHERE comment_id = $1 ORDER BY seen_version', [commentId])
const readMarks = (commentId: string) =>
  getDb().query('SELECT mark, kind, set_at FROM mark WHERE comment_id = $1 ORDER BY mark', [commentId])
const readReports = (commentId: string) =>
  getDb().query<{ resolved_at: Date | null }>('SELECT resolved_at FROM report WHERE comment_id = $1', [commentId])

const CLEAR = { offTopic: null, uncivil: null }
const NO_MARKS = { offTopic: false, uncivil: null }

describe('a decision', () => {
  it('approves, answers suggestions and reports, and is recorded in full', async () => {
    const comment = await makeComment(site, { status: 'pending', version: 3, suggestedOffTopic: 0.87, openReports: 2 })
    const answer = await decideComment(ctx, comment.id, { version: 3, act: { kind: 'approve' }, note: 'fine by me' })
    const after = { status: 'approved', marks: NO_MARKS, suggestions: CLEAR, openReports: 0, isReviewed: true }
    expect(answer).toEqual({
      decisionId: expect.any(String) as string,
      commentId: comment.id,
      version: 4,
      state: after,
      allowed: ['reject', 'mark_off_topic', 'mark_uncivil'],
    })
    expect(await readComment(comment.id)).toEqual({ status: 'approved', version: 4, reviewed_at: NOW, open_reports: 0 })
    expect(await readReports(comment.id)).toEqual([{ resolved_at: NOW }, { resolved_at: NOW }])
    expect(await readDecisions(comment.id)).toEqual([
      {
        site_id: site.id,
        id: answer.decisionId,
        comment_id: comment.id,
        article_id: comment.articleId,
        batch_id: null,
        kind: 'approve',
        actor_kind: 'user',
        actor_id: ctx.actor.id,
        actor_name: 'Mo',
        reason: null,
        note: 'fine by me',
        mark: null,
        mark_kind: null,
        seen_version: 3,
        revision: 1,
        before: { status: 'pending', marks: NO_MARKS, suggestions: { offTopic: 0.87, uncivil: null }, openReports: 2, isReviewed: false },
        after,
        undoes_id: null,
        decided_at: NOW,
      },
    ])
  })

  it('is found by an id in capitals too, and names it as it is', async () => {
    const comment = await makeComment(site)
    const answer = await decideComment(ctx, comment.id.toUpperCase(), { version: 1, act: { kind: 'approve' } })
    expect(answer).toMatchObject({ commentId: comment.id, state: { status: 'approved' } })
  })

  it('rejects with a reason', async () => {
    const comment = await makeComment(site)
    await decideComment(ctx, comment.id, { version: 1, act: { kind: 'reject', reason: 'spam' } })
    expect(await readDecisions(comment.id)).toMatchObject([{ kind: 'reject', reason: 'spam', note: null, after: { status: 'rejected' } }])
  })

  it('marks a held comment off-topic, which goes on waiting', async () => {
    const comment = await makeComment(site, { status: 'pending', suggestedOffTopic: 0.9, openReports: 1 })
    const { state } = await decideComment(ctx, comment.id, { version: 1, act: { kind: 'mark', mark: 'off_topic' } })
    expect(state).toEqual({
      status: 'pending',
      marks: { offTopic: true, uncivil: null },
      suggestions: CLEAR,
      openReports: 1,
      isReviewed: false,
    })
    expect(await readMarks(comment.id)).toEqual([{ mark: 'off_topic', kind: null, set_at: NOW }])
    expect(await readComment(comment.id)).toMatchObject({ status: 'pending', reviewed_at: null, open_reports: 1 })
    expect(await readReports(comment.id)).toEqual([{ resolved_at: null }])
  })

  it('marks and rejects in one, and changes the kind of a mark', async () => {
    const comment = await makeComment(site, { marks: { uncivil: 'mockery' } })
    const act = { kind: 'mark', mark: 'uncivil', uncivilKind: 'threat', alsoReject: true } as const
    await decideComment(ctx, comment.id, { version: 1, act })
    expect(await readMarks(comment.id)).toEqual([{ mark: 'uncivil', kind: 'threat', set_at: NOW }])
    expect(await readDecisions(comment.id)).toMatchObject([
      { kind: 'mark', mark: 'uncivil', mark_kind: 'threat', after: { status: 'rejected' } },
    ])
  })

  it('clears one mark and leaves the other', async () => {
    const comment = await makeComment(site, { marks: { offTopic: true, uncivil: 'insult' } })
    await decideComment(ctx, comment.id, { version: 1, act: { kind: 'clear_mark', mark: 'uncivil' } })
    expect(await readMarks(comment.id)).toMatchObject([{ mark: 'off_topic' }])
    expect(await readDecisions(comment.id)).toMatchObject([{ kind: 'clear_mark', mark: 'uncivil', mark_kind: null }])
  })

  it('keeps the time of the first review when a second decision corrects it', async () => {
    const earlier = new Date('2026-03-01T00:00:00.000Z')
    const comment = await makeComment(site, { status: 'approved', reviewedAt: earlier })
    await decideComment(ctx, comment.id, { version: 1, act: { kind: 'reject', reason: 'other' } })
    expect(await readComment(comment.id)).toMatchObject({ status: 'rejected', reviewed_at: earlier })
  })

  it('keeps scores and text exact in the log', async () => {
    const comment = await makeComment(site, { suggestedUncivil: { score: 0.1234567, kind: 'sexual' } })
    await decideComment(ctx, comment.id, { version: 1, act: { kind: 'approve' } })
    const [stored] = await getDb().query<{ same: boolean }>(
      `SELECT (before #>> '{suggestions,uncivil,score}')::real = 0.1234567::real AS same FROM decision WHERE comment_id = $1`,
      [comment.id],
    )
    expect(stored).toEqual({ same: true })
  })
})

describe('a decision is refused', () => {
  const approve: DecisionInput = { version: 1, act: { kind: 'approve' } }

  it('to an editor and to an API key, and nothing is written', async () => {
    const comment = await makeComment(site)
    for (const other of [await site.as('editor'), site.asKey('ingest', 'read')]) {
      await expect(decideComment(other, comment.id, approve)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await readDecisions(comment.id)).toEqual([])
    expect(await readComment(comment.id)).toMatchObject({ version: 1, status: 'published' })
  })

  it.each([UNKNOWN_ID, 'not-an-id', ''])('on the comment %j, which does not exist', async (id) => {
    await expect(decideComment(ctx, id, approve)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('on a comment of another site', async () => {
    const comment = await makeComment(await makeSite())
    await expect(decideComment(ctx, comment.id, approve)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('on a stale version, naming who was first, what and when', async () => {
    const comment = await makeComment(site)
    const ana = await site.as('moderator', 'Ana')
    await decideComment(ana, comment.id, { version: 1, act: { kind: 'reject', reason: 'abuse' } })
    await expect(decideComment(ctx, comment.id, approve)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Ana rejected this comment in the meantime.',
      detail: { conflict: { by: 'Ana', kind: 'reject', at: NOW.toISOString(), version: 2 } },
    })
    expect(await readComment(comment.id)).toMatchObject({ status: 'rejected', version: 2 })
    expect(await readDecisions(comment.id)).toHaveLength(1)
  })

  it('on a text that was edited since, naming the source', async () => {
    const comment = await makeComment(site)
    await getDb().query('UPDATE comment SET body = $2, revision = 2, version = 2 WHERE id = $1', [comment.id, 'another text'])
    await getDb().query(
      `INSERT INTO comment_revision (site_id, comment_id, number, body, source_revision, replaced_at) VALUES ($1, $2, 1, 'old', 0, $3)`,
      [site.id, comment.id, new Date('2026-03-10T11:59:00.000Z')],
    )
    await expect(decideComment(ctx, comment.id, approve)).rejects.toMatchObject({
      code: 'conflict',
      detail: { conflict: { by: 'the source', kind: 'edit', at: '2026-03-10T11:59:00.000Z', version: 2 } },
    })
  })

  it('on a comment that was deleted at its source', async () => {
    const comment = await makeComment(site)
    await getDb().query(`UPDATE comment SET status = 'removed', version = 2 WHERE id = $1`, [comment.id])
    await expect(decideComment(ctx, comment.id, approve)).rejects.toMatchObject({
      code: 'not_allowed',
      message: 'This comment was deleted at its source. There is nothing left to decide.',
    })
  })

  it('when it would change nothing, and for a version that never was', async () => {
    const comment = await makeComment(site, { marks: { offTopic: true } })
    const mark: DecisionInput = { version: 1, act: { kind: 'mark', mark: 'off_topic' } }
    await expect(decideComment(ctx, comment.id, mark)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(decideComment(ctx, comment.id, { ...approve, version: 9 })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

it.each(['UPDATE decision SET actor_name = $2 WHERE comment_id = $1', 'DELETE FROM decision WHERE comment_id = $1 AND $2 <> id::text'])(
  'keeps the log as it was written: %s',
  async (sql) => {
    const comment = await makeComment(site)
    await decideComment(ctx, comment.id, { version: 1, act: { kind: 'approve' } })
    await expect(getDb().query(sql, [comment.id, 'somebody else'])).rejects.toThrow(
      'decision only grows: rows are never changed or deleted',
    )
    expect(await readDecisions(comment.id)).toMatchObject([{ actor_name: 'Mo' }])
  },
)

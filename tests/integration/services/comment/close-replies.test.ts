import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { listDecisionLog } from '@/lib/services/decision/list'
import { undoDecision } from '@/lib/services/decision/undo'
import { readFeed } from '@/lib/services/feed/read'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { closeReplies, findDecisionOf, openReplies, setReplies } from '@/tests/factories/closed-replies'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const WHY = 'Replies under this comment are closed'

let site: TestSite
let mo: Context
let article: MadeArticle

beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
  article = await makeArticle(site, { externalId: 'a' })
})

const readAll = async () => (await readFeed(site.asKey('read'), { after: 0, limit: 100, wait: 0 }, new AbortController().signal)).items

/** Sends comments as the CMS does; each with what became of it and why. */
async function send(...comments: { id: string; parent?: string }[]): Promise<Record<string, string>> {
  const sent = comments.map(({ id, parent }) => ({
    externalId: id,
    articleExternalId: 'a',
    body: `The bridge opens on Sunday, says ${id}`,
    ...(parent === undefined ? {} : { parentExternalId: parent }),
  }))
  const { items } = await ingestComments(site.asKey('ingest'), sent)
  const told = items.map((item): [string, string] => {
    const what = 'status' in item ? `${item.status}${item.reasons.includes(WHY) ? ', closed' : ''}` : item.outcome
    return [item.externalId ?? '', what]
  })
  return Object.fromEntries(told)
}

async function findComment(externalId: string): Promise<{ id: string; status: string }> {
  const [row] = await getDb().query<{ id: string; status: string }>(
    'SELECT id, status FROM comment WHERE site_id = $1 AND external_id = $2',
    [site.id, externalId],
  )
  if (!row) throw new Error(`${externalId} is not there`)
  return row
}

describe('closing the replies under a comment', () => {
  it('is in the log, the feed and the thread, and leaves the comment and its replies as they are', async () => {
    const parent = await makeComment(site, { article, externalId: 'p', status: 'published' })
    const reply = await makeComment(site, { parent, status: 'approved' })
    const decisionId = await findDecisionOf(await closeReplies(mo, parent.id, 1))
    const { decisions } = await listDecisionLog(mo, {})
    expect(decisions).toMatchObject([{ id: decisionId, kind: 'close_replies', by: 'Mo', comment: { id: parent.id } }])
    expect(await readAll()).toMatchObject([
      { id: decisionId, kind: 'close_replies', comment: { externalId: 'p', status: 'published', version: 2 }, article: null },
    ])
    const { thread, history } = await getCommentContext(mo, reply.id)
    expect(thread.entries.map(({ id, state, areRepliesClosed }) => [id, state.status, areRepliesClosed])).toEqual([
      [parent.id, 'published', true],
      [reply.id, 'approved', false],
    ])
    expect(history).toEqual([])
  })

  it('holds what comes beneath it, however deep, and nothing else', async () => {
    await send({ id: 'p' }, { id: 'other' }, { id: 'r', parent: 'p' })
    const parent = await findComment('p')
    await closeReplies(mo, parent.id, 1)
    expect(await send({ id: 'r1', parent: 'p' })).toEqual({ r1: 'pending, closed' })
    expect(
      await send(
        { id: 'r2', parent: 'r' },
        { id: 'r3', parent: 'r2' },
        { id: 'o1', parent: 'other' },
        { id: 'top' },
        { id: 'o2', parent: 'o1' },
      ),
    ).toEqual({ r2: 'pending, closed', r3: 'pending, closed', o1: 'published', top: 'published', o2: 'published' })
    // What was there is not asked again, also when it is sent again.
    expect(await send({ id: 'r', parent: 'p' })).toEqual({ r: 'published' })
    await openReplies(mo, parent.id, 2)
    expect(await send({ id: 'r4', parent: 'r1' })).toEqual({ r4: 'published' })
  })

  it('holds what came before its parent when the parent comes: what is public and unreviewed, as decisions of the policy', async () => {
    const closed = await makeComment(site, { article, externalId: 'p', status: 'published' })
    await closeReplies(mo, closed.id, 1)
    const early = [
      { id: 'r2', parent: 'r1' },
      { id: 'r3', parent: 'r2' },
      { id: 'r4', parent: 'r1' },
    ]
    expect(await send(...early, { id: 'o2', parent: 'o1' })).toEqual({ r2: 'published', r3: 'published', r4: 'published', o2: 'published' })
    const idOf = async (key: string) => (await findComment(key)).id
    await decideComment(mo, await idOf('r4'), { version: 1, act: { kind: 'approve' } })
    const { position = 0 } = (await readAll()).at(-1) ?? {}

    expect(await send({ id: 'r1', parent: 'p' }, { id: 'o1' })).toEqual({ r1: 'pending, closed', o1: 'published' })
    expect(await Promise.all(['r2', 'r3', 'r4', 'o2'].map(async (key) => (await findComment(key)).status))).toEqual([
      'pending',
      'pending',
      'approved',
      'published',
    ])
    const told = (await readAll()).filter((item) => item.position > position)
    expect(told.map(({ kind, by, comment }) => [kind, by.kind, comment?.externalId, comment?.status])).toEqual([
      ['hold', 'policy', expect.stringMatching(/^r[23]$/), 'pending'],
      ['hold', 'policy', expect.stringMatching(/^r[23]$/), 'pending'],
    ])
    const { row, history } = await getCommentContext(mo, await idOf('r3'))
    expect(row.findings.map(({ why }) => why)).toContain(WHY)
    expect(history).toMatchObject([{ kind: 'hold', by: 'Policy', note: WHY }])
    // Sent again it is as it was, and a person decides.
    expect(await send({ id: 'r1', parent: 'p' }, ...early)).toEqual({
      r1: 'pending, closed',
      r2: 'pending, closed',
      r3: 'pending, closed',
      r4: 'approved',
    })
    expect(await decideComment(mo, row.id, { version: row.version, act: { kind: 'approve' } })).toMatchObject({
      state: { status: 'approved' },
    })
  })

  it('is taken back as any decision, once, by whoever took it or an admin, while nothing came after it', async () => {
    const parent = await makeComment(site, { article, externalId: 'p', status: 'published' })
    const decisionId = await findDecisionOf(await closeReplies(mo, parent.id, 1))
    await expect(undoDecision(await site.as('moderator', 'Other'), decisionId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await undoDecision(mo, decisionId)).toMatchObject({ version: 3, areRepliesClosed: false })
    await expect(undoDecision(mo, decisionId)).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await send({ id: 'r', parent: 'p' })).toEqual({ r: 'published' })
    const again = await findDecisionOf(await closeReplies(mo, parent.id, 3))
    await decideComment(mo, parent.id, { version: 4, act: { kind: 'approve' } })
    await expect(undoDecision(await site.as('admin', 'Ada'), again)).rejects.toMatchObject({ code: 'conflict' })
    expect((await readAll()).map(({ kind }) => kind)).toEqual(['close_replies', 'undo', 'close_replies', 'approve'])
  })

  it('is refused to editors and keys, of a comment that is not there, and left out in a stale version or when it changes nothing', async () => {
    const parent = await makeComment(site, { article, status: 'published' })
    const elsewhere = await makeComment(await makeSite(), { status: 'published' })
    await expect(closeReplies(await site.as('editor'), parent.id, 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(closeReplies(site.asKey('ingest', 'read'), parent.id, 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(closeReplies(mo, elsewhere.id, 1)).rejects.toMatchObject({ code: 'not_found' })
    await expect(closeReplies(mo, parent.id, 0)).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await openReplies(mo, parent.id, 1)).outcomes).toMatchObject({ changed: 0, unchanged: 1 })
    await closeReplies(mo, parent.id, 1)
    expect((await closeReplies(mo, parent.id, 1)).outcomes).toMatchObject({ changed: 0, conflict: 1 })
    await expect(decideComment(mo, parent.id, { version: 1, act: { kind: 'approve' } })).rejects.toMatchObject({
      code: 'conflict',
      message: 'You closed the replies under this comment in the meantime.',
    })
    expect((await closeReplies(mo, parent.id, 2)).outcomes).toMatchObject({ changed: 0, unchanged: 1 })
    const [row] = await getDb().query<{ count: number }>('SELECT count(*) FROM decision WHERE site_id = $1', [site.id])
    expect(row?.count).toBe(1)
  })

  it('is decided by one of two at once', async () => {
    const parent = await makeComment(site, { article, status: 'published' })
    const other = await site.as('moderator', 'Other')
    const batches = await Promise.all([mo, other].map((ctx) => setReplies(ctx, parent.id, 1, true)))
    expect(batches.map(({ outcomes }) => outcomes.changed).sort()).toEqual([0, 1])
    const { decisions } = await listDecisionLog(mo, {})
    expect(decisions).toHaveLength(1)
  })
})

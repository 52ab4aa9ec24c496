import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as person from '@/lib/db/erasure/person'
import { HIGHEST_REVISION } from '@/lib/domain/edit'
import { listAuditEntries } from '@/lib/services/audit/list'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { listDecisionLog } from '@/lib/services/decision/list'
import { findErasureOf, getErasure } from '@/lib/services/erasure/find'
import { eraseCommenter, eraseKnownCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { readFeed } from '@/lib/services/feed/read'
import { addReport } from '@/lib/services/report/add'
import { makeArticle } from '@/tests/factories/article'
import { readIds } from '@/tests/factories/marked-person'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments, readRevisions } from '@/tests/factories/stored'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const AUTHOR = { externalId: 'u7', name: 'Nora' }

let site: TestSite
let at: number
beforeEach(async () => {
  at = NOW
  site = await makeSite(() => new Date(at))
  await makeArticle(site, { externalId: 'a' })
})

const message = (externalId: string, more: object = {}) => ({
  externalId,
  articleExternalId: 'a',
  body: `Text of ${externalId}`,
  author: AUTHOR,
  ...more,
})
const send = async (...items: object[]) =>
  (await ingestComments(site.asKey('ingest'), items)).items.map((item) => `${item.outcome} ${'status' in item ? item.status : ''}`.trim())
const erase = (externalId = 'u7') => eraseCommenter(site.asKey('privacy'), externalId)
const work = async (lot = 2) => {
  let lots = 0
  for (; await eraseNext(getDb(), new Date(at), lot); lots += 1);
  return lots
}
const count = async (table: string) =>
  (await getDb().query<{ rows: number }>(`SELECT count(*) AS rows FROM ${table} WHERE site_id = $1`, [site.id]))[0]?.rows
const readKinds = async () =>
  (await readFeed(site.asKey('read'), { after: 0, wait: 0, limit: 100 }, new AbortController().signal)).items.map(
    ({ kind, comment }) => `${kind} ${comment?.externalId ?? ''} ${comment?.status ?? ''} ${comment?.version ?? ''}`,
  )

describe('erasing a commenter', () => {
  it('takes who they are at once, and their comments in lots', async () => {
    await send(message('c1'), message('c2'), message('c3'), message('x', { author: { externalId: 'u8', name: 'Else' } }))
    const asked = await erase()
    expect(asked).toMatchObject({ state: 'running', comments: 3, erased: 0, finishedAt: null })
    expect(await readComments(site)).toMatchObject({ c1: { commenter: '', body: 'Text of c1' }, x: { commenter: 'Else' } })
    await eraseNext(getDb(), new Date(at), 2)
    expect(await findErasureOf(site.asKey('privacy'), 'u7')).toMatchObject({ state: 'running', comments: 3, erased: 2 })
    expect(await work()).toBe(1)
    expect(await getErasure(site.asKey('privacy'), asked.id)).toMatchObject({
      state: 'done',
      erased: 3,
      finishedAt: new Date(NOW).toISOString(),
    })
    const gone = { body: '', status: 'removed', commenter: null, revision: 1, sourceRevision: HIGHEST_REVISION, openReports: 0 }
    expect(await readComments(site)).toMatchObject({
      c1: gone,
      c2: gone,
      c3: gone,
      x: { body: 'Text of x', status: 'published', commenter: 'Else' },
    })
    expect(await count('commenter')).toBe(1)
  })

  it('tells the CMS of each that was not removed before, and keeps that in the log', async () => {
    await send(message('c1'), message('c2'), message('c3'))
    await removeComment(site.asKey('ingest'), 'c2')
    const mo = await site.as('moderator', 'Mo')
    const ids = await readIds(site)
    await decideComment(mo, ids['c3'] ?? '', { version: 1, act: { kind: 'reject', reason: 'spam' }, note: 'Nora again' })
    await erase()
    await work()
    expect((await readKinds()).sort()).toEqual(['erase c1 removed 3', 'erase c3 removed 4', 'reject c3 rejected 2'])
    const { decisions } = await listDecisionLog(mo, {})
    expect(decisions).toMatchObject([
      { kind: 'erase', by: 'test key' },
      { kind: 'erase' },
      { kind: 'reject', by: 'Mo', reason: 'spam', note: null },
    ])
    await expect(decideComment(mo, ids['c3'] ?? '', { version: 4, act: { kind: 'approve' } })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })

  it('is final for these comments: no revision brings one back, or tells who wrote it', async () => {
    await send(message('c1', { revision: 1 }))
    await send(message('c1', { revision: 2, body: 'Other' }))
    await erase()
    await work()
    const again = [{ revision: 2 }, { revision: 9 }, { revision: HIGHEST_REVISION }, {}, { postedAt: '2026-03-11T12:00:00Z', revision: 9 }]
    at += 2 * 86_400_000
    expect(await send(...again.map((more) => message('c1', more)))).toEqual(Array(5).fill('stale removed'))
    expect(await editComment(site.asKey('ingest'), 'c1', { body: 'Back', revision: 12 })).toMatchObject({
      outcome: 'stale',
      status: 'removed',
    })
    expect(await removeComment(site.asKey('ingest'), 'c1', 12)).toBe('stale')
    expect((await readComments(site))['c1']).toMatchObject({ body: '', commenter: null })
    expect([await readRevisions(site, 'c1'), await count('commenter')]).toEqual([[], 0])
  })

  it('keeps the threads', async () => {
    const reply = message('r', { author: { externalId: 'u8' }, parentExternalId: 'c1' })
    await send(message('c1'), reply)
    await erase()
    await work()
    await send({ ...reply, externalId: 'r2' })
    expect(await readComments(site)).toMatchObject({ r: { parent: 'c1', depth: 1 }, r2: { parent: 'c1', depth: 1, status: 'published' } })
  })

  it('keeps how often something was reported, and takes from their own reports who made them', async () => {
    await send(message('c1'), message('x', { author: { externalId: 'u8' } }))
    await addReport(site.asKey('ingest'), 'x', { reason: 'abuse', reporter: 'u7', note: 'Nora here' })
    await addReport(site.asKey('ingest'), 'x', { reason: 'abuse', reporter: 'u9', note: 'Other' })
    await addReport(site.asKey('ingest'), 'c1', { reason: 'spam', reporter: 'u9', note: 'Nora did it' })
    await erase()
    await work()
    expect((await readComments(site))['x']).toMatchObject({ openReports: 2, version: 1 })
    const reports = await getDb().query<object>(
      `SELECT reporter, note, external_id = id::text AS "isUnnamed", resolved_at IS NULL AS "isOpen" FROM report WHERE site_id = $1 ORDER BY id`,
      [site.id],
    )
    expect(reports).toEqual([
      { reporter: null, note: null, isUnnamed: true, isOpen: true },
      { reporter: 'u9', note: 'Other', isUnnamed: false, isOpen: true },
      { reporter: 'u9', note: null, isUnnamed: false, isOpen: false },
    ])
  })

  it('notes that it was asked for, and by whom, without a name', async () => {
    await send(message('c1'))
    await erase()
    expect((await listAuditEntries(await site.as('admin'))).entries).toMatchObject([
      { act: 'commenter.erase', actorName: 'test key', subjectName: '' },
    ])
  })
})

describe('what arrives after it', () => {
  it('is stored without text and name if it was written before, or says not when; what was written since is somebody new’s', async () => {
    await erase()
    const [before, since] = ['2026-03-10T11:00:00Z', '2026-03-10T12:30:00Z']
    at += 3_600_000
    const sent = [
      message('c1', { postedAt: before }),
      message('c2'),
      message('c3', { postedAt: since }),
      message('c1', { postedAt: before, revision: 4 }),
    ]
    expect(await send(...sent)).toEqual(['created removed', 'created removed', 'created published', 'stale removed'])
    const gone = { body: '', status: 'removed', commenter: null, sourceRevision: HIGHEST_REVISION }
    expect(await readComments(site)).toMatchObject({ c1: gone, c2: gone, c3: { body: 'Text of c3', commenter: 'Nora' } })
    expect(await send(message('c2', { revision: 5, postedAt: since }))).toEqual(['stale removed'])
  })

  it('tells of a comment that is here only that it was theirs, and is not told', async () => {
    await send(message('c1', { author: null }))
    await erase()
    expect(await send(message('c1', { revision: 2, body: 'Edited' }))).toEqual(['updated published'])
    expect([(await readComments(site))['c1']?.commenter, await count('commenter')]).toEqual([null, 0])
  })

  it('may be erased again, and asking twice counts until the second time', async () => {
    const first = await erase()
    expect(first).toMatchObject({ state: 'done', comments: 0, erased: 0 })
    at += 3_600_000
    expect(await erase()).toEqual({ ...first, erasedAt: new Date(at).toISOString() })
    expect([await count('erasure'), await count('audit_entry')]).toEqual([1, 1])
    expect(await send(message('c1', { postedAt: new Date(at - 60_000).toISOString() }))).toEqual(['created removed'])
    at += 3_600_000
    expect(await send(message('c2', { postedAt: new Date(at - 60_000).toISOString() }))).toEqual(['created published'])
    expect(await erase()).toMatchObject({ state: 'running', comments: 1 })
    await work()
    expect(await findErasureOf(site.asKey('privacy'), 'u7')).toMatchObject({ state: 'done', comments: 1, erased: 1 })
  })
})

it('leaves nothing half done when it is killed within a lot, and goes on from there', async () => {
  await send(message('c1'), message('c2'), message('c3'))
  await erase()
  const killed = vi.spyOn(person, 'disownComments').mockRejectedValueOnce(new Error('killed'))
  await expect(eraseNext(getDb(), new Date(at), 2)).rejects.toThrow('killed')
  killed.mockRestore()
  expect((await readComments(site))['c3']).toMatchObject({ body: 'Text of c3', status: 'published', version: 1 })
  expect([await count('decision'), await work()]).toEqual([0, 2])
  expect(await findErasureOf(site.asKey('privacy'), 'u7')).toMatchObject({ state: 'done', comments: 3, erased: 3 })
})

it('is for admins and keys with the scope privacy, on their own site', async () => {
  await send(message('c1'))
  const [known] = await getDb().query<{ id: string }>('SELECT id FROM commenter WHERE site_id = $1', [site.id])
  const id = known?.id ?? ''
  for (const ctx of [site.asKey('ingest', 'read', 'score'), await site.as('moderator'), await site.as('editor')]) {
    await expect(eraseCommenter(ctx, 'u7')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(eraseKnownCommenter(ctx, id, { name: 'Nora' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(findErasureOf(ctx, 'u7')).rejects.toMatchObject({ code: 'forbidden' })
  }
  const other = await makeSite()
  await eraseCommenter(other.asKey('privacy'), 'u7')
  await expect(eraseKnownCommenter(await other.as('admin'), id, { name: 'Nora' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(findErasureOf(site.asKey('privacy'), 'u7')).rejects.toMatchObject({ code: 'not_found' })
  await expect(erase(' ')).rejects.toMatchObject({ code: 'invalid_input' })
  expect((await readComments(site))['c1']).toMatchObject({ body: 'Text of c1', commenter: 'Nora' })
  expect(await eraseKnownCommenter(await site.as('admin'), id, { name: ' nora' })).toMatchObject({ state: 'running', comments: 1 })
  await expect(eraseKnownCommenter(await site.as('admin'), id, { name: ' nora' })).rejects.toMatchObject({ code: 'not_found' })
})

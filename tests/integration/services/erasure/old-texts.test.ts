import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { addAppeal } from '@/lib/services/appeal/add'
import { makeBatch } from '@/lib/services/batch/preview'
import { startBatch } from '@/lib/services/batch/start'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { undoDecision } from '@/lib/services/decision/undo'
import { eraseOldTexts } from '@/lib/services/erasure/old-texts'
import { tidyOnce } from '@/lib/services/instance/tidy'
import { reconcileArticle } from '@/lib/services/article/reconcile'
import { listRows } from '@/lib/services/queue/list-rows'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { updateSiteSettings } from '@/lib/services/site/update-settings'
import { makeArticle } from '@/tests/factories/article'
import { readIds } from '@/tests/factories/marked-person'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments, readRevisions } from '@/tests/factories/stored'

const START = Date.parse('2026-03-10T12:00:00Z')
const DAY = 86_400_000

let site: TestSite
let article: string
let at: number
beforeEach(async () => {
  at = START
  // Of the tests before.
  await getDb().query(`UPDATE site SET policy = '{"removedTextDays": null}'`)
  site = await makeSite(() => new Date(at))
  article = (await makeArticle(site, { externalId: 'a' })).id
  await send('c1', 'Old', 1)
  await send('c1', 'New', 2)
})

const send = async (externalId: string, body: string, revision: number) =>
  (
    await ingestComments(site.asKey('ingest'), [
      {
        externalId,
        articleExternalId: 'a',
        author: { externalId: 'u7', name: 'Nora' },
        body,
        revision,
        postedAt: new Date(at).toISOString(),
      },
    ])
  ).items.map((item) => item.outcome)
const set = async (days: { removedTextDays?: number | null; rejectedTextDays?: number | null }) => {
  const admin = await site.as('admin', 'Ada')
  const { name, policy, version } = await readSiteSettings(admin)
  await updateSiteSettings(admin, { name, policy: { ...policy, ...days }, version })
}
const expire = (lot?: number) => eraseOldTexts(getDb(), new Date(at), lot)
const bodies = async () =>
  Object.fromEntries(Object.entries(await readComments(site)).map(([key, { body, status }]) => [key, `${status} ${body}`]))

describe('the texts of comments that were deleted at their source', () => {
  it('go with their earlier texts after 30 days unless the site says otherwise, and no other', async () => {
    await send('c2', 'Stays', 1)
    await removeComment(site.asKey('ingest'), 'c1')
    at = START + 30 * DAY
    expect([await expire(), await bodies()]).toEqual([0, { c1: 'removed New', c2: 'published Stays' }])
    at += 1
    await tidyOnce(getDb(), new Date(at))
    expect([await bodies(), await readRevisions(site, 'c1')]).toEqual([{ c1: 'removed ', c2: 'published Stays' }, []])
    expect((await readComments(site))['c1']).toMatchObject({ commenter: 'Nora', sourceRevision: 2, version: 4 })
    expect(await expire()).toBe(0)
    expect(await reconcileArticle(await site.as('admin'), article)).toEqual([])
  })

  it('are counted from when they were first heard of, by lots, and stay where that is off', async () => {
    for (const key of ['c2', 'c3']) await send(key, 'Text', 1)
    for (const key of ['c1', 'c2', 'c3']) await removeComment(site.asKey('ingest'), key, 5)
    await removeComment(site.asKey('ingest'), 'late')
    at = START + 20 * DAY
    await removeComment(site.asKey('ingest'), 'c3', 6)
    await send('late', 'Came late', 1)
    await set({ removedTextDays: null })
    at = START + 400 * DAY
    expect(await expire()).toBe(0)
    await set({ removedTextDays: 385 })
    expect([await expire(1), await bodies()]).toEqual([3, { c1: 'removed ', c2: 'removed ', c3: 'removed ', late: 'removed Came late' }])
  })

  it('come back with a newer revision, as before, and are kept again', async () => {
    await removeComment(site.asKey('ingest'), 'c1', 3)
    at = START + 40 * DAY
    expect(await expire()).toBe(1)
    expect([await send('c1', 'New', 3), await send('c1', 'Back', 4)]).toEqual([['stale'], ['updated']])
    expect([await bodies(), await readRevisions(site, 'c1')]).toEqual([{ c1: 'published Back' }, []])
    at += 400 * DAY
    expect(await expire()).toBe(0)
  })
})

describe('the texts of comments that were rejected', () => {
  const reject = async (key = 'c1', version = 2) => {
    const mo = await site.as('admin', 'Mo')
    const id = (await readIds(site))[key] ?? ''
    return {
      mo,
      id,
      decisionId: (await decideComment(mo, id, { version, act: { kind: 'reject', reason: 'spam' }, note: 'New, again' })).decisionId,
    }
  }

  it('stay for ever unless the site says otherwise; then they go so long after the last decision', async () => {
    await reject()
    at = START + 500 * DAY
    expect(await expire()).toBe(0)
    await set({ rejectedTextDays: 500 })
    expect(await expire()).toBe(0)
    at += 1
    expect([await expire(), await bodies()]).toEqual([1, { c1: 'rejected ' }])
    const [note] = await getDb().query<{ note: string | null }>('SELECT note FROM decision WHERE site_id = $1', [site.id])
    expect(note).toEqual({ note: null })
    while ((await indexNextTexts(getDb(), 50)) > 0);
    expect(await reconcileArticle(await site.as('admin'), article)).toEqual([])
  })

  it('are decided on no more, nor appealed against', async () => {
    await set({ rejectedTextDays: 1 })
    const { mo, id, decisionId } = await reject()
    at += 2 * DAY
    expect(await expire()).toBe(1)
    await expect(decideComment(mo, id, { version: 4, act: { kind: 'approve' } })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(undoDecision(mo, decisionId)).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('erased') as string,
    })
    await expect(addAppeal(site.asKey('ingest'), 'c1', { statement: 'No!' })).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await bodies()).toEqual({ c1: 'rejected ' })
  })

  it('are offered no decision, and left out of what is decided together', async () => {
    await send('c2', 'Another', 1)
    await set({ rejectedTextDays: 1 })
    const { mo, id } = await reject()
    at += 2 * DAY
    await expire()
    const other = (await readIds(site)).c2 ?? ''
    const offered = async () =>
      Object.fromEntries((await listRows(mo, { ids: [id, other] })).map((row) => [row.id, row.allowed.length > 0]))
    expect(await offered()).toEqual({ [id]: false, [other]: true })
    expect((await getCommentContext(mo, id)).row.allowed).toEqual([])
    const items = [id, other].map((one) => ({ id: one, version: one === id ? 4 : 1 }))
    const named = await makeBatch(mo, { of: { kind: 'comments', items }, act: { kind: 'mark', mark: 'off_topic' }, isStarted: true })
    expect(named.outcomes).toMatchObject({ changed: 1, removed: 1 })
    const whole = await makeBatch(mo, {
      of: { kind: 'queue', queue: 'newest', filter: { status: ['rejected'], q: '' } },
      act: { kind: 'approve' },
    })
    expect((await startBatch(mo, whole.id, () => undefined)).outcomes).toMatchObject({ changed: 0, removed: 1 })
    expect(await bodies()).toMatchObject({ c1: 'rejected ' })
  })

  it('wait for the answer to an appeal', async () => {
    await set({ rejectedTextDays: 1 })
    await reject()
    await addAppeal(site.asKey('ingest'), 'c1', { statement: 'No!' })
    at += 2 * DAY
    expect([await expire(), await bodies()]).toEqual([0, { c1: 'rejected New' }])
  })
})

it('is set by admins, in whole days, and noted', async () => {
  await expect(set({ removedTextDays: 0 })).rejects.toMatchObject({ code: 'invalid_input' })
  await set({ removedTextDays: 90, rejectedTextDays: 180 })
  expect((await readSiteSettings(await site.as('admin'))).policy).toMatchObject({ removedTextDays: 90, rejectedTextDays: 180 })
  const [entry] = await getDb().query<object>('SELECT act, actor_name AS by FROM audit_entry WHERE site_id = $1', [site.id])
  expect(entry).toEqual({ act: 'site.update', by: 'Ada' })
})

import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OwnReasonInput } from '@/lib/contracts/own-reason'
import { getDb } from '@/lib/db/connection'
import { REJECT_REASONS } from '@/lib/domain/comment'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'
import { listAuditEntries } from '@/lib/services/audit/list'
import { decideExchange } from '@/lib/services/batch/exchange'
import { makeBatch } from '@/lib/services/batch/preview'
import { startBatch } from '@/lib/services/batch/start'
import { decideComment } from '@/lib/services/comment/decide'
import { listDecisionLog } from '@/lib/services/decision/list'
import { readFeed } from '@/lib/services/feed/read'
import { addOwnReason } from '@/lib/services/own-reason/add'
import { changeOwnReason } from '@/lib/services/own-reason/change'
import { listOwnReasons, listReasonsToChoose } from '@/lib/services/own-reason/list'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let moderator: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  ;[admin, moderator] = [await site.as('admin'), await site.as('moderator')]
})

const add = (label: string, message = '') => addOwnReason(admin, { label, message })
const change = (id: string, patch: Parameters<typeof changeOwnReason>[1]['patch']) => changeOwnReason(admin, { id, patch })
const reject = (reason: string) => ({ kind: 'reject', reason }) as const
const choices = () => listReasonsToChoose(moderator)

describe('the newsroom’s own reasons', () => {
  it('stand in the order they were added in, and can be moved, retired and used again', async () => {
    const [a, b, c] = [await add(' No source '), await add('Off the record', 'Please name who said so.'), await add('Names a child')]
    expect(await choices()).toEqual(['No source', 'Off the record', 'Names a child'])
    await change(c.id, { place: 0 })
    await change(a.id, { place: 2 })
    expect(await choices()).toEqual(['Names a child', 'Off the record', 'No source'])
    await change(b.id, { isRetired: true })
    expect(await choices()).toEqual(['Names a child', 'No source'])
    expect(await change(a.id, { message: ' Where is that from? ' })).toEqual({ ...a, label: 'No source', message: 'Where is that from?' })
    expect((await listOwnReasons(admin)).map(({ label, isRetired }) => [label, isRetired])).toEqual([
      ['Names a child', false],
      ['No source', false],
      ['Off the record', true],
    ])
    expect(await change(b.id, { isRetired: false })).toEqual({ ...b, isRetired: false })
    expect(await choices()).toEqual(['Names a child', 'No source', 'Off the record'])
    const { entries } = await listAuditEntries(admin)
    expect(entries.map(({ act }) => act).reverse()).toEqual([
      ...['reason.create', 'reason.create', 'reason.create', 'reason.move', 'reason.move'],
      ...['reason.retire', 'reason.change', 'reason.restore'],
    ])
  })

  it('are kept with the decision, in the log, the figures and the feed, also once they are retired', async () => {
    const [{ id }, comment] = [await add('No source', 'Please say where that is from.'), await makeComment(site)]
    await decideComment(moderator, comment.id, { version: 1, act: reject('No source') })
    await change(id, { isRetired: true })
    const { decisions } = await listDecisionLog(admin, {})
    expect(decisions.map(({ kind, reason }) => [kind, reason])).toEqual([['reject', 'No source']])
    const { items } = await readFeed(site.asKey('read'), { after: 0, limit: 10, wait: 0 }, new AbortController().signal)
    expect(items.map(({ reason, reasonText }) => [reason, reasonText])).toEqual([['No source', 'Please say where that is from.']])
    await foldArticleStats(getDb(), true)
    expect(await getDb().query('SELECT reason, decisions FROM article_decided WHERE site_id = $1', [site.id])).toEqual([
      { reason: 'No source', decisions: 1 },
    ])
  })

  it('cannot be chosen where they are not in use: alone, in a batch, in an exchange', async () => {
    const other = await (await makeSite()).as('admin')
    await addOwnReason(other, { label: 'Elsewhere' })
    const { id } = await add('No source')
    await change(id, { isRetired: true })
    const comment = await makeComment(site)
    const items = [{ id: comment.id, version: 1 }]
    for (const reason of ['No source', 'Elsewhere', 'Never was']) {
      const act = reject(reason)
      const refused = { code: 'not_allowed' }
      await expect(decideComment(moderator, comment.id, { version: 1, act })).rejects.toMatchObject(refused)
      for (const isStarted of [true, false])
        await expect(makeBatch(moderator, { of: { kind: 'comments', items }, act, isStarted })).rejects.toMatchObject(refused)
      await expect(decideExchange(moderator, { items: items.map((item) => ({ ...item, act })) })).rejects.toMatchObject(refused)
    }
    await change(id, { isRetired: false })
    const batch = await makeBatch(moderator, { of: { kind: 'comments', items }, act: reject('No source'), isStarted: true })
    expect(batch).toMatchObject({ title: 'Reject (No source)', outcomes: { changed: 1 } })
  })

  it('are refused for a batch that was previewed before they were retired', async () => {
    const [{ id: reasonId }, comment] = [await add('No source'), await makeComment(site)]
    const of = { kind: 'comments' as const, items: [{ id: comment.id, version: 1 }] }
    const { id } = await makeBatch(moderator, { of, act: reject('No source'), isStarted: false })
    const start = () => startBatch(moderator, id, () => undefined)
    await change(reasonId, { isRetired: true })
    await expect(start()).rejects.toMatchObject({ code: 'not_allowed' })
    await change(reasonId, { isRetired: false })
    expect(await start()).toMatchObject({ state: 'done', outcomes: { changed: 1 } })
  })

  it.each([...REJECT_REASONS, 'NO SOURCE'])('are refused where there is such a one: %s', async (label) => {
    const first = await add('No source')
    await change(first.id, { isRetired: true })
    await expect(add(label)).rejects.toMatchObject({ code: 'conflict' })
    expect(await listOwnReasons(admin)).toHaveLength(1)
  })

  it('are nine at most in use, also when many are added at once', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => add(`Reason ${index}`)))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(9)
    expect(await choices()).toHaveLength(9)
    const [first] = await listOwnReasons(admin)
    await change(first?.id ?? '', { isRetired: true })
    await add('One more')
    await expect(change(first?.id ?? '', { isRetired: false })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it.each<OwnReasonInput>([
    { label: '  ' },
    { label: 'x'.repeat(61) },
    { label: 'two\nlines' },
    { label: 'a\u0000b' },
    { label: 'fine', message: 'x'.repeat(1001) },
  ])('refuse %j', async (input) => {
    await expect(addOwnReason(admin, input)).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it.each(['moderator', 'editor'] as const)('are not for a %s to change', async (role) => {
    const person = await site.as(role)
    const { id } = await add('No source')
    await expect(addOwnReason(person, { label: 'Other' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(changeOwnReason(person, { id, patch: { isRetired: true } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listOwnReasons(person)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listReasonsToChoose(person)).toEqual(['No source'])
  })

  it('are of one site: another cannot change them, nor one that is not there', async () => {
    const { id } = await add('No source')
    const other = await (await makeSite()).as('admin')
    for (const [ctx, asked] of [
      [other, id],
      [admin, uuidv7()],
    ] as const)
      await expect(changeOwnReason(ctx, { id: asked, patch: { isRetired: true } })).rejects.toMatchObject({ code: 'not_found' })
    expect(await choices()).toEqual(['No source'])
  })
})

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DELETE as deleteCommenter } from '@/app/api/v1/commenters/[externalId]/route'
import { GET as getData } from '@/app/api/v1/desk/commenters/[id]/data/route'
import { GET as getPreview, POST } from '@/app/api/v1/desk/commenters/[id]/erasure/route'
import { GET as getErasure } from '@/app/api/v1/desk/erasures/[id]/route'
import type { Erasure } from '@/lib/contracts/erasure'
import { getDb } from '@/lib/db/connection'
import type { Role } from '@/lib/domain/actor'
import { ingestComments } from '@/lib/services/comment/ingest'
import { eraseNext } from '@/lib/services/erasure/work'
import * as logging from '@/lib/log'
import { addReport } from '@/lib/services/report/add'
import { addNote } from '@/lib/services/teamwork/note'
import { saveView } from '@/lib/services/teamwork/views'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { requestAs } from '@/tests/factories/requests'
import { makeSite, type TestSite } from '@/tests/factories/site'

const UNKNOWN_ID = '0199aaaa-0000-7000-8000-000000000000'

let site: TestSite
let id: string
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  const author = { externalId: 'u7', name: 'Nora Lee' }
  const message = { externalId: 'c1', articleExternalId: 'a', body: 'Text', author, revision: 1 }
  await ingestComments(site.asKey('ingest'), [message, { ...message, externalId: 'c2' }])
  await ingestComments(site.asKey('ingest'), [{ ...message, body: 'Other', revision: 2 }])
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM commenter WHERE site_id = $1', [site.id])
  id = row?.id ?? ''
})

const ask = async (role: Role, path: string, method = 'GET', body?: unknown) =>
  requestAs((await site.as(role, 'Ada')).actor, method, `/api/v1/desk/${path}`, body)

describe('the personal data of a commenter, on their page', () => {
  it('is counted before it is erased, with what names them beside', async () => {
    const admin = await site.as('admin')
    await addReport(site.asKey('ingest'), 'c2', { reason: 'spam', reporter: 'u7' })
    await addNote(admin, { about: { commenterId: id }, text: 'Known' })
    for (const address of [`queue=newest&commenter=${id}`, 'queue=newest&q=author%3A%22Nora+Lee%22', 'queue=held'])
      await saveView(admin, { name: address.slice(-9), address, isShared: false, place: 'queue' })
    const counts = { comments: 2, earlierTexts: 1, appeals: 0, reportsMade: 1, notes: 1, views: 2 }
    expect(await (await getPreview(await ask('admin', `commenters/${id}/erasure`))).json()).toEqual({ name: 'Nora Lee', counts })
  })

  it('is erased once the name is typed, and tells how far it has come', async () => {
    const wrong = await POST(await ask('admin', `commenters/${id}/erasure`, 'POST', { name: 'Nora' }))
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/name', detail: 'is not their name' }] }])
    const begun = await POST(await ask('admin', `commenters/${id}/erasure`, 'POST', { name: 'nora lee' }))
    const erasure = (await begun.json()) as Erasure
    expect([begun.status, erasure]).toMatchObject([202, { state: 'running', comments: 2, erased: 0 }])
    while (await eraseNext(getDb(), new Date()));
    expect(await (await getErasure(await ask('admin', `erasures/${erasure.id}`))).json()).toMatchObject({ state: 'done', erased: 2 })
    expect((await getPreview(await ask('admin', `commenters/${id}/erasure`))).status).toBe(404)
  })

  it('is a file', async () => {
    const answer = await getData(await ask('admin', `commenters/${id}/data?notes=true`))
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="commenter.json"'])
    expect(await answer.json()).toMatchObject({
      commenter: { externalId: 'u7', notes: [] },
      comments: [{ externalId: 'c2' }, { externalId: 'c1' }],
    })
  })

  it('is refused to all others with 403, to other sites’ pages too, and with 404 for what is not there', async () => {
    for (const role of ['moderator', 'editor'] as const) {
      expect((await getData(await ask(role, `commenters/${id}/data`))).status).toBe(403)
      expect((await getPreview(await ask(role, `commenters/${id}/erasure`))).status).toBe(403)
      expect((await POST(await ask(role, `commenters/${id}/erasure`, 'POST', { name: 'Nora Lee' }))).status).toBe(403)
      expect((await getErasure(await ask(role, `erasures/${id}`))).status).toBe(403)
    }
    const foreign = await ask('admin', `commenters/${id}/erasure`, 'POST', { name: 'Nora Lee' })
    foreign.headers.set('sec-fetch-site', 'cross-site')
    expect((await POST(foreign)).status).toBe(403)
    expect((await getData(await ask('admin', `commenters/${UNKNOWN_ID}/data`))).status).toBe(404)
    expect((await POST(await ask('admin', `commenters/${UNKNOWN_ID}/erasure`, 'POST', { name: 'Nora Lee' }))).status).toBe(404)
    expect((await getErasure(await ask('admin', `erasures/${UNKNOWN_ID}`))).status).toBe(404)
    const [row] = await getDb().query<{ name: string }>('SELECT name FROM commenter WHERE site_id = $1', [site.id])
    expect(row?.name).toBe('Nora Lee')
  })
})

it('is erased by a key without the id of the person in the log', async () => {
  const info = vi.fn()
  const spy = vi.spyOn(logging, 'log').mockReturnValue({ ...logging.log(), info })
  const answer = await deleteCommenter(apiRequest('DELETE', '/commenters/u7', { key: await makeKey(site, 'privacy') }))
  spy.mockRestore()
  expect([answer.status, info.mock.calls.length]).toEqual([202, 1])
  expect(info.mock.calls[0]?.[0]).toMatchObject({ method: 'DELETE', path: '/api/v1/commenters/…', status: 202 })
  expect(JSON.stringify(info.mock.calls)).not.toContain('u7')
})

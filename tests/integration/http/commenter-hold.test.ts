import { beforeEach, describe, expect, it } from 'vitest'
import { DELETE, PUT } from '@/app/api/v1/desk/commenters/[id]/hold/route'
import type { Role } from '@/lib/domain/actor'
import { getCommenter } from '@/lib/services/commenter/get'
import { ingestComments } from '@/lib/services/comment/ingest'
import { getDb } from '@/lib/db/connection'
import { makeArticle } from '@/tests/factories/article'
import { requestAs } from '@/tests/factories/requests'
import { makeSite, type TestSite } from '@/tests/factories/site'

const UNKNOWN_ID = '0199aaaa-0000-7000-8000-000000000000'

let site: TestSite
let id: string
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  await ingestComments(site.asKey('ingest'), [{ externalId: 'c', articleExternalId: 'a', body: 'Text', author: { externalId: 'u' } }])
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM commenter WHERE site_id = $1', [site.id])
  id = row?.id ?? ''
})

const ask = async (method: 'PUT' | 'DELETE', role: Role, body?: unknown, of = id) => {
  const { actor } = await site.as(role, 'Mo')
  return requestAs(actor, method, `/api/v1/desk/commenters/${of}/hold`, body)
}
const readHold = async () => (await getCommenter(await site.as('editor'), id)).record.hold

describe('the hold of a commenter over HTTP', () => {
  it('is put with a note, and deleted', async () => {
    const put = await PUT(await ask('PUT', 'moderator', { note: 'Again' }))
    expect(put.status).toBe(200)
    const answer = (await put.json()) as object
    expect(answer).toEqual({ hold: { at: expect.stringMatching(/^\d{4}-.*Z$/) as string, by: 'Mo', note: 'Again' } })
    expect(await readHold()).toMatchObject({ by: 'Mo', note: 'Again' })
    const deleted = await DELETE(await ask('DELETE', 'moderator'))
    expect([deleted.status, await deleted.text()]).toEqual([204, ''])
    expect(await readHold()).toBeNull()
  })

  it('is refused to strangers with 401, to editors with 403, to other sites’ pages with 403', async () => {
    const stranger = new Request((await ask('PUT', 'moderator')).url, { method: 'PUT', body: '{}' })
    expect((await PUT(stranger)).status).toBe(401)
    expect((await PUT(await ask('PUT', 'editor', { note: '' }))).status).toBe(403)
    for (const method of ['PUT', 'DELETE'] as const) {
      const request = await ask(method, 'moderator', { note: '' })
      request.headers.set('sec-fetch-site', 'cross-site')
      expect((await (method === 'PUT' ? PUT : DELETE)(request)).status).toBe(403)
    }
    expect(await readHold()).toBeNull()
  })

  it('says what is not there or not whole', async () => {
    for (const of of [UNKNOWN_ID, 'nonsense']) {
      expect((await PUT(await ask('PUT', 'moderator', { note: '' }, of))).status).toBe(404)
      expect((await DELETE(await ask('DELETE', 'moderator', undefined, of))).status).toBe(404)
    }
    for (const body of [{ note: 'x'.repeat(501) }, { note: 5 }, { note: '', until: 'tomorrow' }, 'held'])
      expect((await PUT(await ask('PUT', 'moderator', body))).status, JSON.stringify(body).slice(0, 40)).toBe(422)
    expect(await readHold()).toBeNull()
  })
})

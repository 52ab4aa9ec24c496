import { expect, it, vi } from 'vitest'
import * as admission from '@/lib/http/admission'
import { handlePostBulk } from '@/lib/http/api/post-bulk'
import { listApiKeys } from '@/lib/services/api-key/list'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

const make = admission.makeAdmission

it('a stream that stays open takes nothing more once its key is revoked, and says so', async () => {
  vi.spyOn(admission, 'makeAdmission').mockImplementation((request, siteId, permission) => make(request, siteId, permission, 0))
  const site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  const key = await makeKey(site, 'ingest')
  const input = new TransformStream<Uint8Array, Uint8Array>()
  const lines = input.writable.getWriter()
  const send = (externalId: string) =>
    lines.write(Buffer.from(`${JSON.stringify({ externalId, articleExternalId: 'a', body: `Text of ${externalId}` })}\n`))
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
  const init = { method: 'POST', headers, body: input.readable, duplex: 'half' }
  const answering = handlePostBulk(new Request('http://localhost/api/v1/comments/bulk', init))
  void send('before')
  const reader = (await answering).body?.getReader()
  const read = async () => JSON.parse(Buffer.from((await reader?.read())?.value ?? []).toString()) as object
  expect(await read()).toMatchObject({ externalId: 'before', outcome: 'created' })
  const admin = await site.as('admin')
  await revokeApiKey(admin, (await listApiKeys(admin))[0]?.id ?? '')
  void send('after').catch(() => undefined)
  expect(await read()).toEqual({ outcome: 'aborted', afterLine: 1, detail: 'This API key has since been revoked.' })
  expect((await reader?.read())?.done).toBe(true)
  expect(Object.keys(await readComments(site))).toEqual(['before'])
  vi.mocked(admission.makeAdmission).mockRestore()
})

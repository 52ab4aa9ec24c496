import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getAll, POST as postFile } from '@/app/api/v1/settings/imports/route'
import * as env from '@/lib/env'
import * as admission from '@/lib/http/admission'
import { closeSession } from '@/lib/services/session/close'
import { requestAs } from '@/tests/factories/requests'
import { makeSite } from '@/tests/factories/site'

const make = admission.makeAdmission
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-imports-'))
  vi.spyOn(env, 'dataPath').mockImplementation((...segments) => path.join(folder, ...segments))
  vi.spyOn(admission, 'makeAdmission').mockImplementation((request, siteId, permission) => make(request, siteId, permission, 0))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('a long upload ends once its sender was signed out: nothing of it is kept', async () => {
  const site = await makeSite()
  const [sender, other] = [await site.as('admin'), await site.as('admin')]
  const signed = await requestAs(sender.actor, 'POST', '/api/v1/settings/imports?name=a.csv')
  const input = new TransformStream<Uint8Array, Uint8Array>()
  const lines = input.writable.getWriter()
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: signed.headers, body: input.readable, duplex: 'half' }
  const answering = postFile(new Request(signed.url, init))
  await lines.write(Buffer.from('id,article_id,article_title,text\n'))
  await lines.write(Buffer.from('1,a,Fog,Sent before\n'))
  await closeSession(sender, sender.actor.sessionId)
  void lines.write(Buffer.from('2,a,Fog,Sent after\n')).catch(() => undefined)
  const response = await answering
  expect({ status: response.status, problem: (await response.json()) as unknown }).toMatchObject({
    status: 401,
    problem: {
      detail:
        'Whoever sends this file has been signed out meanwhile, or may no longer import. Nothing of it was kept: sign in and send it again.',
    },
  })
  expect(await readdir(path.join(folder, 'imports'))).toEqual([])
  expect(await (await getAll(await requestAs(other.actor, 'GET', '/api/v1/settings/imports'))).json()).toEqual({ imports: [] })
})

import { expect, it } from 'vitest'
import { GET as getAll, POST as postFile } from '@/app/api/v1/settings/imports/route'
import { requestAs } from '@/tests/factories/requests'
import { makeSite } from '@/tests/factories/site'

it('takes a file, and no form that holds one: its heads would be taken for lines of it', async () => {
  const admin = await (await makeSite()).as('admin')
  const signed = await requestAs(admin.actor, 'POST', '/api/v1/settings/imports')
  const headers = new Headers(signed.headers)
  headers.delete('content-type')
  const body = new FormData()
  body.append('file', new Blob(['id,article_id,text\nc1,a,Hello']), 'a.csv')
  const response = await postFile(new Request(`${signed.url}?name=a.csv`, { method: 'POST', headers, body }))
  expect(response.status).toBe(415)
  expect(await response.json()).toMatchObject({ detail: 'Send the file itself as the body, not a form that holds it.' })
  const listed = await getAll(await requestAs(admin.actor, 'GET', '/api/v1/settings/imports'))
  expect(await listed.json()).toEqual({ imports: [] })
})

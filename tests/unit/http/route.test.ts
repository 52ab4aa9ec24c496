import { expect, it } from 'vitest'
import { handleUnknownAddress } from '@/lib/http/unknown-address'
import { route } from '@/lib/http/route'

const ask = (method: string) => new Request('http://parley.test/api/v1/comments', { method })
const exported = route({ GET: () => Promise.resolve(new Response('read')), PATCH: handleUnknownAddress })

it('hands a method that the address has to its handler', async () => {
  expect(await (await exported.GET(ask('GET'))).text()).toBe('read')
  expect((await exported.PATCH(ask('PATCH'))).status).toBe(404)
})

it.each(['POST', 'PUT', 'DELETE'] as const)('refuses %s as a problem document that says what there is', async (method) => {
  const response = await exported[method](ask(method))
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD, PATCH, OPTIONS')
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toEqual({
    type: '/problems/method-not-allowed',
    title: 'Method not allowed',
    status: 405,
    detail: `${method} is not allowed here. Allowed: GET, HEAD, PATCH, OPTIONS.`,
  })
})

it('says what there is to whoever asks for that alone', async () => {
  const response = await exported.OPTIONS(ask('OPTIONS'))
  expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([204, 'GET, HEAD, PATCH, OPTIONS', ''])
})

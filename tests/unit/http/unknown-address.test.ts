import { expect, it } from 'vitest'
import { handleUnknownAddress } from '@/lib/http/unknown-address'

it('answers an address that is nobody’s with a problem document, whatever the method', async () => {
  for (const method of ['GET', 'POST', 'DELETE']) {
    const answer = await handleUnknownAddress(new Request('http://localhost/api/v1/nothing?key=secret', { method }))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toEqual({
      type: '/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is nothing at /api/v1/nothing.',
    })
  }
})

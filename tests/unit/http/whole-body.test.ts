import { expect, it } from 'vitest'
import { json, sharedJson } from '@/lib/http/handler'
import { leavingOf, type WholeAnswer } from '@/lib/http/whole-body'

it('is an answer like any other to whoever reads it', async () => {
  const make = () => json({ text: 'Grüße' }, 201)
  const answer = make()
  expect(answer).toBeInstanceOf(Response)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'application/json'])
  expect(await answer.json()).toEqual({ text: 'Grüße' })
  expect(answer.bodyUsed).toBe(true)
  await expect(answer.text()).rejects.toThrow(TypeError)
  expect(await make().text()).toBe('{"text":"Grüße"}')
  expect((await make().arrayBuffer()).byteLength).toBe(18)
  expect((await make().blob()).size).toBe(18)
  expect(await new Response(make().body).text()).toBe('{"text":"Grüße"}')
})

it('can be read twice by who makes a copy, with the headers that were added since', async () => {
  const answer = json({ a: 1 }, 409)
  answer.headers.set('retry-after', '7')
  const copy = answer.clone()
  expect(await answer.text()).toBe('{"a":1}')
  expect([copy.status, copy.headers.get('retry-after'), await copy.text()]).toEqual([409, '7', '{"a":1}'])
  expect((copy as WholeAnswer).whole).toBe('{"a":1}')
})

it('is written once where several are given the same, and still an answer of its own for each', async () => {
  const page = { text: 'Grüße' }
  const [one, other] = [sharedJson(page), sharedJson(page)]
  one.headers.set('x-of', 'one')
  expect([other.headers.get('x-of'), other.headers.get('content-type')]).toEqual([null, 'application/json'])
  expect((one as WholeAnswer).whole).toBe((other as WholeAnswer).whole)
  expect([await one.text(), await other.clone().text(), await other.json()]).toEqual(['{"text":"Grüße"}', '{"text":"Grüße"}', page])
  expect(await sharedJson({ text: 'Grüße' }).text()).toBe('{"text":"Grüße"}')
})

it('takes the signal of a request that brings its own', () => {
  const gone = new AbortController()
  const leaving = leavingOf(new Request('http://localhost/', { signal: gone.signal }))
  expect(leaving.aborted).toBe(false)
  gone.abort()
  expect(leaving.aborted).toBe(true)
})

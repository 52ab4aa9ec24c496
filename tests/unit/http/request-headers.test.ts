import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { refuseHeaders } from '@/lib/http/request-headers'

/** What the refusal of a request with these headers says; null when it is let in. */
async function refusal(...headers: [name: string, value: string][]): Promise<unknown> {
  const known = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))
  const refused = refuseHeaders({ headers: known, rawHeaders: headers.flat() } as unknown as IncomingMessage)
  return refused && ((await refused.json()) as { detail: string }).detail
}

it('lets in what can be understood in one way only', async () => {
  expect(await refusal(['Host', 'a'], ['Authorization', 'Bearer x'], ['Cookie', 'a'], ['Cookie', 'b'])).toBeNull()
  expect(await refusal(['Host', 'a'], ['Transfer-Encoding', 'Chunked '])).toBeNull()
})

it('refuses two of what says where a request goes or who sent it: a proxy may have gone by the other', async () => {
  expect(await refusal(['Host', 'a'], ['host', 'b'])).toBe('The header host stands there twice.')
  expect(await refusal(['Authorization', 'Bearer x'], ['AUTHORIZATION', 'Bearer x'])).toBe('The header authorization stands there twice.')
})

it('refuses a coding that it would not undo', async () => {
  const told = 'Transfer-Encoding can only be chunked. A packed body needs content-encoding: gzip.'
  expect(await refusal(['Transfer-Encoding', 'gzip, chunked'])).toBe(told)
  expect(await refusal(['Transfer-Encoding', 'identity'])).toBe(told)
})

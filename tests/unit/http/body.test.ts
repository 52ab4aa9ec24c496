import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readJson } from '@/lib/http/body'

const MEGABYTE = 1024 * 1024

/** A request whose body comes in these chunks, and how many of them were taken. */
function makeRequest(chunks: string[]): { request: Request; countTaken: () => number } {
  let taken = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const chunk = chunks[taken]
        if (chunk === undefined) return controller.close()
        taken += 1
        controller.enqueue(new TextEncoder().encode(chunk))
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { 'content-type': 'application/json' }
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
  return { request: new Request('http://localhost/', init), countTaken: () => taken }
}

it('gives an array its larger limit though white space comes in a chunk of its own', async () => {
  const text = 'x'.repeat(2 * MEGABYTE)
  const { request } = makeRequest(['  \n', '\t', `["${text}"]`])
  expect(await readJson(request)).toEqual([text])
})

it('reads a body that is too large to its end, so that the connection is free for the next request', async () => {
  const { request, countTaken } = makeRequest(Array.from({ length: 20 }, () => 'x'.repeat(MEGABYTE)))
  await expect(readJson(request)).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining('1 MB') as string })
  expect(countTaken()).toBe(20)
})

it('gives up on a body that does not end', async () => {
  const { request, countTaken } = makeRequest(Array.from({ length: 200 }, () => 'x'.repeat(MEGABYTE)))
  await expect(readJson(request)).rejects.toMatchObject({ code: 'too_large' })
  expect(countTaken()).toBe(65)
})

it('counts white space too', async () => {
  const { request } = makeRequest([' '.repeat(MEGABYTE), ' ', '[]'])
  await expect(readJson(request)).resolves.toEqual([])
  const long = makeRequest([`{${' '.repeat(MEGABYTE)}`, '}'])
  await expect(readJson(long.request)).rejects.toMatchObject({ code: 'too_large' })
})

function packed(body: Uint8Array<ArrayBuffer>, encoding = 'gzip'): Request {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
  return new Request('http://localhost/', { method: 'POST', headers, body })
}

it('unpacks gzip, within the same limits', async () => {
  await expect(readJson(packed(new Uint8Array(gzipSync('{"a":1}'))))).resolves.toEqual({ a: 1 })
  const large = new Uint8Array(gzipSync(`{"a":"${'x'.repeat(2 * MEGABYTE)}"}`))
  await expect(readJson(packed(large))).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining('1 MB') as string })
})

it('gives up a body that grows beyond reason, soon', async () => {
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(60 * MEGABYTE)))
  await expect(readJson(packed(bomb))).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining('200 times') as string })
})

it('says what is wrong with what it cannot unpack', async () => {
  await expect(readJson(packed(new Uint8Array(Buffer.from('x'))))).rejects.toMatchObject({ code: 'malformed' })
  const cut = new Uint8Array(gzipSync('{"a":1}').subarray(0, 20))
  await expect(readJson(packed(cut))).rejects.toMatchObject({ code: 'malformed' })
  await expect(readJson(packed(cut, 'br'))).rejects.toMatchObject({ code: 'unsupported_format' })
})

it('says of a body that broke off that its client did it, packed or not', async () => {
  for (const headers of [{}, { 'content-encoding': 'gzip' }]) {
    // As Next hands it on.
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('Premature close')) })
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, duplex: 'half' } as RequestInit
    await expect(readJson(new Request('http://localhost/', init))).rejects.toMatchObject({
      code: 'malformed',
      message: 'The request broke off within its body.',
    })
  }
})

it('takes an encoding without a name for none', async () => {
  const kept = (encoding: string) =>
    readJson(
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': encoding },
        body: '{"a":1}',
      }),
    )
  expect(await kept('')).toEqual({ a: 1 })
  expect(await kept('Identity')).toEqual({ a: 1 })
  await expect(kept('br')).rejects.toMatchObject({ message: 'Send the body as it is or with gzip, not with content-encoding: br.' })
})

import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withStaticFiles } from '@/lib/http/static-files'

const SCRIPT = 'console.log("read me")'
let server: Server
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'parley-static-'))
  await mkdir(path.join(dir, 'chunks'))
  await writeFile(path.join(dir, 'chunks/page.js.br'), brotliCompressSync(SCRIPT))
  await writeFile(path.join(dir, 'chunks/page.js.gz'), gzipSync(SCRIPT))
  await writeFile(path.join(dir, 'chunks/page.css.gz'), gzipSync('a{}'))
  const handle = withStaticFiles(dir, (_request, response) => Promise.resolve(void response.writeHead(418).end()))
  server = createServer((incoming, response) => void handle(incoming, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await rm(dir, { recursive: true })
})

async function ask(at: string, accepted?: string, method = 'GET') {
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
  const sent = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path: at, method, headers, agent: false }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece as Buffer)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }
}

it('sends the smaller of what the browser takes, to be kept for ever', async () => {
  const script = await ask('/_next/static/chunks/page.js?v=2', 'gzip, deflate, br, zstd')
  expect(script.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  expect(brotliDecompressSync(script.body).toString()).toBe(SCRIPT)
  for (const accepted of ['gzip', 'GZIP;q=0.5, br;q=0', 'br;q=0.0,gzip']) {
    const { headers, body } = await ask('/_next/static/chunks/page.js', accepted)
    expect(headers['content-encoding'], accepted).toBe('gzip')
    expect(gunzipSync(body).toString()).toBe(SCRIPT)
  }
  const style = await ask('/_next/static/chunks/page.css', 'br, gzip')
  expect(style.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/css; charset=utf-8' })
})

it('answers HEAD with the length and nothing else', async () => {
  const { headers, body } = await ask('/_next/static/chunks/page.js', 'br', 'HEAD')
  expect(headers['content-length']).toBe(String(brotliCompressSync(SCRIPT).length))
  expect(body).toHaveLength(0)
})

it.each([
  ['/_next/static/chunks/page.js', undefined, 'GET'],
  ['/_next/static/chunks/page.js', 'identity, brx', 'GET'],
  ['/_next/static/chunks/page.js', 'br', 'POST'],
  ['/_next/static/chunks/gone.js', 'br', 'GET'],
  ['/_next/static/chunks/page.js.br', 'br', 'GET'],
  ['/_next/static/../static/chunks/page.js', 'br', 'GET'],
  ['/queue', 'br', 'GET'],
])('leaves %s for %s by %s to Next', async (at, accepted, method) => {
  expect((await ask(at, accepted, method)).status).toBe(418)
})

import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createFront } from '@/lib/http/listener'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'

it('says in its answer that a stream broke off whose client reads on', async () => {
  const site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  const key = await makeKey(site, 'ingest')
  const front = createFront(() => Promise.reject(new Error('Next was asked.')))
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const socket = connect((front.address() as AddressInfo).port, '127.0.0.1')
  const piece = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
  const line = (externalId: string) => `${JSON.stringify({ externalId, articleExternalId: 'a', body: 'Text' })}\n`
  const head = `POST /api/v1/comments/bulk HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n`
  socket.write(head + piece(line('c1')))
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  // The answer has begun when the client closes its half, with a line that is not whole.
  while (!text.includes('"outcome":"created"')) await once(socket, 'data')
  socket.end(piece('{"externalId":"c2",'))
  await once(socket, 'close')
  const [, body = ''] = text.split('\r\n\r\n')
  const lines = body.split('\r\n').flatMap((one) => (one.startsWith('{') ? [JSON.parse(one) as unknown] : []))
  expect(lines).toEqual([
    expect.objectContaining({ line: 1, externalId: 'c1', outcome: 'created' }),
    { outcome: 'aborted', afterLine: 1, detail: 'The request broke off within its body.' },
  ])
  expect(text.endsWith('0\r\n\r\n')).toBe(true)
  front.closeAllConnections()
  front.close()
})

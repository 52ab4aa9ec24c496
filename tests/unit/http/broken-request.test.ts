import { PassThrough } from 'node:stream'
import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { refuseBroken } from '@/lib/http/broken-request'

function refuse(code: string, socket: PassThrough & { _httpMessage?: ServerResponse | null }) {
  refuseBroken(Object.assign(new Error('broken'), { code }), socket)
  return { isDestroyed: socket.destroyed, said: (socket.read() as Buffer | null)?.toString() ?? '' }
}

it('whoever is gone, or has a part of an answer, is told nothing, and the connection is given up', () => {
  const left = new PassThrough()
  left.end()
  const answered = Object.assign(new PassThrough(), { _httpMessage: { headersSent: true } as ServerResponse })
  expect([refuse('HPE_INVALID_METHOD', left), refuse('ECONNRESET', new PassThrough()), refuse('HPE_INVALID_METHOD', answered)]).toEqual(
    Array(3).fill({ isDestroyed: true, said: '' }),
  )
})

it('anybody else is told what is wrong', () => {
  const { isDestroyed, said } = refuse('HPE_HEADER_OVERFLOW', new PassThrough())
  expect(isDestroyed).toBe(false)
  expect(said).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\nContent-Type: application\/problem\+json\r\n/)
})

import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from '../contracts/problem'
import { tellHalfClosed } from './half-closed'
import { describeProblem } from './problem'

/** What Node's parser calls a fault, as it is told; the rest is told as a request that is none. */
const TOLD: Record<string, Pick<Problem, 'type' | 'title' | 'status' | 'detail'>> = {
  HPE_HEADER_OVERFLOW: {
    type: '/problems/headers-too-large',
    title: 'Headers too large',
    status: 431,
    detail: 'The address and the headers of a request may have 16 KB together.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    type: '/problems/too-slow',
    title: 'Too slow',
    status: 408,
    detail: 'The request did not come to its end in time. Nothing of it was kept.',
  },
  HPE_INVALID_EOF_STATE: { ...describeProblem('malformed'), detail: 'The request broke off before its end.' },
}

/**
 * What no request could be made of, or what ends midway, is refused in the form of every other refusal; Node by itself would send a bare
 * 400. Whoever has a part of an answer is told in it that the request
 * broke off, if its body is being read; else, or when gone, nothing. For the event `clientError` of a server.
 */
export function refuseBroken({ code = '' }: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: ServerResponse | null }): void {
  const answer = socket._httpMessage?.headersSent === true ? socket._httpMessage : null
  if (answer !== null && code === 'HPE_INVALID_EOF_STATE' && socket.writable && tellHalfClosed(answer, socket)) return
  if (!socket.writable || code === 'ECONNRESET' || answer !== null) {
    socket.destroy()
    return
  }
  const problem = TOLD[code] ?? { ...describeProblem('malformed'), detail: 'This is no request of HTTP/1.1.' }
  const body = JSON.stringify(problem satisfies Problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

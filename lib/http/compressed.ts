import { DomainError } from '../domain/errors'
import { gunzip } from '../services/import/gunzip'
import { keptBody } from './whole-body'

const MEGABYTE = 1024 * 1024

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * The bytes of a request as they were before `content-encoding: gzip`, piece by piece.
 *
 * @param maxBytes how many there may be, expanded
 * @throws DomainError unsupported_format for another encoding; while it is read: too_large, malformed
 */
export function readExpanded(request: Request, maxBytes: number): AsyncIterable<Uint8Array> {
  // An older name of the same (RFC 9110, 8.4.1.3). An empty list names none.
  const named = (request.headers.get('content-encoding') ?? '')
    .trim()
    .toLowerCase()
    .replace(/^x-gzip$/, 'gzip')
  const encoding = named === '' ? 'identity' : named
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new DomainError('unsupported_format', `Send the body as it is or with gzip, not with content-encoding: ${encoding.slice(0, 20)}.`)
  const kept = keptBody(request)
  const body = kept ? [kept] : readStream(request.body)
  return limit(encoding === 'gzip' ? gunzip(body) : body, maxBytes)
}

/** That a client did not send its body to the end is nobody's fault here. Our own listener says so itself; Next hands on what Node says. */
async function* readStream(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return
  try {
    yield* body as unknown as AsyncIterable<Uint8Array>
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('malformed', 'The request broke off within its body.')
  }
}

async function* limit(source: Pieces, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw new DomainError('too_large', `The body is larger than ${Math.round(maxBytes / MEGABYTE)} MB.`)
    yield chunk
  }
}

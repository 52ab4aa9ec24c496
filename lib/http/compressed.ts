import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DomainError } from '../domain/errors'
import { keptBody } from './whole-body'

const MEGABYTE = 1024 * 1024
/** Text seldom shrinks to less than a twentieth; what grows more than this, beyond a first allowance, is a bomb. */
const MAX_RATIO = 200
const RATIO_FROM = 10 * MEGABYTE

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * The bytes of a request as they were before `content-encoding: gzip`, piece by piece.
 *
 * @param maxBytes what they may come to, expanded
 * @throws DomainError unsupported_format for another encoding; while it is read: too_large, malformed
 */
export function readExpanded(request: Request, maxBytes: number): AsyncIterable<Uint8Array> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new DomainError('unsupported_format', `Send the body as it is or with gzip, not with content-encoding: ${encoding.slice(0, 20)}.`)
  const kept = keptBody(request)
  const body = kept ? [kept] : ((request.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>)
  return limit(encoding === 'gzip' ? expand(body) : body, maxBytes)
}

async function* limit(source: Pieces, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw new DomainError('too_large', `The body is larger than ${Math.round(maxBytes / MEGABYTE)} MB.`)
    yield chunk
  }
}

async function* expand(source: Pieces): AsyncGenerator<Uint8Array> {
  const sizes = { packed: 0, expanded: 0 }
  const gunzip = createGunzip()
  const packed = Readable.from(countInto(sizes, source), { objectMode: false })
  packed.on('error', (error) => gunzip.destroy(error))
  packed.pipe(gunzip)
  try {
    for await (const chunk of gunzip) {
      sizes.expanded += (chunk as Buffer).length
      if (sizes.expanded > RATIO_FROM && sizes.expanded > sizes.packed * MAX_RATIO)
        throw new DomainError('too_large', `The body grows to more than ${MAX_RATIO} times its size.`)
      yield chunk as Buffer
    }
  } catch (error) {
    if (isZlibError(error)) throw new DomainError('malformed', 'The body is not valid gzip, or it is cut off.')
    throw error
  } finally {
    packed.destroy()
    gunzip.destroy()
  }
}

async function* countInto(sizes: { packed: number }, source: Pieces): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    sizes.packed += chunk.length
    yield chunk
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
}

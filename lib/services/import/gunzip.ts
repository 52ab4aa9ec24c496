import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DomainError } from '../../domain/errors'

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Text seldom shrinks to less than a twentieth; what grows more than this, beyond a first allowance, is a bomb. */
const MAX_RATIO = 200
const RATIO_FROM = 10 * 1024 * 1024

/**
 * What was packed with gzip, piece by piece.
 *
 * @throws DomainError while it is read: too_large when it grows beyond reason; malformed when it is no gzip or is cut off, after
 *   what could be unpacked
 */
export async function* gunzip(source: Pieces): AsyncGenerator<Uint8Array> {
  const sizes = { packed: 0, expanded: 0, unpadded: 0 }
  const unpacking = createGunzip()
  const packed = Readable.from(countInto(sizes, source), { objectMode: false })
  packed.on('error', (error) => unpacking.destroy(error))
  packed.pipe(unpacking)
  try {
    for await (const chunk of unpacking) {
      sizes.expanded += (chunk as Buffer).length
      if (sizes.expanded > RATIO_FROM && sizes.expanded > sizes.packed * MAX_RATIO)
        throw new DomainError('too_large', `What is packed here grows to more than ${MAX_RATIO} times its size.`)
      yield chunk as Buffer
    }
    // zlib passes over all that stands behind a zero, be it padding or another part that begins wrong.
    if (sizes.unpadded > unpacking.bytesWritten) throw new DomainError('malformed', 'What follows the end of this gzip data is not gzip.')
  } catch (error) {
    if (isZlibError(error)) throw new DomainError('malformed', 'This is not valid gzip, or it is cut off.')
    throw error
  } finally {
    packed.destroy()
    unpacking.destroy()
  }
}

/** @param sizes `unpadded` without the zeros at the end */
async function* countInto(sizes: { packed: number; unpadded: number }, source: Pieces): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const last = chunk.findLastIndex((byte) => byte !== 0)
    if (last !== -1) sizes.unpadded = sizes.packed + last + 1
    sizes.packed += chunk.length
    yield chunk
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
}

import { DomainError } from '../domain/errors'
import { readExpanded } from './compressed'

const MEGABYTE = 1024 * 1024
/** One object, and an array of up to 1,000: the first byte of the body tells which it is. */
const OBJECT_LIMIT = MEGABYTE
const ARRAY_LIMIT = 8 * MEGABYTE
/** Up to here a body that is too large is read to its end and dropped: left unread, it blocks the connection's next request. */
const DISCARD_LIMIT = 64 * MEGABYTE

/**
 * The JSON value in the request's body.
 *
 * @throws DomainError too_large (1 MB for an object, 8 MB for an array, unpacked), unsupported_format for another media
 *   type or encoding than gzip, malformed for text that is not UTF-8 or not JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  return parseJson(await readJsonText(request))
}

/** The same, as it was sent: for who has to verify a signature over it. */
export async function readJsonText(request: Request): Promise<string> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new DomainError('unsupported_format', 'Send content-type: application/json.')
  return readText(readExpanded(request, DISCARD_LIMIT))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // V8 quotes the input in its message; the position is enough and gives no text away.
    const position = /position \d+/.exec(error instanceof Error ? error.message : '')?.[0]
    throw new DomainError('malformed', `The body is not JSON${position ? ` (${position})` : ''}.`)
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  let limit = OBJECT_LIMIT
  let isLimitKnown = false
  for await (const bytes of body) {
    // A first small chunk may be white space alone, which does not tell yet.
    const first: number | undefined = isLimitKnown ? undefined : firstByte(bytes)
    if (first === 0x5b /* [ */) limit = ARRAY_LIMIT
    isLimitKnown ||= first !== undefined
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
    else chunks.length = 0
  }
  if (size > limit) throw new DomainError('too_large', `The body is larger than ${limit / MEGABYTE} MB. Nothing of it was kept.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new DomainError('malformed', 'The body is not valid UTF-8.')
  }
}

/** The first byte that is not JSON's white space. */
function firstByte(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
}

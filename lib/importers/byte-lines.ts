import { type ByteSource } from './import-record'

/** One line of a file, without its line end. `bytes` is null when it is longer than the caller can take. */
interface ByteLine {
  number: number
  bytes: Buffer | null
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * The lines of a file, split at LF or CRLF. Byte order marks are taken off, also where files were put one behind the other; UTF-16 becomes
 * UTF-8. Only the current line is held in memory, and never more than `maxBytes` of it.
 */
export async function* readByteLines(source: ByteSource, maxBytes: number): AsyncGenerator<ByteLine> {
  let number = 1
  let parts: Buffer[] = []
  let size = 0
  const take = (): ByteLine => {
    const whole = size > maxBytes ? null : Buffer.concat(parts)
    parts = []
    size = 0
    const bytes = whole && hasUtf8Mark(whole) ? whole.subarray(UTF8_MARK.length) : whole
    return { number: number++, bytes: bytes?.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes }
  }
  for await (const chunk of readUtf8Bytes(source)) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED)) {
      keep(rest.subarray(0, end))
      yield take()
      rest = rest.subarray(end + 1)
    }
    keep(rest)
  }
  if (size > 0) yield take()

  function keep(piece: Buffer): void {
    if (piece.length === 0) return
    size += piece.length
    if (size <= maxBytes) parts.push(piece)
    else parts = []
  }
}

/** The first bytes of a source (up to `count`), and a source that still has all of them. */
export async function peekBytes(source: ByteSource, count: number): Promise<{ head: Buffer; source: ByteSource }> {
  const iterator: AsyncIterator<Uint8Array, unknown> = source[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let size = 0
  while (size < count) {
    const next = await iterator.next()
    if (next.done) break
    seen.push(next.value)
    size += next.value.length
  }
  const whole = (async function* (): AsyncGenerator<Uint8Array> {
    yield* seen
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  })()
  return { head: Buffer.concat(seen).subarray(0, count), source: whole }
}

const UTF8_MARK = [0xef, 0xbb, 0xbf]
const hasUtf8Mark = (bytes: Uint8Array) => bytes[0] === UTF8_MARK[0] && bytes[1] === UTF8_MARK[1] && bytes[2] === UTF8_MARK[2]

/** How many of the first bytes tell the encoding. */
const TELLING_BYTES = 4

/**
 * Which Unicode encoding the first bytes announce: by a byte order mark, and how long that mark is, or as UTF-16 by the zero bytes beside
 * the first two letters, which are ASCII in all that Parley reads. Null when nothing is announced.
 */
export function readEncoding(head: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number } | null {
  if (hasUtf8Mark(head)) return { encoding: 'utf-8', length: UTF8_MARK.length }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  const zeros = Array.from(head.subarray(0, TELLING_BYTES), (byte) => (byte === 0 ? '0' : 'x')).join('')
  if (zeros === 'x0x0') return { encoding: 'utf-16le', length: 0 }
  return zeros === '0x0x' ? { encoding: 'utf-16be', length: 0 } : null
}

/** The bytes without a byte order mark; UTF-16 becomes UTF-8. What they hold is not looked at. */
export async function* readUtf8Bytes(source: ByteSource): AsyncGenerator<Uint8Array> {
  const { head, source: whole } = await peekBytes(source, TELLING_BYTES)
  const mark = readEncoding(head)
  if (mark === null || mark.encoding === 'utf-8') {
    yield* skipBytes(whole, mark?.length ?? 0)
    return
  }
  const decoder = new TextDecoder(mark.encoding)
  const encoder = new TextEncoder()
  for await (const chunk of whole) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  yield encoder.encode(decoder.decode())
}

/** So much of a file has a line's end in it, or has none. */
const ENDING_BYTES = 64 * 1024

/** The same bytes, with the lines of old Macs, which end in CR alone, ended by LF. A file is of those if it begins without any LF. */
export async function* endLinesInLineFeeds(source: ByteSource): AsyncGenerator<Uint8Array> {
  const { head, source: whole } = await peekBytes(readUtf8Bytes(source), ENDING_BYTES)
  // What has its LF beyond the head is no line of theirs.
  const seen = head.at(-1) === CARRIAGE_RETURN && head.length >= ENDING_BYTES ? head.subarray(0, -1) : head
  const isOfOldMacs = seen.includes(CARRIAGE_RETURN) && !seen.includes(LINE_FEED)
  for await (const chunk of whole) yield isOfOldMacs ? chunk.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte)) : chunk
}

async function* skipBytes(source: ByteSource, count: number): AsyncGenerator<Uint8Array> {
  let left = count
  for await (const chunk of source) {
    yield chunk.subarray(Math.min(left, chunk.length))
    left = Math.max(0, left - chunk.length)
  }
}

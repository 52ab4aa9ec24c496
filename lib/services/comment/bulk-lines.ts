import { readByteLines } from '../../importers/byte-lines'
import type { ByteSource } from '../../importers/import-record'
import { decodeUtf8 } from '../../importers/line-decoder'

/** One line of a stream: an article or a comment still to be checked, or what is wrong with it. */
export type BulkLine =
  | { kind: 'article'; line: number; externalId: unknown; input: unknown; bytes: number }
  | { kind: 'comment'; line: number; input: unknown }
  | { kind: 'invalid'; line: number; message: string }

/** An article's body has at most 500,000 characters, each of up to six bytes when it is escaped. */
const MAX_LINE_BYTES = 4 * 1024 * 1024

/** The first bytes of what is packed with gzip. */
const GZIP = [0x1f, 0x8b] as const

/** The lines of an NDJSON stream, in order; blank ones are passed over but counted. */
export async function* readBulkLines(source: ByteSource): AsyncGenerator<BulkLine> {
  for await (const { number: line, bytes } of readByteLines(source, MAX_LINE_BYTES)) {
    if (bytes === null) yield { kind: 'invalid', line, message: 'is longer than 4 MB' }
    else if (!isBlank(bytes)) yield readLine(line, bytes)
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 1000 && bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

function readLine(line: number, bytes: Buffer): BulkLine {
  if (bytes[0] === GZIP[0] && bytes[1] === GZIP[1])
    return { kind: 'invalid', line, message: 'is packed with gzip. Send content-encoding: gzip with it' }
  const text = decodeUtf8(bytes)
  if (text === null) return { kind: 'invalid', line, message: 'is not valid UTF-8' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'invalid', line, message: `is not JSON${guessWhy(text)}` }
  }
  if (Array.isArray(value)) return { kind: 'invalid', line, message: 'is a list. Send one object a line' }
  if (typeof value !== 'object' || value === null) return { kind: 'invalid', line, message: 'is not a JSON object' }
  if (!('type' in value)) return { kind: 'comment', line, input: value }
  const { type, ...input } = value
  if (type === 'comment') return { kind: 'comment', line, input }
  if (type !== 'article') return { kind: 'invalid', line, message: 'has a type that is neither article nor comment' }
  const { externalId, ...article } = input as { externalId?: unknown }
  return { kind: 'article', line, externalId, input: article, bytes: bytes.length }
}

/** What is most often wrong with what is no NDJSON: lines of old Macs, a list of objects, an object over several lines. */
function guessWhy(text: string): string {
  if (/\r(?!$)/.test(text)) return '. Lines end with LF (\\n), not with CR (\\r)'
  if (/^\s*[[\],]/.test(text) || /[,\]]\s*$/.test(text))
    return ' by itself. Send one object a line, with no commas or brackets between them'
  return /^\s*\{\s*$/.test(text) ? ' by itself. Send each object whole, on one line' : ''
}

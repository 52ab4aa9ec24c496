import { peekBytes, readEncoding } from './byte-lines'
import type { ByteSource } from './import-record'
import { decodeUtf8, hasUtf8, LineDecoder } from './line-decoder'

/** A piece of the file's text, and what is to be told of it. */
interface TextPiece {
  text: string
  remark: string | null
}

const AS_WINDOWS_1252 = 'This file is not the UTF-8 it should be; from here on it is read as Windows-1252.'
const DAMAGED = 'Some bytes on this line cannot be read; \ufffd stands for them.'
const TAG_START = 0x3c
/** Scripts without spaces may go on for some thousand bytes. */
const LONGEST_WITHOUT_ASCII = 1024 * 1024

/**
 * The text of an XML file, by its byte order mark, the encoding it declares, or as UTF-8. What is to be UTF-8 and is not was mostly saved by
 * an old Windows program, or is damaged in one place (line-decoder.ts has how the two are told apart).
 */
export async function* decodeXml(source: ByteSource): AsyncGenerator<TextPiece> {
  const { head, source: whole } = await peekBytes(source, 200)
  const declared = /^[^<]{0,8}<\?xml[^>]*encoding=["']([\w.:-]{1,40})["']/.exec(head.toString('latin1'))?.[1]
  const decoder = createDecoder(readEncoding(head)?.encoding, declared)
  if (decoder.encoding === 'utf-8') yield* decodeUtf8Pieces(whole)
  else {
    for await (const chunk of whole) yield { text: decoder.decode(chunk, { stream: true }), remark: null }
    yield { text: decoder.decode(), remark: null }
  }
}

/** A file whose first bytes do not show UTF-16 is none, whatever it says: programs that saved it anew left the declaration as it was. */
function createDecoder(shown: string | undefined, declared = 'utf-8'): TextDecoder {
  if (shown !== undefined) return new TextDecoder(shown)
  try {
    const decoder = new TextDecoder(declared)
    return decoder.encoding.startsWith('utf-16') ? new TextDecoder() : decoder
  } catch {
    return new TextDecoder()
  }
}

async function* decodeUtf8Pieces(source: ByteSource): AsyncGenerator<TextPiece> {
  const reader = new MixedReader()
  let rest = Buffer.alloc(0)
  for await (const chunk of source) {
    const bytes = Buffer.concat([rest, chunk])
    const end = findLastAscii(bytes) + 1
    yield* reader.read(bytes.subarray(0, end))
    rest = bytes.subarray(end)
  }
  yield* reader.read(rest)
}

/** No sign of several bytes, in UTF-8 or Windows-1252, goes on after one of ASCII. Where there is none, the end of the bytes has to do. */
function findLastAscii(bytes: Buffer): number {
  const at = bytes.findLastIndex((byte) => byte < 0x80)
  return at === -1 && bytes.length > LONGEST_WITHOUT_ASCII ? bytes.length - 1 : at
}

/** Reads what should be UTF-8: in one go where it is, else tag by tag. */
class MixedReader {
  readonly #decoder = new LineDecoder()
  #hasTold1252 = false

  read(bytes: Buffer): TextPiece[] {
    if (decodeUtf8(bytes) !== null && !bytes.includes(0)) return [this.#decode(bytes, true)]
    const parts = splitAtTags(bytes)
    if (hasUtf8(parts)) this.#decoder.expectUtf8()
    return parts.map((part) => this.#decode(part, decodeUtf8(part) !== null))
  }

  #decode(bytes: Buffer, isUtf8: boolean): TextPiece {
    const { text, isDamaged } = this.#decoder.decode(bytes)
    if (isDamaged) return { text, remark: DAMAGED }
    if (this.#hasTold1252 || isUtf8) return { text, remark: null }
    this.#hasTold1252 = true
    return { text, remark: AS_WINDOWS_1252 }
  }
}

function splitAtTags(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let from = 0; from < bytes.length;) {
    const next = bytes.indexOf(TAG_START, from + 1)
    const end = next === -1 ? bytes.length : next
    parts.push(bytes.subarray(from, end))
    from = end
  }
  return parts
}

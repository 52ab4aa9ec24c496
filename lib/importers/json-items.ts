import { readUtf8Bytes } from './byte-lines'
import { type ByteSource } from './import-record'
import { ItemBeginnings, type Begun } from './item-beginnings'

/** One object of a list, or what is wrong with the file at a line. */
type JsonItem = { line: number; list: string; bytes: Buffer } | { line: number; problem: string; isLost: boolean }

const [QUOTE, BACKSLASH, LINE_FEED, COMMA] = [0x22, 0x5c, 0x0a, 0x2c]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]
/** Longer keys are none that we know. */
const MAX_KEY = 100
const ITEM_DEPTH = 3

/**
 * The objects in the lists of one large JSON object, such as `{"comments": [{…}, {…}], "commenters": [{…}]}`, one after
 * the other, with the name of their list. Only the current object is held in memory, and never more than `maxBytes` of
 * it. Whether an object is right is the caller's to find out: one that is not does not hide the next.
 *
 * @param firstKeys by list, the key that its objects begin with and nothing else does, where the format has one. Then an object that
 *   is not closed, or closed twice, costs itself and no other: what follows is known by its beginning, since a text cannot hold
 *   that key's quotation marks unescaped.
 */
export async function* readJsonItems(
  source: ByteSource,
  maxBytes: number,
  firstKeys: Readonly<Record<string, string>>,
): AsyncGenerator<JsonItem> {
  const scanner = new ItemScanner(maxBytes, firstKeys)
  for await (const chunk of readUtf8Bytes(source)) yield* scanner.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  yield* scanner.end()
}

class ItemScanner {
  #line = 1
  /** 1 within the outer object, 2 within one of its lists, 3 and more within an item. */
  #depth = 0
  #isInString = false
  #isEscaped = false
  #key: number[] = []
  #parts: Buffer[] = []
  #size = 0
  #itemLine = 1
  #hasToldStray = false
  #hasToldRest = false
  readonly #beginnings: ItemBeginnings

  constructor(
    private readonly maxBytes: number,
    firstKeys: Readonly<Record<string, string>>,
  ) {
    this.#beginnings = new ItemBeginnings(firstKeys)
  }

  *push(chunk: Buffer): Generator<JsonItem> {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (byte === LINE_FEED) this.#line += 1
      const begun = this.#beginnings.push(byte, this.#line, this.#depth === ITEM_DEPTH - 1 && !this.#isInString)
      if (begun !== null) {
        yield this.#beginAgain(begun)
        from = at + 1
      } else if (this.#isInString) this.#readString(byte)
      else if (byte === QUOTE) this.#beginString()
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        this.#depth += 1
        if (this.#depth !== ITEM_DEPTH) continue
        this.#itemLine = this.#line
        from = at
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (this.#depth > 0) this.#depth -= 1
        if (this.#depth !== ITEM_DEPTH - 1) continue
        this.#keep(chunk.subarray(from, at + 1))
        yield this.#take()
      } else if (this.#depth === ITEM_DEPTH - 1 && byte !== COMMA && byte > 0x20) yield* this.#tellStray()
      else if (this.#depth === 0 && byte > 0x20) yield* this.#tellRest()
    }
    if (this.#depth >= ITEM_DEPTH) this.#keep(chunk.subarray(from))
  }

  *end(): Generator<JsonItem> {
    if (this.#depth >= ITEM_DEPTH) yield { line: this.#itemLine, problem: 'The file ends within what begins here.', isLost: true }
    else if (this.#depth > 0) yield { line: this.#line, problem: 'The file ends too early; more may be missing.', isLost: false }
  }

  /** An item begins where none was due: brackets or quotation marks before it do not match. What was being read is lost. */
  #beginAgain({ list, line, bytes }: Begun): JsonItem {
    const isWithinItem = this.#depth >= ITEM_DEPTH
    const told = isWithinItem
      ? { line: this.#itemLine, problem: 'What begins here is not closed; it was skipped.', isLost: true }
      : { line, problem: 'Brackets or quotation marks do not match before this; reading goes on here.', isLost: false }
    this.#depth = ITEM_DEPTH
    this.#isInString = false
    this.#isEscaped = false
    this.#key = [...Buffer.from(list)]
    this.#itemLine = line
    this.#parts = [bytes]
    this.#size = bytes.length
    return told
  }

  #beginString(): void {
    this.#isInString = true
    if (this.#depth === 1) this.#key = []
  }

  #readString(byte: number): void {
    // A string cannot hold a line's end: this one was never closed, and the next line must not suffer for it.
    if (byte === LINE_FEED || (byte === QUOTE && !this.#isEscaped)) {
      this.#isInString = false
      this.#isEscaped = false
      return
    }
    this.#isEscaped = byte === BACKSLASH && !this.#isEscaped
    if (this.#depth === 1 && this.#key.length < MAX_KEY) this.#key.push(byte)
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length
    if (this.#size <= this.maxBytes) this.#parts.push(Buffer.from(piece))
    else this.#parts = []
  }

  #take(): JsonItem {
    const isTooLong = this.#size > this.maxBytes
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#size = 0
    if (isTooLong) return { line: this.#itemLine, problem: 'What begins here is too long.', isLost: true }
    return { line: this.#itemLine, list: Buffer.from(this.#key).toString('utf8'), bytes }
  }

  /** Said once. */
  *#tellRest(): Generator<JsonItem> {
    if (this.#hasToldRest) return
    this.#hasToldRest = true
    yield { line: this.#line, problem: 'Something here is not part of the export; it was skipped.', isLost: false }
  }

  /** Said once: a list of a million numbers must not make a million problems. */
  *#tellStray(): Generator<JsonItem> {
    if (this.#hasToldStray) return
    this.#hasToldStray = true
    yield {
      line: this.#line,
      problem: 'A list has something here that is not an object; it was skipped, as are others like it.',
      isLost: true,
    }
  }
}

import { readUtf8Bytes } from './byte-lines'
import { type ByteSource } from './import-record'
import { ItemBeginnings, type Begun } from './item-beginnings'
import { isOutOfPlace } from './json-order'
import { KeptBytes } from './kept-bytes'

/**
 * item: an object of an outermost list, or one that stands behind the whole; `path` is the keys that lead to the list.
 * frame: at the end, the file with its outermost lists emptied; null when that is longer than the caller can take.
 */
export type JsonPart =
  | { kind: 'item'; line: number; path: string[]; bytes: Buffer }
  | { kind: 'frame'; line: number; bytes: Buffer | null }
  | { kind: 'problem'; line: number; message: string; isLost: boolean }

const [QUOTE, BACKSLASH, LINE_FEED, COMMA, COLON, SPACE] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a, 0x20]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]
/** Longer keys are none that we know. */
const MAX_KEY = 1000
/** Within an item deeper brackets are counted only, and outside of one nobody nests more. */
const MAX_DEPTH = 1000

/**
 * Takes apart a JSON document of any shape: the objects of its outermost lists one after the other, wherever those stand. Only the
 * current object and the frame are held in memory, never more than `maxBytes` of either.
 *
 * Whether an object is right is the caller's to find out. One that is not closed is known by a brace where none may stand, which begins
 * the next; one that is closed twice costs nothing. Where quotation marks or brackets do not work out, what follows is looked through for
 * the next object that begins as the one before did: with the same key.
 */
export async function* readJsonLists(source: ByteSource, maxBytes: number): AsyncGenerator<JsonPart> {
  const scanner = new ListScanner(maxBytes)
  for await (const chunk of readUtf8Bytes(source)) yield* scanner.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  yield* scanner.end()
}

interface Frame {
  isList: boolean
  key: string
  hasItems: boolean
}

class ListScanner {
  #line = 1
  /** What is open outside of an item. */
  readonly #frames: Frame[] = []
  /** What is open within an item, the item itself first: whether it is a list; and how many brackets deeper it goes. */
  #open: boolean[] = []
  #deeper = 0
  #itemLine = 1
  #isInString = false
  #isEscaped = false
  /** The last byte that says something, outside of strings. */
  #last = 0
  #key: number[] = []
  #isPastWhole = false
  /** The last object that was whole: what it began with, and where it stood. */
  #model: { firstKey: string; frames: Frame[]; isPastWhole: boolean } | null = null
  /** Looks for the next of its like, once what is being read is known to be damaged. */
  #next: ItemBeginnings | null = null
  readonly #told = new Set<string>()
  readonly #item: KeptBytes
  readonly #frame: KeptBytes

  constructor(maxBytes: number) {
    this.#item = new KeptBytes(maxBytes)
    this.#frame = new KeptBytes(maxBytes)
  }

  *push(chunk: Buffer): Generator<JsonPart> {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (byte === LINE_FEED) this.#line += 1
      const begun = this.#next?.push(byte, this.#line, false) ?? null
      if (begun !== null) {
        yield* this.#beginAgain(begun)
        from = at + 1
      } else if (this.#open.length === 0) {
        yield* this.#readOutside(byte)
        from = this.#open.length === 0 ? at + 1 : at
      } else if (this.#isInString) this.#readString(byte)
      else if (byte > SPACE) {
        const isMisplaced = this.#readWithin(byte)
        if (isMisplaced) {
          yield { kind: 'problem', line: this.#itemLine, message: 'What begins here is not closed; it was skipped.', isLost: true }
          this.#item.take()
          this.#beginItem()
          from = at
        } else if (this.#open.length === 0) {
          this.#item.add(chunk.subarray(from, at + 1))
          yield this.#takeItem()
          from = at + 1
        }
      }
    }
    if (this.#open.length > 0) this.#item.add(chunk.subarray(from))
  }

  *end(): Generator<JsonPart> {
    if (this.#open.length > 0)
      yield { kind: 'problem', line: this.#itemLine, message: 'The file ends within what begins here.', isLost: true }
    else if (this.#frames.length > 0)
      yield { kind: 'problem', line: this.#line, message: 'The file ends too early; more may be missing.', isLost: false }
    // Of a file that ends too early what stands around its lists is known as far as it came.
    for (let frame = this.#frames.pop(); frame; frame = this.#frames.pop())
      if (this.#isFramed()) this.#frame.push(frame.isList ? CLOSE_BRACKET : CLOSE_BRACE)
    yield { kind: 'frame', line: 1, bytes: this.#frame.take() }
  }

  /** What was being read is given up for the next item, of which this is the beginning. */
  *#beginAgain(begun: Begun): Generator<JsonPart> {
    if (this.#open.length > 0)
      yield { kind: 'problem', line: this.#itemLine, message: 'What begins here is not closed; it was skipped.', isLost: true }
    this.#item.take()
    this.#frames.splice(0, Infinity, ...(this.#model?.frames ?? []))
    this.#isPastWhole = this.#model?.isPastWhole ?? false
    this.#beginItem()
    this.#itemLine = begun.line
    this.#item.add(begun.bytes)
    this.#isInString = false
    this.#isEscaped = false
    this.#last = QUOTE
  }

  #lookForNext(): void {
    if (this.#model !== null) this.#next ??= new ItemBeginnings({ '': this.#model.firstKey })
  }

  /** The next byte within an item; whether it is a brace where none may stand, so that the item was not closed before it. */
  #readWithin(byte: number): boolean {
    const last = this.#last
    this.#last = byte
    if (isOutOfPlace(byte, last, this.#open.at(-1) === true)) this.#lookForNext()
    if (byte === QUOTE) this.#isInString = true
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (byte === OPEN_BRACE && this.#deeper === 0 && this.#open.at(-1) === false && last !== COLON) return true
      if (this.#open.length < MAX_DEPTH) this.#open.push(byte === OPEN_BRACKET)
      else this.#deeper += 1
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      if (this.#deeper > 0) this.#deeper -= 1
      else this.#open.pop()
    }
    return false
  }

  *#readOutside(byte: number): Generator<JsonPart> {
    const frame = this.#frames.at(-1)
    if (this.#isInString) {
      this.#readString(byte)
      if (this.#isFramed()) this.#frame.push(byte)
    } else if (byte > SPACE) {
      const isOpening = byte === OPEN_BRACE || byte === OPEN_BRACKET
      if (isOpening && this.#frames.length === MAX_DEPTH) yield* this.#tell('The file is nested too deep from here on.', true)
      else if (byte === OPEN_BRACE && (frame?.isList ?? this.#isPastWhole)) this.#beginItem(frame)
      else if (isOpening) this.#beginFrame(byte, frame)
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) yield* this.#endFrame(byte, frame)
      else yield* this.#readFrame(byte, frame)
    }
  }

  /** Whether what stands here is a part of the frame: outside of lists, and of what follows the whole. */
  #isFramed(): boolean {
    return !this.#isPastWhole && this.#frames.at(-1)?.isList !== true
  }

  #beginItem(frame?: Frame): void {
    if (frame) frame.hasItems = true
    this.#open = [false]
    this.#next = null
    this.#deeper = 0
    this.#itemLine = this.#line
    this.#last = OPEN_BRACE
  }

  #beginFrame(byte: number, frame: Frame | undefined): void {
    if (this.#isFramed()) this.#frame.push(byte)
    const key = frame === undefined || frame.isList ? '' : readKey(this.#key)
    this.#frames.push({ isList: byte === OPEN_BRACKET, key, hasItems: false })
  }

  *#endFrame(byte: number, frame: Frame | undefined): Generator<JsonPart> {
    if (frame?.isList !== (byte === CLOSE_BRACKET)) {
      yield* this.#tell('Brackets do not match here; reading goes on.', false)
      return
    }
    this.#frames.pop()
    if (this.#isFramed()) this.#frame.push(byte)
    this.#isPastWhole ||= this.#frames.length === 0
  }

  /** A byte beside lists and items: of a key, a text, a number. */
  *#readFrame(byte: number, frame: Frame | undefined): Generator<JsonPart> {
    if (byte === QUOTE) {
      this.#isInString = true
      this.#key = []
    }
    if (this.#isFramed()) this.#frame.push(byte)
    else if (byte !== COMMA && frame?.hasItems !== false) {
      this.#lookForNext()
      yield* this.#tell('A list has something here that is not an object; it was skipped, as are others like it.', true)
    }
  }

  #readString(byte: number): void {
    // A string cannot hold a line's end: this one was never closed, and the next line must not suffer for it.
    if (byte === LINE_FEED || (byte === QUOTE && !this.#isEscaped)) {
      this.#isInString = false
      this.#isEscaped = false
      this.#last = QUOTE
      return
    }
    this.#isEscaped = byte === BACKSLASH && !this.#isEscaped
    if (this.#open.length === 0 && this.#key.length < MAX_KEY) this.#key.push(byte)
  }

  #takeItem(): JsonPart {
    const bytes = this.#item.take()
    const firstKey = this.#next === null && bytes !== null ? readFirstKey(bytes) : null
    if (firstKey !== null) this.#model = { firstKey, frames: [...this.#frames], isPastWhole: this.#isPastWhole }
    this.#next = null
    if (bytes === null) return { kind: 'problem', line: this.#itemLine, message: 'What begins here is too long.', isLost: true }
    return { kind: 'item', line: this.#itemLine, path: this.#frames.map(({ key }) => key).filter((key) => key !== ''), bytes }
  }

  /** Said once: a list of a million numbers must not make a million problems. */
  *#tell(message: string, isLost: boolean): Generator<JsonPart> {
    if (this.#told.has(message)) return
    this.#told.add(message)
    yield { kind: 'problem', line: this.#line, message, isLost }
  }
}

/** The key that an object begins with. */
function readFirstKey(bytes: Buffer): string | null {
  return /^\{\s*"([^"\\]{1,100})"/.exec(bytes.subarray(0, 200).toString('utf8'))?.[1] ?? null
}

function readKey(bytes: readonly number[]): string {
  const text = Buffer.from(bytes).toString('utf8')
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

import type { SqlDialect } from './sql-dialect'
import { decodeAs, decodeUtf8, type LineDecoder } from './line-decoder'
import { callFunction, HEX, join } from './sql-functions'
import { isSign, isWord } from './sql-rows'
import type { SqlToken } from './sql-token'

/** What a value says, as text; '' for NULL. */
interface SqlValue {
  text: string
  isDamaged: boolean
}

const [BACKSLASH, LETTERS] = [0x5c, { 0x30: 0, 0x62: 8, 0x6e: 10, 0x72: 13, 0x74: 9, 0x5a: 26 } as Readonly<Record<number, number>>]
/** In PostgreSQL's E'' and nowhere else: `\x41`, `\101`, `\u0041`. */
const CODES = /\\(?:x([0-9a-f]{1,2})|([0-7]{1,3})|u([0-9a-f]{4})|U([0-9a-f]{8})|f)/gi
const MAX_DEPTH = 50

/** Reads the values of one dump. */
export class SqlValues {
  constructor(
    private readonly dialect: SqlDialect,
    private readonly decoder: LineDecoder,
  ) {}

  /** Null for what only a database can work out, and for what is too long. */
  read(tokens: readonly SqlToken[]): SqlValue | null {
    const [first] = tokens
    if (first !== undefined && tokens.length === 1) return this.#readOne(first)
    const reading = new Expression(tokens, (token) => this.#readOne(token))
    const text = reading.readAll()
    return text === null ? null : { text: text.replace(/\r\n?/g, '\n'), isDamaged: reading.isDamaged }
  }

  #readOne(token: SqlToken): SqlValue | null {
    if (token.kind === 'quoted') return this.#readText(token)
    if (token.kind === 'number') return /^0x/i.test(token.text) ? this.#readHex(token.text.slice(2)) : sound(token.text)
    if (isWord(token, /^(?:null|default)$/i)) return sound('')
    return isWord(token, /^(?:true|false)$/i) ? sound(token.text.toLowerCase()) : null
  }

  #readText({ text, bytes, prefix }: SqlToken): SqlValue | null {
    if (bytes === null || text === '`' || text === '[') return null
    if (/^x$/i.test(prefix)) return this.#readHex(bytes.toString('latin1'))
    if (/^b$/i.test(prefix)) return sound(String(Number.parseInt(bytes.toString('latin1') || '0', 2)))
    if (text === '$') return this.#decode(bytes)
    const isOfPostgres = /^e$/i.test(prefix)
    const read = unquote(bytes, text.charCodeAt(0), this.dialect.hasEscapes || isOfPostgres)
    if (/^_binary$/i.test(prefix)) return readBinary(read)
    return isOfPostgres && bytes.includes('\\') ? this.#readCodes(bytes) : this.#decode(read)
  }

  #readCodes(bytes: Buffer): SqlValue {
    const coded = bytes.toString('latin1')
    const parts = coded.replace(CODES, (all, hex: string, octal: string, short: string, long: string, at: number) => {
      if (!isEscape(coded, at)) return all
      const code = Number.parseInt(hex ?? octal ?? short ?? long ?? 'c', octal === undefined ? 16 : 8)
      if (code === BACKSLASH) return '\\\\'
      return short === undefined && long === undefined
        ? String.fromCharCode(code)
        : Buffer.from(String.fromCodePoint(Math.min(code, 0x10ffff))).toString('latin1')
    })
    return this.#decode(unquote(Buffer.from(parts, 'latin1'), 0x27, true))
  }

  /** A bit, or the bytes of a text. */
  #readHex(digits: string): SqlValue | null {
    if (!HEX.test(digits)) return null
    return readBinary(Buffer.from(digits, 'hex'))
  }

  #decode(bytes: Buffer): SqlValue {
    if (bytes.length === 1 && (bytes[0] ?? 2) < 2) return sound(String(bytes[0]))
    const { text, isDamaged } = this.decoder.decode(bytes)
    return { text: text.replace(/\r\n?/g, '\n'), isDamaged }
  }
}

/** What may be a text or none: that it is none is no damage. */
function readBinary(bytes: Buffer): SqlValue {
  if (bytes.length === 1 && (bytes[0] ?? 2) < 2) return sound(String(bytes[0]))
  return sound(decodeUtf8(bytes) ?? decodeAs('windows-1252', bytes) ?? '')
}

const sound = (text: string): SqlValue => ({ text, isDamaged: false })

/** Whether an even number of backslashes stands before this one. */
function isEscape(text: string, at: number): boolean {
  let from = at
  while (text[from - 1] === '\\') from -= 1
  return (at - from) % 2 === 0
}

/** Takes doubled marks and backslashes away. MySQL keeps the backslash before the signs of patterns. */
function unquote(bytes: Buffer, quote: number, hasEscapes: boolean): Buffer {
  if (!bytes.includes(quote) && !(hasEscapes && bytes.includes(BACKSLASH))) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0
    if (byte === quote && bytes[at + 1] === quote) at += 1
    else if (byte === BACKSLASH && hasEscapes && at + 1 < bytes.length) {
      at += 1
      const sign = bytes[at] ?? 0
      if (sign === 0x25 || sign === 0x5f) out[size++] = byte
      byte = LETTERS[sign] ?? sign
    }
    out[size++] = byte
  }
  return out.subarray(0, size)
}

/** A value that is more than one text: with its type, put together, or as what a function makes of it. */
class Expression {
  isDamaged = false
  #at = 0
  #depth = 0

  constructor(
    private readonly tokens: readonly SqlToken[],
    private readonly readOne: (token: SqlToken) => SqlValue | null,
  ) {}

  readAll(): string | null {
    const text = this.#read()
    return this.#at === this.tokens.length ? text : null
  }

  #read(): string | null {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) return null
    let text = this.#readPart()
    while (text !== null && this.#passJoint()) {
      text = join(text, this.#readPart())
    }
    this.#depth -= 1
    return text
  }

  /** What puts texts together: `||`, and `+` in SQL Server. */
  #passJoint(): boolean {
    const length = isSign(this.#peek(), '+') ? 1 : isSign(this.#peek(), '|') && isSign(this.tokens[this.#at + 1], '|') ? 2 : 0
    this.#at += length
    return length > 0
  }

  #readPart(): string | null {
    let text = this.#readBare()
    // Texts that follow each other are one.
    while (text !== null && this.#peek()?.kind === 'quoted') {
      text = join(text, this.#readBare())
    }
    const isTyped =
      (isSign(this.#peek(), ':') && isSign(this.tokens[this.#at + 1], ':')) || isWord(this.#peek(), /^(?:collate|as|using|at)$/i)
    if (isTyped) this.#passType()
    return text
  }

  /** What follows `::` or `AS` says what the value is kept as. */
  #passType(): void {
    for (let depth = 0; this.#peek() !== undefined; this.#at += 1) {
      const token = this.#peek()
      if (isSign(token, '(')) depth += 1
      else if (depth === 0 && (isSign(token, ')') || isSign(token, ',') || isSign(token, '|'))) return
      else if (isSign(token, ')')) depth -= 1
    }
  }

  #readBare(): string | null {
    const token = this.#peek()
    if (token === undefined) return null
    this.#at += 1
    if (isSign(token, '(')) return this.#closed(this.#read())
    if (isSign(token, '-') || isSign(token, '+')) {
      const text = this.#readBare()
      return text === null || !isSign(token, '-') ? text : `-${text}`
    }
    if (token.kind === 'word' && isSign(this.#peek(), '(')) return this.#readCall(token.text.toLowerCase())
    // The name of a type or of an encoding: DATE '2015-03-01', _utf8mb4 'text'.
    if (token.kind === 'word' && this.#peek()?.kind === 'quoted') return this.#readBare()
    const value = this.readOne(token)
    this.isDamaged ||= value?.isDamaged === true
    return value?.text ?? null
  }

  #readCall(name: string): string | null {
    const parts: string[] = []
    this.#at += 1
    // CONVERT of SQL Server names a type first.
    while (!isSign(this.#peek(), ')')) {
      const isType = name === 'convert' && parts.length === 0 && isWord(this.#peek(), /^\w+$/) && !isWord(this.#peek(), /^(?:null|_\w+)$/i)
      if (isType) this.#passType()
      const part = isType ? '' : this.#read()
      if (part === null) return null
      parts.push(part)
      if (isSign(this.#peek(), ',')) this.#at += 1
      else if (!isSign(this.#peek(), ')')) return null
    }
    this.#at += 1
    return callFunction(name, name === 'convert' ? parts.slice(0, 2) : parts)
  }

  #closed(text: string | null): string | null {
    if (!isSign(this.#peek(), ')')) return null
    this.#at += 1
    return text
  }

  #peek(): SqlToken | undefined {
    return this.tokens[this.#at]
  }
}

import { SqlBytes } from './sql-bytes'
import type { SqlDialect } from './sql-dialect'
import {
  BACKSLASH,
  BACKTICK,
  BRACKET,
  DASH,
  DOLLAR,
  DOUBLE,
  HASH,
  LINE_FEED,
  QUOTE,
  SLASH,
  STAR,
  DOLLAR_MARK,
  isDigit,
  isLetter,
  isSpace,
  PREFIX,
  type SqlToken,
} from './sql-token'

/** So much of what cannot be read is kept for the next piece: the longest beginning of a statement that is looked for. */
const LOOK_BACK = 64
/** Nothing that stands before a quotation mark is as long, in bytes. */
const LONG_WORD = 1000
/** The next row of the same statement, or the next statement. */
const NEXT =
  /\)\s*,\s*(?=\(\s*(?:[-+]?\d|['"]|NULL\b|[NEXBnexb]'|_\w+\s*'))|(?<=\n)(?=(?:INSERT|insert|REPLACE)\s+(?:[A-Za-z]+\s+)*[\w`"[]|(?:CREATE|create|ALTER|DROP)\s+TABLE|(?:UN)?LOCK TABLES|COPY \S+ [(F]|COMMIT;)/

/**
 * Takes a dump apart into its signs, words and texts. Of the file it keeps the piece it was given, and a row or a text that goes on in the
 * next. Remarks are passed over. Reading goes on line by line, or behind damage, when the reader of statements asks for it.
 */
export class SqlScanner {
  readonly #file = new SqlBytes()
  /** Whether nothing stands before what comes next on its line. */
  #isFirst = true
  #mode: 'tokens' | 'lines' | 'damage' = 'tokens'

  constructor(private readonly dialect: SqlDialect) {}

  *push(chunk: Uint8Array, isEnd = false): Generator<SqlToken> {
    if (!this.#file.push(chunk, isEnd)) return
    for (let token = this.#next(isEnd); token !== null; token = this.#next(isEnd)) yield token
  }

  /** The byte and the line of the file that come next, counted from 1. */
  get byte(): number {
    return this.#file.byte
  }

  get line(): number {
    return this.#file.line
  }

  /** Whether something is left that is not whole, such as a text without its end. */
  get hasRest(): boolean {
    return this.#file.at < this.#file.all.length
  }

  /** What the token begins may be read anew. */
  mark({ byte, line }: SqlToken): void {
    this.#file.mark(byte, line)
  }

  release(): void {
    this.#file.release()
  }

  /** From here on, each line is a token, until `readTokens`. */
  readLines(): void {
    this.#mode = 'lines'
  }

  readTokens(): void {
    this.#mode = 'tokens'
    this.#isFirst = true
  }

  /** Passes over what cannot be read: from the mark on, to where a row or a statement begins. */
  recover(): void {
    this.#file.rewind()
    this.#mode = 'damage'
  }

  /** Null when more of the file is needed. */
  #next(isEnd: boolean): SqlToken | null {
    if (this.#mode === 'damage' && !this.#passDamage(isEnd)) return null
    if (this.#mode === 'lines') return this.#readLine(isEnd)
    if (!this.#passSpace(isEnd)) return null
    const start = this.#file.at
    const token = this.#readToken(isEnd)
    if (token === null) this.#file.keepShort(start)
    return token
  }

  #passDamage(isEnd: boolean): boolean {
    const rest = this.#file.all.toString('latin1', this.#file.at)
    const found = NEXT.exec(rest)
    if (found === null) {
      this.#advance(isEnd ? this.#file.all.length : Math.max(this.#file.at, this.#file.all.length - LOOK_BACK))
      return false
    }
    this.#advance(this.#file.at + found.index + found[0].length)
    this.#mode = 'tokens'
    this.#isFirst = found[0] === ''
    return true
  }

  #readLine(isEnd: boolean): SqlToken | null {
    const end = this.#file.all.indexOf(LINE_FEED, Math.max(this.#file.seen, this.#file.at))
    if (end === -1 && !isEnd) {
      this.#file.seen = this.#file.all.length
      this.#file.keepShort(this.#file.at)
      return null
    }
    const to = end === -1 ? this.#file.all.length : end
    if (end === -1 && to === this.#file.at) return null
    const token = this.#token('line', '', this.#file.take(this.#file.at, to))
    this.#advance(end === -1 ? to : end + 1, true)
    return token
  }

  /** White space and remarks. False when the end of one is still to come. */
  #passSpace(isEnd: boolean): boolean {
    const file = this.#file
    for (;;) {
      let at = this.#file.at
      while (at < this.#file.all.length && isSpace(this.#file.all[at] ?? 0)) at += 1
      if (at > file.at) this.#advance(at, this.#isFirst || file.all.subarray(file.at, at).includes(LINE_FEED))
      const [byte, next] = [this.#file.all[at], this.#file.all[at + 1]]
      if (byte === undefined || (next === undefined && !isEnd && (byte === DASH || byte === SLASH))) return false
      const isLine = (byte === DASH && next === DASH) || (byte === HASH && this.dialect.hasHashRemarks)
      const isBlock = byte === SLASH && next === STAR
      if (!isLine && !isBlock) return true
      const end = this.#file.all.indexOf(isLine ? '\n' : '*/', Math.max(this.#file.seen, at + 2))
      if (end === -1) {
        // Of a remark nothing is needed but its end.
        this.#file.seen = Math.max(at + 2, this.#file.all.length - 1)
        if (isEnd) this.#advance(this.#file.all.length)
        else this.#file.keepShort(at)
        return false
      }
      this.#advance(isLine ? end : end + 2, this.#isFirst)
    }
  }

  #readToken(isEnd: boolean): SqlToken | null {
    const [at, byte] = [this.#file.at, this.#file.all[this.#file.at] ?? 0]
    if (byte === QUOTE || byte === DOUBLE || byte === BACKTICK) return this.#readQuoted(at, '', isEnd)
    if (byte === BRACKET && this.dialect.hasBrackets) return this.#readUntil(']', at + 1, '[')
    if (byte === DOLLAR) return this.#readDollar(isEnd)
    if (isLetter(byte) || isDigit(byte)) return this.#readWord(isEnd)
    return this.#take1(at)
  }

  #take1(at: number): SqlToken {
    const token = this.#token('sign', String.fromCharCode(this.#file.all[at] ?? 0), null)
    this.#advance(at + 1)
    return token
  }

  #readWord(isEnd: boolean): SqlToken | null {
    const [at, isNumber] = [this.#file.at, isDigit(this.#file.all[this.#file.at] ?? 0)]
    let to = at + 1
    for (; to < this.#file.all.length; to += 1) {
      const byte = this.#file.all[to] ?? 0
      const isPart = isLetter(byte) || isDigit(byte) || byte === DOLLAR || (isNumber && (byte === 0x2e || this.#isExponent(at, to)))
      if (!isPart) break
      // A long one, such as a file as a number, goes on where it was left: nothing else can be open then.
      if (to === at + LONG_WORD) to = Math.max(to, this.#file.seen)
    }
    if (to === this.#file.all.length && !isEnd) {
      if (to > at + LONG_WORD) this.#file.seen = to
      return null
    }
    const bytes = this.#file.take(at, to)
    const text = bytes?.toString('utf8') ?? ''
    if (this.#file.all[to] === QUOTE && text.length < LONG_WORD && PREFIX.test(text)) return this.#readQuoted(to, text, isEnd)
    // Of what is too long nothing can be said but that.
    const kind = isNumber ? 'number' : 'word'
    const token = this.#token(bytes === null ? 'quoted' : kind, text, null)
    this.#advance(to)
    return token
  }

  /** The sign in `1.5e-10`. */
  #isExponent(from: number, at: number): boolean {
    const [byte, before, second] = [this.#file.all[at], this.#file.all[at - 1], this.#file.all[from + 1]]
    return (byte === DASH || byte === 0x2b) && (before === 0x65 || before === 0x45) && second !== 0x78
  }

  #readDollar(isEnd: boolean): SqlToken | null {
    const mark = DOLLAR_MARK.exec(this.#file.all.toString('latin1', this.#file.at, this.#file.at + 80))?.[0]
    if (mark !== undefined) return this.#readUntil(mark, this.#file.at + mark.length, '$')
    return this.#file.all.length - this.#file.at < 80 && !isEnd ? null : this.#take1(this.#file.at)
  }

  #readUntil(end: string, from: number, text: string): SqlToken | null {
    const mark = Buffer.from(end, 'latin1')
    const to = this.#file.all.indexOf(mark, Math.max(this.#file.seen, from))
    if (to === -1) {
      this.#file.seen = Math.max(from, this.#file.all.length - mark.length)
      return null
    }
    const token = this.#token('quoted', text, this.#file.take(from, to))
    this.#advance(to + mark.length)
    return token
  }

  /** @param open where the quotation mark stands */
  #readQuoted(open: number, prefix: string, isEnd: boolean): SqlToken | null {
    const [buffer, quote] = [this.#file.all, this.#file.all[open] ?? 0]
    const hasEscapes = quote !== BACKTICK && (this.dialect.hasEscapes || /^e$/i.test(prefix))
    let at = Math.max(this.#file.seen, open + 1)
    for (; at < buffer.length; at += 1) {
      const byte = buffer[at]
      // What stands behind one at the very end is still to come.
      if ((byte === BACKSLASH && hasEscapes) || (byte === quote && (buffer[at + 1] === quote || (at + 1 === buffer.length && !isEnd)))) {
        if (at + 1 >= buffer.length) break
        at += 1
      } else if (byte === LINE_FEED && quote === BACKTICK) {
        // A name does not go on on the next line: its end is damaged, and must not take along what follows.
        return this.#take1(open)
      } else if (byte === quote) {
        const token = this.#token('quoted', String.fromCharCode(quote), this.#file.take(open + 1, at), prefix)
        this.#advance(at + 1)
        return token
      }
    }
    this.#file.seen = Math.min(at, buffer.length)
    return null
  }

  #token(kind: SqlToken['kind'], text: string, bytes: Buffer | null, prefix = ''): SqlToken {
    return { kind, text, prefix, bytes, line: this.#file.line, byte: this.#file.byte, isFirst: this.#isFirst }
  }

  #advance(to: number, isFirst = false): void {
    this.#file.advance(to)
    this.#isFirst = isFirst
  }
}

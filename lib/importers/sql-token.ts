/** A sign, a word, a number, or something between quotation marks; `bytes` are what stands between them, null when that is too long. */
export interface SqlToken {
  kind: 'word' | 'number' | 'quoted' | 'sign' | 'line'
  /** The word, number or sign itself; of a quoted text the mark it stands in, `$` for PostgreSQL's. */
  text: string
  /** What is set before a quotation mark, such as E, N, X or _utf8mb4. */
  prefix: string
  bytes: Buffer | null
  /** The line it begins on, and the byte of the file, both counted from 1. */
  line: number
  byte: number
  /** Whether nothing stands before it on its line. */
  isFirst: boolean
}

export const [LINE_FEED, QUOTE, DOUBLE, BACKTICK, BACKSLASH, DASH, SLASH, STAR, HASH, DOLLAR, BRACKET] = [
  0x0a, 0x27, 0x22, 0x60, 0x5c, 0x2d, 0x2f, 0x2a, 0x23, 0x24, 0x5b,
]
export const isSpace = (byte: number) => byte <= 0x20
export const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
export const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || byte >= 0x80
/** What may stand right before a quotation mark. */
export const PREFIX = /^(?:[enxb]|_\w+)$/i
/** PostgreSQL sets texts between such marks, too. */
export const DOLLAR_MARK = /^\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$/

import { parse } from 'csv-parse/sync'
import { peekBytes, readByteLines, readUtf8Bytes } from './byte-lines'
import { DELIMITER_LINE, readDelimiter, type Delimiter } from './csv-columns'
import { type ByteSource } from './import-record'
import { LineDecoder } from './line-decoder'

/** A row with a text of 50,000 characters fits; a quotation mark that is never closed must not swallow the file. */
export const MAX_ROW_LENGTH = 250_000
export const MAX_LINE_BYTES = 1024 * 1024
/** The first line's end is looked for so far. */
const HEAD_BYTES = 64 * 1024
const [QUOTE, LINE_FEED, CARRIAGE_RETURN] = [0x22, 0x0a, 0x0d]
const OUT_OF_PLACE = 'A quotation mark on this line is out of place or never closed'

/** A row with the line it begins on, or what is wrong with a line. */
export type CsvRow = { line: number; cells: string[] } | { line: number; problem: string; isLost: boolean }

/**
 * The rows of a CSV file (RFC 4180; comma, semicolon, tab or bar; lines that end in LF, CRLF, or CR as on old Macs), the header among them.
 *
 * A row is gathered until its quotation marks are even, then parsed on its own. So the damage of a wrong quotation mark
 * stays small: the line it stands on is told, and reading goes on with the next line.
 *
 * @param known the delimiter; without it, the first line tells, which has to be a header: a text may have any sign in it
 * @param from the line on which it begins
 */
export async function* readCsvRows(source: ByteSource, known?: Delimiter, from = 1): AsyncGenerator<CsvRow> {
  const decoder = new LineDecoder()
  let gatherer: RowGatherer | null = null
  for await (const { number, bytes } of readByteLines(endInLineFeeds(source), MAX_LINE_BYTES)) {
    if (number < from) continue
    const { text, problem } = readCsvLine(decoder, number, bytes)
    if (problem !== null) yield problem
    if (text === null || (gatherer === null && text.trim() === '')) continue
    if (gatherer === null) {
      gatherer = new RowGatherer(known ?? readDelimiter(text))
      if (DELIMITER_LINE.test(text)) continue
    }
    yield* gatherer.push({ number, text })
  }
  if (gatherer) yield* gatherer.end()
}

/** The text of a line, null when it is too long, and what is wrong with it. */
export function readCsvLine(decoder: LineDecoder, line: number, bytes: Buffer | null): { text: string | null; problem: CsvRow | null } {
  if (bytes === null) return { text: null, problem: { line, problem: 'This line is longer than 1 MB.', isLost: true } }
  const { text, isDamaged } = decoder.decode(bytes)
  const damage = 'Some bytes of this line cannot be read; \ufffd stands for them.'
  return { text, problem: isDamaged ? { line, problem: damage, isLost: false } : null }
}

/** The file with LF for CR, if its first line ends in CR alone. Line breaks within cells are LF in such files, and stay. */
export async function* endInLineFeeds(source: ByteSource): AsyncGenerator<Uint8Array> {
  const { head, source: whole } = await peekBytes(readUtf8Bytes(source), HEAD_BYTES)
  const isOfOldMacs = endsInCarriageReturn(head)
  for await (const chunk of whole) yield isOfOldMacs ? chunk.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte)) : chunk
}

function endsInCarriageReturn(head: Uint8Array): boolean {
  let isInQuotes = false
  for (const [at, byte] of head.entries()) {
    if (byte === QUOTE) isInQuotes = !isInQuotes
    else if (!isInQuotes && byte === LINE_FEED) return false
    else if (!isInQuotes && byte === CARRIAGE_RETURN) return head[at + 1] !== LINE_FEED
  }
  return false
}

interface Line {
  number: number
  text: string
}

class RowGatherer {
  readonly #delimiter: Delimiter
  #open: Line[] = []
  #quotes = 0
  #length = 0
  /** Cells of the first row that was read; a doubtful row must have as many. */
  #width: number | null = null

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter
  }

  push(line: Line): CsvRow[] {
    this.#open.push(line)
    this.#quotes += countQuotes(line.text)
    this.#length += line.text.length
    return this.#settle(false)
  }

  end(): CsvRow[] {
    return this.#settle(true)
  }

  #settle(isEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = []
    while (this.#open.length > 0) {
      const isEven = this.#quotes % 2 === 0
      if (!isEven && !isEnd && this.#length <= MAX_ROW_LENGTH) return rows
      const [first, ...rest] = this.#open
      const whole = isEven ? this.#parse(this.#open, false) : null
      this.#open = []
      this.#quotes = 0
      this.#length = 0
      if (whole !== null) return [...rows, ...whole]
      if (first) rows.push(...this.#readAlone(first))
      for (const line of rest) rows.push(...this.push(line))
    }
    return rows
  }

  /**
   * A line where the quotation marks do not work out: perhaps they have a backslash before them, as MySQL writes them, or it has one in
   * its text, such as in 5" pipe.
   */
  #readAlone(line: Line): CsvRow[] {
    const [escaped] = line.text.includes('\\"') ? (this.#parse([line], false, '\\') ?? []) : []
    if (escaped !== undefined && escaped.cells.length === this.#width) return [escaped]
    const [row] = this.#parse([line], true) ?? []
    if (row === undefined || row.cells.length !== this.#width) return [{ line: line.number, problem: `${OUT_OF_PLACE}.`, isLost: true }]
    // In a cell that does not begin with one, quotation marks cannot be meant as anything but text.
    if (!row.cells.some((cell) => cell.startsWith('"'))) return [row]
    return [{ line: line.number, problem: `${OUT_OF_PLACE}; the row was read as it stands.`, isLost: false }, row]
  }

  #parse(lines: readonly Line[], isRelaxed: boolean, escape = '"'): { line: number; cells: string[] }[] | null {
    const text = lines.map((line) => line.text).join('\n')
    if (text.trim() === '') return []
    const options = {
      delimiter: this.#delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: isRelaxed,
      escape,
      info: true,
    }
    try {
      // With `info`, csv-parse gives each record with the line it ends on; its types do not say so.
      const parsed = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
      this.#width ??= parsed[0]?.record.length ?? null
      return parsed.map(({ record }, at) => ({ line: (lines[0]?.number ?? 1) + (parsed[at - 1]?.info.lines ?? 0), cells: record }))
    } catch {
      return null
    }
  }
}

function countQuotes(text: string): number {
  return text.split('"').length - 1
}

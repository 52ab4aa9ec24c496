import { readByteLines } from './byte-lines'
import type { Delimiter } from './csv-columns'
import { MAX_LINE_BYTES, MAX_ROW_LENGTH, readCsvLine, type CsvRow } from './csv-rows'
import { type ByteSource } from './import-record'
import { LineDecoder } from './line-decoder'

/** A table in which a backslash says what the next sign means. */
export interface Dump {
  headerLine: number
  delimiter: Delimiter
  /** Whether texts stand in quotation marks, too. */
  isQuoted: boolean
}

/** What PostgreSQL writes after the last row. */
const END_OF_DATA = '\\.'
const NULL = '\\N'
/** What a letter after a backslash stands for. */
const LETTERS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  Z: '\x1a',
  '0': '\0',
}

/**
 * The rows of a table as databases dump it: MySQL's `SELECT … INTO OUTFILE` and `mysql --batch`, PostgreSQL's `COPY` as text. There `\N`
 * is nothing, `\n` the end of a line, and a sign after a backslash stands for itself, the end of a line and the delimiter, too. A
 * backslash before any other letter is kept.
 */
export async function* readDumpRows(source: ByteSource, dump: Dump): AsyncGenerator<CsvRow> {
  const decoder = new LineDecoder()
  let open: { line: number; parts: string[]; length: number } | null = null
  for await (const { number, bytes } of readByteLines(source, MAX_LINE_BYTES)) {
    if (number < dump.headerLine) continue
    const { text, problem } = readCsvLine(decoder, number, bytes)
    if (problem !== null) yield problem
    if (text === null || (open === null && (text.trim() === '' || text === END_OF_DATA))) continue
    open ??= { line: number, parts: [], length: 0 }
    open.parts.push(text)
    open.length += text.length
    const isOpen = endsOpen(text)
    if (isOpen && open.length <= MAX_ROW_LENGTH) continue
    if (isOpen)
      yield { line: open.line, problem: 'What begins on this line does not end: each of its lines ends in a backslash.', isLost: true }
    else yield { line: open.line, cells: splitDump(open.parts.join('\n'), dump) }
    open = null
  }
  if (open !== null) yield { line: open.line, cells: splitDump(open.parts.join('\n'), dump) }
}

/** Whether the end of this line belongs to a text: an odd number of backslashes stands before it. */
function endsOpen(text: string): boolean {
  let at = text.length
  while (text[at - 1] === '\\') at -= 1
  return (text.length - at) % 2 === 1
}

/** The cells of a line. */
export function splitDump(text: string, { delimiter, isQuoted }: Omit<Dump, 'headerLine'>): string[] {
  const cells: string[] = []
  let from = 0
  let isInQuotes = isQuoted && text[0] === '"'
  for (let at = isInQuotes ? 1 : 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (isInQuotes) {
      if (text[at] === '"' && text[at + 1] === '"') at += 1
      else if (text[at] === '"') isInQuotes = false
    } else if (text[at] === delimiter) {
      cells.push(readCell(text.slice(from, at), isQuoted))
      from = at + 1
      isInQuotes = isQuoted && text[from] === '"'
      if (isInQuotes) at += 1
    }
  }
  return [...cells, readCell(text.slice(from), isQuoted)]
}

function readCell(raw: string, isQuoted: boolean): string {
  if (raw === NULL) return ''
  const isEnclosed = isQuoted && /^"[^]*"$/.test(raw) && raw.length > 1
  const text = isEnclosed ? raw.slice(1, -1).replaceAll('""', '"') : raw
  const read = text.replace(/\\([^])/g, (both: string, sign: string) => LETTERS[sign] ?? (/[A-Za-z0-9]/.test(sign) ? both : sign))
  return read.replace(/\r\n?/g, '\n')
}

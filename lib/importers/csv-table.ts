import { Readable } from 'node:stream'
import type { ColumnChoice } from '../contracts/import'
import { peekBytes } from './byte-lines'
import { type Delimiter } from './csv-columns'
import { readDumpRows } from './csv-dump'
import { endInLineFeeds, readCsvRows, type CsvRow } from './csv-rows'
import { findHeader, type TableShape } from './csv-shape'
import { type ByteSource } from './import-record'

/** How much of a table is looked at to tell what its signs mean. */
const HEAD_BYTES = 256 * 1024
/** After a backslash, what databases write: themselves, or a letter that stands for a sign. */
const ESCAPES = /\\(\r\n|[^])/g
const KNOWN = /^[\\nrtbfvZN0"'.\n]|\r\n$/

const READ_AS_DUMP =
  'Backslashes in this table are read as databases write them: \\n ends a line, \\N is nothing. If they mean themselves, set the cells apart by commas, with texts in quotation marks.'
const LEFT_AS_THEY_ARE =
  'Some backslashes in this table look like those of a database, which writes \\N for nothing, and others do not. All are left as they stand.'
const MAYBE_LINES = 'Texts in this table have \\n in them, which may have been ends of lines. They are left as they stand.'

/** A table, and what is to be known of how it is read. */
export interface OpenTable {
  rows: AsyncGenerator<CsvRow>
  remarks: { line: number; message: string }[]
}

/** Finds out where a table begins and whether a backslash means something in it, and reads its rows, the header first. */
export async function openTable(source: ByteSource, choice: ColumnChoice): Promise<OpenTable> {
  const { head, source: whole } = await peekBytes(endInLineFeeds(source), HEAD_BYTES)
  const shape = findHeader(head, choice)
  if (shape === null) return { rows: readCsvRows(whole), remarks: [] }
  const { reading, remark } = await chooseReading(withoutCutLine(head), shape)
  const remarks = [tellAbove(shape), remark].flatMap((message) => (message === null ? [] : [{ line: shape.headerLine, message }]))
  return { rows: readAs(reading, whole, shape), remarks }
}

type Reading = 'csv' | 'dump' | 'quoted dump'

function readAs(reading: Reading, source: ByteSource, { headerLine, delimiter }: TableShape): AsyncGenerator<CsvRow> {
  if (reading === 'csv') return readCsvRows(source, delimiter, headerLine)
  return readDumpRows(source, { headerLine, delimiter, isQuoted: reading === 'quoted dump' })
}

function tellAbove({ linesAbove }: TableShape): string | null {
  if (linesAbove === 0) return null
  return linesAbove === 1
    ? 'What stands above this header is no row of the table and was left out.'
    : `${linesAbove} lines above this header are no rows of the table and were left out.`
}

/**
 * Where backslashes may be those of a database, the reading counts that gives most rows as many cells as the header has; where both do, what
 * only a database writes.
 */
async function chooseReading(head: Buffer, shape: TableShape): Promise<{ reading: Reading; remark: string | null }> {
  const rows = skipLines(head.toString('latin1'), shape.headerLine)
  const signs = countSigns(rows, shape.delimiter)
  if (signs.all === 0) return { reading: 'csv', remark: null }
  if (signs.unknown > 0) return { reading: 'csv', remark: signs.proofs > 0 ? LEFT_AS_THEY_ARE : null }
  const dump: Reading = countQuoted(rows, shape.delimiter) >= countRows(rows) - signs.lineEnds ? 'quoted dump' : 'dump'
  const [byQuotes, byBackslashes] = [await countWrong('csv', head, shape), await countWrong(dump, head, shape)]
  // Quotation marks are doubled only where they are set around texts.
  const isOfDatabase = dump === 'dump' ? !rows.includes('""') && (signs.proofs > 0 || shape.delimiter === '\t') : signs.lineEnds > 0
  if (byBackslashes < byQuotes || (byBackslashes === byQuotes && isOfDatabase)) return { reading: dump, remark: READ_AS_DUMP }
  return { reading: 'csv', remark: signs.newLines > 0 ? MAYBE_LINES : null }
}

/** What follows the backslashes; `proofs` are what only databases write. */
function countSigns(rows: string, delimiter: Delimiter) {
  const signs = { all: 0, unknown: 0, proofs: 0, lineEnds: 0, newLines: 0 }
  const mayStandBeside = (sign: string | undefined) => sign === undefined || sign === delimiter || sign === '\n' || sign === '\r'
  for (const { 1: sign = '', index } of rows.matchAll(ESCAPES)) {
    const isNull = sign === 'N' && mayStandBeside(rows[index - 1]) && mayStandBeside(rows[index + 2])
    const isLineEnd = sign === '\n' || sign === '\r\n'
    signs.all += 1
    if (isNull || isLineEnd || (sign === delimiter && sign === '\t')) signs.proofs += 1
    if (isLineEnd) signs.lineEnds += 1
    if (sign === 'n') signs.newLines += 1
    if (!KNOWN.test(sign) && sign !== delimiter) signs.unknown += 1
  }
  return signs
}

function countRows(rows: string): number {
  return rows.split('\n').filter((row) => row.trim() !== '').length
}

/** How many cells begin with a quotation mark. */
function countQuoted(rows: string, delimiter: Delimiter): number {
  return rows
    .split('\n')
    .flatMap((row) => row.split(delimiter))
    .filter((cell) => cell.startsWith('"')).length
}

/** How many rows would not have as many cells as the header. */
async function countWrong(reading: Reading, head: Buffer, shape: TableShape): Promise<number> {
  let [width, wrong]: [number | null, number] = [null, 0]
  for await (const row of readAs(reading, Readable.from([head], { objectMode: false }), shape)) {
    if ('problem' in row) wrong += 1
    else if (width === null) width = row.cells.length
    else if (row.cells.length !== width) wrong += 1
  }
  return wrong
}

function withoutCutLine(head: Buffer): Buffer {
  return head.length < HEAD_BYTES ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1)
}

/** What follows the first lines. */
function skipLines(text: string, count: number): string {
  let from = 0
  for (let skipped = 0; skipped < count; skipped += 1) {
    const end = text.indexOf('\n', from)
    if (end === -1) return ''
    from = end + 1
  }
  return text.slice(from)
}

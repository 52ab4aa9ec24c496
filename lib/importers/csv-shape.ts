import type { ColumnChoice } from '../contracts/import'
import { DELIMITER_LINE, readColumns, readDelimiter, splitHeader, type Delimiter } from './csv-columns'
import { LineDecoder } from './line-decoder'

/** Where a table begins, and what sets its cells apart. */
export interface TableShape {
  /** The line of its header, counted from 1. */
  headerLine: number
  delimiter: Delimiter
  /** How many lines above it say something, be it a title or who made the table. */
  linesAbove: number
}

/** So many rows are looked at for a header. */
const MAX_ROWS = 20

/**
 * The header is the first row, unless that names no text and one further down names a text and something else, and is followed by a row as wide: then what stands above it
 * is a title, the name of a query, or remarks.
 *
 * @param head the first bytes of the table, its lines ended by LF
 */
export function findHeader(head: Buffer, choice: ColumnChoice): TableShape | null {
  const rows = listRows(head)
  const named = rows[0] !== undefined && DELIMITER_LINE.test(rows[0].text) ? readDelimiter(rows[0].text) : null
  const [first, ...more] = named === null ? rows : rows.slice(1)
  if (first === undefined) return null
  const shapeOf = (row: Row): Omit<TableShape, 'linesAbove'> => ({ headerLine: row.line, delimiter: named ?? readDelimiter(row.text) })
  const at = ({ text }: Row) => readColumns(splitHeader(text, named ?? readDelimiter(text)), choice).at
  // A row that happens to speak of such things is not followed by rows that are set apart as it is.
  const isHeader = (row: Row, below: number) =>
    at(row).body !== undefined && Object.keys(at(row)).length >= 2 && isAsWide(more[below + 1], row, named ?? readDelimiter(row.text))
  const below = at(first).body === undefined ? more.findIndex(isHeader) : -1
  const header = below === -1 ? first : (more[below] ?? first)
  return { ...shapeOf(header), linesAbove: below + 1 }
}

function isAsWide(next: Row | undefined, { text }: Row, delimiter: Delimiter): boolean {
  const count = (row: string) => row.replace(/"[^"]*"/g, '').split(delimiter).length
  return next !== undefined && count(next.text) === count(text)
}

interface Row {
  line: number
  text: string
}

/** The first rows that are not blank; lines belong together until their quotation marks are even. */
function listRows(head: Buffer): Row[] {
  const decoder = new LineDecoder()
  const rows: Row[] = []
  let open: Row | null = null as Row | null
  for (const [at, bytes] of splitLines(head).entries()) {
    const { text } = decoder.decode(bytes)
    if (open === null && text.trim() === '') continue
    const row: Row = open === null ? { line: at + 1, text } : { line: open.line, text: `${open.text}\n${text}` }
    const isWhole = row.text.split('"').length % 2 === 1
    if (isWhole) rows.push(row)
    open = isWhole ? null : row
    if (rows.length === MAX_ROWS) return rows
  }
  return rows.length === 0 && open !== null ? [open] : rows
}

function splitLines(head: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0, end = 0; from < head.length; from = end + 1) {
    end = head.indexOf(0x0a, from)
    if (end === -1) end = head.length
    lines.push(head.subarray(from, head[end - 1] === 0x0d ? end - 1 : end))
  }
  return lines
}

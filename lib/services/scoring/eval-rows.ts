import { readByteLines } from '../../importers/byte-lines'
import { readCsvRows } from '../../importers/csv-rows'
import type { ByteSource } from '../../importers/import-record'
import { decodeUtf8 } from '../../importers/line-decoder'
import { planColumns, readLabel, type EvalChoice, type EvalRow } from './eval-columns'

const MAX_LINE_BYTES = 16 * 1024 * 1024

/**
 * The rows of a table (CSV, TSV) or of NDJSON; null stands for one that cannot be used.
 *
 * @throws Error in plain words when no column holds a text
 */
export async function* readEvalRows(source: ByteSource, isJson: boolean, choice: EvalChoice): AsyncGenerator<EvalRow | null> {
  yield* isJson ? readJsonRows(source, choice) : readTableRows(source, choice)
}

/** Each line has names of its own: one without a text is not usable, and only when none has one is the file the wrong one. */
async function* readJsonRows(source: ByteSource, choice: EvalChoice): AsyncGenerator<EvalRow | null> {
  let problem: Error | null = null
  let isAnyRead = false
  for await (const { number, bytes } of readByteLines(source, MAX_LINE_BYTES)) {
    const text = bytes === null ? null : decodeUtf8(bytes)
    if (text?.trim() === '') continue
    if (number === 1 && text?.trimStart().startsWith('['))
      throw new Error('This is one JSON list. Give each row a line of its own (NDJSON).')
    const cells = text === null ? null : parseObject(text)
    let row: EvalRow | null = null
    try {
      row = cells && planColumns([...new Set([...Object.keys(cells), ...Object.values(choice)])], choice)(cells)
      isAnyRead ||= row !== null
    } catch (error) {
      problem = error as Error
    }
    yield row
  }
  if (!isAnyRead && problem !== null) throw problem
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

async function* readTableRows(source: ByteSource, choice: EvalChoice): AsyncGenerator<EvalRow | null> {
  let header: string[] | null = null
  let read: ReturnType<typeof planColumns> | null = null
  for await (const row of readCsvRows(source)) {
    if ('problem' in row) {
      if (row.isLost) yield null
      continue
    }
    if (header === null || read === null) {
      const bare = nameBareColumns(row.cells)
      header = bare ?? row.cells
      read = planColumns(header, choice)
      if (bare === null) continue
    }
    const names = header
    yield read(Object.fromEntries(row.cells.map((cell, at) => [names[at] ?? '', cell])))
  }
}

/** A table of two columns without a header, a text and a label: their names; null for a row that is a header. */
function nameBareColumns(cells: readonly string[]): string[] | null {
  if (cells.length !== 2) return null
  const label = cells.findIndex((cell) => /^[\d.]+$/.test(cell.trim()) && readLabel(cell) !== null)
  return label < 0 ? null : cells.map((_, at) => (at === label ? 'label' : 'text'))
}

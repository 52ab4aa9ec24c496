import type { CsvField } from '../contracts/import'
import { findLinkBack } from '../domain/skip-reasons'
import { CommentRows, type CommentRow } from './comment-rows'
import { findMissing, foldName, isOfUtc, readColumns, type CsvColumns } from './csv-columns'
import { openTable } from './csv-table'
import { readDiscoursePost } from './discourse'
import { lose, tell, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { readInstant } from './instant'
import { isMarkup, markupToText } from './markup-text'
import { readWallTime } from './wall-time'
import { readTakeoutRow } from './youtube'

/**
 * Comments as a table with a header row, one comment a row; csv-columns.ts has the names a header may use.
 *
 * Only the text is needed. Without an article's id its title stands for it, or its address, or the article that the caller names; an
 * article of the table is made when it is not known, and one that has only an id is titled by it. Rows that a status, or a column for it, calls deleted, spam, rejected or
 * waiting are left out and counted. Without a comment's id, its text does (external-ids.ts). A time
 * without an offset is left unknown, because nobody can tell which it is, unless the caller names a time zone or the column is one of
 * WordPress's `…_gmt`. Cells are text, whatever they begin with: a
 * formula stays what somebody wrote. A text with the markup of paragraphs, line breaks or links is read as what it shows. Titles and remarks
 * above the header are passed over, and the backslashes of databases are read (csv-table.ts).
 */
export async function* readCsv(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  let reader: TableRows | null = null
  const { rows, remarks } = await openTable(source, options.columns ?? {})
  for await (const row of rows) {
    if ('problem' in row) {
      yield { kind: 'problem', line: row.line, message: row.problem, isLost: row.isLost }
    } else if (reader === null) {
      const columns = readColumns(row.cells, options.columns)
      yield { kind: 'columns', line: row.line, columns: nameColumns(row.cells, columns) }
      for (const { line, message } of remarks) yield tell(line, message)
      const missing = findMissing(row.cells, options.columns ?? {}).map((name) => `There is no column "${name.slice(0, 100)}".`)
      if (columns.at.body === undefined) {
        const why = options.columns?.body === undefined ? NO_TEXT : noSuchText(row.cells, missing)
        yield lose(row.line, row.cells.some(isNoName) ? NO_HEADER : why)
        return
      }
      for (const message of missing) yield tell(row.line, message)
      if (columns.unknown.length > 0) yield tell(row.line, countUnknown(columns.unknown.length))
      reader = new TableRows(columns, row.cells, options)
    } else {
      yield* reader.read(row.line, row.cells)
    }
  }
}

const NO_TEXT = 'The header names no column for the text, such as "text", "body" or "comment". Say which column it is.'
const NO_HEADER =
  'The first line is a row and names no columns. Put a line above it that does, such as id, author, date and text, set apart as the cells are.'

/** Whoever named the column of the texts is told which there are. */
function noSuchText(header: readonly string[], missing: readonly string[]): string {
  return `${missing.join(' ')} The columns are: ${header
    .map((name) => `"${name.trim().slice(0, 100).toWellFormed()}"`)
    .join(', ')
    .slice(0, 500)}.`
}

/** Whether a cell holds what no column is called: a number, a time, or nothing as databases write it. */
function isNoName(cell: string): boolean {
  return /^(?:\\N|-?\d+(?:\.\d+)?)$/.test(cell.trim()) || readWallTime(cell) !== null || readInstant(cell.trim()) !== null
}

/** Where WordPress says that a row of its table is a link from elsewhere and no comment. */
const TYPE = 'commenttype'

/** The rows of a table whose columns are known. */
export class TableRows {
  readonly #header: readonly string[]
  readonly #folded: readonly string[]
  readonly #rows: CommentRows
  readonly #typeAt: number

  constructor(
    private readonly columns: CsvColumns,
    header: readonly string[],
    options: ImportOptions,
  ) {
    this.#header = header.map(bare)
    this.#folded = header.map(foldName)
    const isUtc = isOfUtc(header[columns.at.postedAt ?? -1] ?? '')
    this.#typeAt = header.findIndex((name, at) => foldName(name) === TYPE && !Object.values(columns.at).includes(at))
    const { articleExternalId, timeZone } = options
    this.#rows = new CommentRows({ articleExternalId, timeZone: isUtc ? 'UTC' : timeZone, what: 'row', isNumbered: columns.isNumbered })
  }

  *read(line: number, cells: string[]): Generator<ImportRecord> {
    if (cells.every((cell) => cell.trim() === '')) return
    if (cells.length !== this.#header.length) {
      yield lose(line, `This row has ${cells.length} cells, the header ${this.#header.length}.`)
      return
    }
    if (cells.every((cell, at) => bare(cell) === this.#header[at])) {
      yield tell(line, 'The header stands here again, as where two files were joined. It is no comment.')
      return
    }
    const linkBack = findLinkBack(cells[this.#typeAt]?.trim() ?? '')
    if (linkBack !== null) yield { kind: 'skipped', line, why: linkBack }
    else yield* this.#rows.read(line, this.#nameCells(cells))
  }

  #nameCells(cells: string[]): CommentRow {
    const fields = Object.entries(this.columns.at) as [CsvField, number][]
    const named: CommentRow = Object.fromEntries(fields.map(([field, at]) => [field, cells[at] ?? '']))
    const cell = (name: string) => cells[this.#folded.indexOf(name)] ?? ''
    const row = { ...named, ...readDiscoursePost(cell), ...readTakeoutRow(cell) }
    const { body = '' } = row
    // Of a picture alone nothing is left: its markup says more than that somebody wrote nothing.
    return isMarkup(body) ? { ...row, body: markupToText(body) || body } : row
  }
}

/** Two files that are joined bring the mark of the second along. */
function bare(cell: string): string {
  return cell.replace(/^\ufeff/, '').trim()
}

/** What the report shows of a header. */
export function nameColumns(header: readonly string[], { at }: CsvColumns): { name: string; field: CsvField | null }[] {
  const fields = new Map((Object.entries(at) as [CsvField, number][]).map(([field, index]) => [index, field]))
  return header.map((name, index) => ({ name: name.trim().slice(0, 200).toWellFormed(), field: fields.get(index) ?? null }))
}

function countUnknown(count: number): string {
  return count === 1 ? '1 column is not known and was left out.' : `${count} columns are not known and were left out.`
}

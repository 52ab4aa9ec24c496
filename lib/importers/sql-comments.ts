import type { ColumnChoice } from '../contracts/import'
import { nameColumns, TableRows } from './csv'
import { foldName, readColumns } from './csv-columns'
import { idOfAddress } from './external-ids'
import type { ImportOptions, ImportRecord } from './import-record'
import { HELD, MODES } from './json-fields'
import type { Spool } from './spool'
import { SqlReference, type FactTable } from './sql-joins'
import { cellOf, type SqlRecord } from './sql-record'
import { readSqlColumns } from './sql-table'

/** What is added to a row: what other tables say of it, and what more than one column says of whether it is shown. */
const ADDED = {
  articleExternalId: 'parley_article',
  articleTitle: 'parley_title',
  articleUrl: 'parley_url',
  authorName: 'parley_author',
  status: 'parley_status',
} as const
const YES = /^(?:1|t|true|yes)$/i

/** The rows of a table of comments, with what other tables of the dump say of their articles and authors, as those of any table (csv.ts). */
export async function* readSqlComments(
  line: number,
  columns: readonly string[],
  rows: Spool<SqlRecord>,
  facts: readonly FactTable[],
  options: ImportOptions,
): AsyncGenerator<ImportRecord> {
  const { header, choice, fields } = readSqlColumns(columns, options.columns ?? {})
  const at = (record: SqlRecord, name: string | undefined) => cellOf(record, name ?? '')
  const article = SqlReference.find(fields.articleExternalId, facts)
  const author = SqlReference.find(fields.authorExternalId, facts)
  for await (const record of rows.read()) for (const one of [article, author]) one?.want(record)
  for (const one of [article, author]) await one?.read()

  const held = columns.filter((name) => HELD.has(foldName(name)))
  const whole = [...header, ...Object.values(ADDED)]
  const wholeChoice: ColumnChoice = { ...choice, ...ADDED }
  yield { kind: 'columns', line, columns: nameColumns(header, readColumns(header, choice)) }
  const table = new TableRows(readColumns(whole, wholeChoice), whole, { ...options, columns: wholeChoice })
  for await (const record of rows.read()) {
    const { title, address } = article?.factOf(record) ?? { title: '', address: '' }
    const url = address || at(record, fields.articleUrl)
    const number = at(record, fields.articleExternalId)
    // A system that serves one site keeps the path of a page on it.
    const isByAddress = url !== '' && (article?.isInternal === true || (number === '' && url.startsWith('/')))
    const added = {
      articleExternalId: isByAddress ? idOfAddress(url) : number,
      articleTitle: title || at(record, fields.articleTitle),
      articleUrl: url,
      authorName: at(record, fields.authorName) || (author?.factOf(record).title ?? ''),
      status: held.some((name) => YES.test(at(record, name))) ? 'pending' : readState(fields.status, at(record, fields.status)),
    }
    const own = columns.map((name) => at(record, name))
    yield* table.read(record.line, [...own, ...Object.values(added)])
  }
}

/** Isso keeps its states as numbers. */
function readState(name: string | undefined, state: string): string {
  return name === 'mode' ? (MODES.get(state) ?? state) : state
}

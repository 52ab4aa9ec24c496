import { endLinesInLineFeeds, peekBytes } from './byte-lines'
import { splitDump } from './csv-dump'
import { lose, tell, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { DAMAGED_TEXT, LineDecoder } from './line-decoder'
import { Spool } from './spool'
import { tellCommento } from './sql-commento'
import { readSqlComments } from './sql-comments'
import { findSqlDialect } from './sql-dialect'
import { joinDrupal } from './sql-drupal'
import type { FactTable } from './sql-joins'
import { MAX_ROW_BYTES } from './sql-rows'
import { SqlScanner } from './sql-scanner'
import { SqlStatements, type SqlPart } from './sql-statements'
import type { SqlRecord } from './sql-record'
import { findSqlRole, rankTable, type SqlRole } from './sql-table'
import { SqlValues } from './sql-values'
import { WordPressTables } from './sql-wordpress'

const HEAD_BYTES = 64 * 1024
const TAIL_BYTES = 1024
const MAX_NAMED = 30
const NO_COLUMNS = 'Nothing in this dump names the columns of the table'
const NOT_COMPLETE = 'The line is missing with which such a dump says that it is complete. More may be missing.'
/** With which remark a program begins a dump, and with which it ends it. */
const ENDINGS: readonly [RegExp, RegExp][] = [
  [/^-- (?:MySQL|MariaDB) dump /m, /^-- Dump completed/m],
  [/^-- PostgreSQL database dump\r?$/m, /^-- PostgreSQL database dump complete\r?$/m],
  [/^(?:BEGIN|START) TRANSACTION;/m, /^(?:COMMIT|ROLLBACK);/m],
]

/**
 * A dump of a database as SQL: of MySQL and MariaDB, also by phpMyAdmin and the like, of PostgreSQL with INSERT or COPY, of SQLite and of
 * SQL Server.
 *
 * Which table holds the comments is told by its columns (sql-table.ts). WordPress's comments come with their posts (sql-wordpress.ts),
 * Commento's as from its export; any other table is read as it would be as CSV, and what its rows refer to by number, such as a thread,
 * a page or a user, is looked up in the dump. Rows wait on disk until the file is read, since any table may stand before any other.
 */
export async function* readSql(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const { head, source: whole } = await peekBytes(endLinesInLineFeeds(source), HEAD_BYTES)
  const text = head.toString('utf8')
  const dialect = findSqlDialect(text)
  const scanner = new SqlScanner(dialect)
  const statements = new SqlStatements(scanner)
  const reader = new DumpReader(options, new SqlValues(dialect, new LineDecoder()))
  let tail = Buffer.alloc(0)
  try {
    for await (const chunk of whole) {
      tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES)
      for (const part of statements.push(chunk)) yield* reader.read(part)
    }
    for (const part of statements.end()) yield* reader.read(part)
    const ending = ENDINGS.find(([begin]) => begin.test(text))?.[1]
    if (ending?.test(tail.toString('latin1')) === false) yield tell(scanner.line, NOT_COMPLETE)
    yield* reader.tellAll()
  } finally {
    await reader.close()
  }
}

/** A table of the dump, as far as it has been read. */
interface Table {
  name: string
  scope: string
  columns: string[]
  /** Those that the statement names which was read last. */
  named: readonly string[]
  line: number
  role: SqlRole | null
  count: number
  rows: Spool<SqlRecord>
}

class DumpReader {
  readonly #tables = new Map<string, Table>()
  readonly #wordPress = new Map<string, WordPressTables>()
  /** Tables whose columns nobody names, with the line of their first row. */
  readonly #nameless = new Map<string, number>()
  readonly #told = new Set<string>()
  readonly #decoder = new LineDecoder()

  constructor(
    private readonly options: ImportOptions,
    private readonly values: SqlValues,
  ) {}

  async *read(part: SqlPart): AsyncGenerator<ImportRecord> {
    if (part.kind === 'problem') yield part
    else if (part.kind === 'table') this.#open(part, part.columns)
    else if (part.columns === null) this.#nameless.set(part.table, this.#nameless.get(part.table) ?? part.line)
    else {
      const table = this.#open(part, part.columns)
      table.count += 1
      if (table.role !== null) yield* this.#keep(table, part, part.columns)
    }
  }

  /** The comments, now that all is read. */
  async *tellAll(): AsyncGenerator<ImportRecord> {
    yield* this.#joinDrupal()
    const tables = [...this.#tables.values()].filter(({ count }) => count > 0)
    const ofCommento = tables.filter(({ role }) => role?.kind === 'commento')
    const hasWordPress = tables.some(({ role }) => role?.kind === 'wordpress' && role.role === 'comments')
    const hasCommento = ofCommento.some(({ role }) => role?.kind === 'commento' && role.role === 'comments')
    if (hasWordPress) for (const one of this.#wordPress.values()) yield* one.tellAll()
    if (hasCommento)
      yield* tellCommento((role) => ofCommento.filter((table) => table.role?.kind === 'commento' && table.role.role === role))
    const candidates = this.#candidates(tables)
    const best = hasWordPress || hasCommento ? undefined : candidates[0]
    const others = candidates.filter((table) => table !== best)
    if (best !== undefined) yield* readSqlComments(best.line, best.columns, best.rows, factsOf(tables, best), this.options)
    for (const { name, line, count } of others)
      yield tell(line, `The table ${quote(name)} may hold comments, too. Its ${count} rows were left out; put it into a file of its own.`)
    for (const [name, line] of [...this.#nameless].slice(0, MAX_NAMED))
      yield lose(line, `${NO_COLUMNS} ${quote(name)}. Put its CREATE TABLE above its rows.`)
    if (best === undefined && !hasWordPress && !hasCommento) yield lose(1, this.#describeNone())
  }

  async close(): Promise<void> {
    for (const { rows } of this.#tables.values()) await rows.close()
    for (const one of this.#wordPress.values()) await one.close()
  }

  async *#joinDrupal(): AsyncGenerator<ImportRecord> {
    const find = (role: string) => [...this.#tables.values()].filter((table) => table.role?.kind === 'drupal' && table.role.role === role)
    for (const table of find('comments')) {
      const texts = find('texts').filter(({ scope, name }) => scope === table.scope && !name.includes('revision'))
      const rows = new Spool<SqlRecord>()
      const { columns, bare } = await joinDrupal(table, texts, rows)
      if (bare > 0) yield lose(table.line, `${bare} comments of the table ${quote(table.name)} have no text in this dump.`)
      const joined = { ...table, columns, rows, role: { kind: 'comments' as const } }
      this.#tables.set(`${table.scope} ${table.name} joined`, joined)
    }
  }

  #candidates(tables: readonly Table[]): Table[] {
    const rank = ({ name, columns }: Table) => rankTable(name, columns, this.options.columns ?? {})
    return tables.filter(({ role }) => role?.kind === 'comments').sort((a, b) => rank(b) - rank(a) || b.count - a.count)
  }

  /** The table, with columns that it was not known to have. */
  #open({ line, table: name, scope }: { line: number; table: string; scope: string }, named: readonly string[]): Table {
    const key = JSON.stringify([scope, name]).toLowerCase()
    const known = this.#tables.get(key)
    if (known?.named === named) return known
    const has = new Set(known?.columns.map((column) => column.toLowerCase()))
    const more = named.filter((column) => !has.has(column.toLowerCase()))
    if (known !== undefined && more.length === 0) return Object.assign(known, { named })
    const columns = [...(known?.columns ?? []), ...more]
    const role = findSqlRole(name, columns, this.options.columns ?? {})
    const table = Object.assign(known ?? { name, scope, line, count: 0, rows: new Spool<SqlRecord>() }, { columns, named, role })
    this.#tables.set(key, table)
    return table
  }

  async *#keep(table: Table, part: Extract<SqlPart, { byte: number }>, columns: readonly string[]): AsyncGenerator<ImportRecord> {
    const { line, byte } = part
    const cells = part.kind === 'row' ? yield* this.#readRow(table.name, columns, part) : yield* this.#readCopied(part)
    if (cells === null) return
    if (cells.length !== columns.length) {
      yield lose(line, `The row at byte ${byte} has ${cells.length} values, the table ${quote(table.name)} ${columns.length} columns.`)
      return
    }
    const record = { line, cells: Object.fromEntries(columns.map((name, at) => [name.toLowerCase(), cells[at] ?? ''])) }
    if (table.role?.kind !== 'wordpress') return table.rows.add(record)
    const { prefix, role } = table.role
    const key = `${table.scope}.${prefix}`
    const isAnother = ![...this.#wordPress.keys()].every((one) => one === key || !one.endsWith(`.${prefix}`))
    const tables =
      this.#wordPress.get(key) ?? new WordPressTables(prefix, isAnother ? `${table.scope.replace(/\.$/, '')}.` : '', this.options.timeZone)
    this.#wordPress.set(key, tables)
    await tables.add(role, record)
  }

  *#readRow(
    table: string,
    columns: readonly string[],
    { line, byte, values }: Extract<SqlPart, { kind: 'row' }>,
  ): Generator<ImportRecord, string[]> {
    const cells: string[] = []
    let [isDamaged, length] = [false, 0]
    for (const [at, tokens] of values.entries()) {
      // What functions make of few signs may be long, and a row has many.
      const value = length > MAX_ROW_BYTES ? null : this.values.read(tokens)
      if (value === null) yield* this.#tellUnread(table, columns[at] ?? String(at + 1), line, byte)
      isDamaged ||= value?.isDamaged === true
      cells.push(value?.text ?? '')
      length += value?.text.length ?? 0
    }
    if (isDamaged) yield tell(line, DAMAGED_TEXT)
    return cells
  }

  /** Once for each column: what is in one row is in all, as a rule. */
  *#tellUnread(table: string, column: string, line: number, byte: number): Generator<ImportRecord> {
    const name = `${quote(column)} of ${quote(table)}`
    if (this.#told.has(name)) return
    this.#told.add(name)
    yield tell(
      line,
      `The value of ${name} in the row at byte ${byte} is too long, or only a database can work it out. Values like it are left empty.`,
    )
  }

  *#readCopied({ line, byte, bytes }: Extract<SqlPart, { kind: 'copied row' }>): Generator<ImportRecord, string[] | null> {
    if (bytes === null) {
      yield lose(line, `The row at byte ${byte} is too long.`)
      return null
    }
    const { text, isDamaged } = this.#decoder.decode(bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes)
    if (isDamaged) yield tell(line, DAMAGED_TEXT)
    return splitDump(text, { delimiter: '\t', isQuoted: false })
  }

  #describeNone(): string {
    const named = [...new Set([...this.#tables.values()].map(({ name }) => name))]
    if (named.length === 0) return 'There are no tables with rows in this dump.'
    const more = named.length > MAX_NAMED ? ` and ${named.length - MAX_NAMED} more` : ''
    return `None of the tables in this dump holds comments: ${named.slice(0, MAX_NAMED).map(quote).join(', ')}${more}. Say which column is the text.`
  }
}

function quote(name: string): string {
  return `"${name.slice(0, 100).toWellFormed()}"`
}

function factsOf(tables: readonly Table[], comments: Table): FactTable[] {
  return tables.filter(
    (table) => table !== comments && table.scope === comments.scope && table.role !== null && table.role.kind !== 'wordpress',
  )
}

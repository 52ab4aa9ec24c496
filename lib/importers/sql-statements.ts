import { SqlRoutine } from './sql-routine'
import { isSign, isWord, readColumnList, readName, readTableName, SqlRow } from './sql-rows'
import type { SqlScanner } from './sql-scanner'
import type { SqlToken } from './sql-token'

/** A table that is made, a row of one, or what is wrong at a place. The columns are null when neither the row nor its table names them. */
export type SqlPart =
  | { kind: 'table'; line: number; table: string; scope: string; columns: string[] }
  | ({ kind: 'row'; line: number; byte: number; values: SqlToken[][] } & SqlTarget)
  | ({ kind: 'copied row'; line: number; byte: number; bytes: Buffer | null } & SqlTarget)
  | { kind: 'problem'; line: number; message: string; isLost: boolean }

/** Which table rows are of; `scope` is its database and schema, as far as they are named. */
interface SqlTarget {
  table: string
  scope: string
  columns: string[] | null
}

/** No statement has more before its rows. */
const MAX_HEAD = 20_000
const BEGINS = /^(?:insert|replace|create|copy)$/i
/** Statements that no rows are read from. */
const KNOWN =
  /^(?:alter|analyze|attach|begin|call|change|checkpoint|comment|commit|declare|delete|do|drop|end|exec|execute|flush|grant|if|lock|optimize|pragma|print|purge|reindex|release|rename|repair|reset|revoke|rollback|savepoint|security|select|set|show|source|start|truncate|unlock|update|vacuum|with)$/i
const ROUTINE = /^(?:trigger|function|procedure|event|package)$/i
/** What may stand between INSERT and the table's name. */
const MODIFIER = /^(?:insert|replace|low_priority|delayed|high_priority|ignore|or|abort|fail|rollback|into|only)$/i
const DAMAGED = 'damaged: a quotation mark, comma or bracket is missing or one too many'
const ENDS_EARLY = 'The file ends too early; more may be missing.'
const END_OF_COPY = '\\.'

type State = 'start' | 'skip' | 'routine' | 'head' | 'rows' | 'row' | 'between' | 'copy' | 'delimiter' | 'line' | 'use'

/** Reads the statements of a dump that make tables and fill them; the others are passed over. */
export class SqlStatements {
  #state: State = 'start'
  #head: SqlToken[] = []
  #row: SqlRow | null = null
  #target: SqlTarget = { table: '', scope: '', columns: null }
  #database = ''
  #routine = new SqlRoutine()
  /** Where damage began of which it is not known how far it reaches. */
  #damage: { line: number; byte: number; what: string } | null = null
  /** The columns of tables by their name and, within that, by where they are. */
  readonly #tables = new Map<string, Map<string, string[]>>()

  constructor(private readonly scanner: SqlScanner) {}

  *push(chunk: Uint8Array): Generator<SqlPart> {
    for (const token of this.scanner.push(chunk)) yield* this.#accept(token)
  }

  *end(): Generator<SqlPart> {
    for (const token of this.scanner.push(Buffer.alloc(0), true)) yield* this.#accept(token)
    // A quotation mark that is never closed takes the rest of the file along: what stands behind it is read anew.
    while (this.#row !== null || this.scanner.hasRest) {
      const { line, byte } = this.#row ?? this.scanner
      if (this.#damage === null) yield { kind: 'problem', line, message: endsWithin(byte), isLost: true }
      this.#row = null
      this.#state = 'rows'
      this.scanner.recover()
      for (const token of this.scanner.push(Buffer.alloc(0), true)) yield* this.#accept(token)
      if (this.#row === null && !this.scanner.hasRest) return
    }
    if (this.#damage !== null) yield* this.#closeDamage(null)
    else if (['routine', 'head', 'rows', 'between', 'copy', 'delimiter'].includes(this.#state))
      yield { kind: 'problem', line: this.scanner.line, message: ENDS_EARLY, isLost: false }
  }

  *#accept(token: SqlToken): Generator<SqlPart> {
    if (this.#damage !== null) yield* this.#closeDamage(token.byte)
    if (token.kind === 'line') yield* this.#acceptLine(token)
    else if (this.#state === 'row') yield* this.#acceptInRow(token)
    else if (this.#state === 'rows' || this.#state === 'between') yield* this.#acceptBetween(token)
    else if (this.#state === 'routine') this.#state = this.#routine.endsWith(token) ? 'start' : 'routine'
    else if (this.#state === 'head') yield* this.#acceptHead(token)
    else if (this.#state === 'use') this.#enter(readName(token) ?? '')
    else if (this.#state === 'start' || (token.isFirst && isWord(token, BEGINS))) yield* this.#begin(token)
    else if (isSign(token, ';')) this.#state = 'start'
  }

  *#begin(token: SqlToken): Generator<SqlPart> {
    this.#state = 'skip'
    this.#head = [token]
    if (isWord(token, BEGINS)) this.#state = 'head'
    else if (isWord(token, /^use$/i)) this.#state = 'use'
    else if (isWord(token, /^go$/i) || isSign(token, ';')) this.#state = 'start'
    else if (isSign(token, '\\') || isWord(token, /^delimiter$/i)) {
      this.#state = isSign(token, '\\') ? 'line' : 'delimiter'
      this.scanner.readLines()
    } else if (token.kind !== 'word' || !KNOWN.test(token.text)) {
      const message = `What begins at byte ${token.byte} is no statement that is known; it was left out up to the next semicolon.`
      yield { kind: 'problem', line: token.line, message, isLost: true }
    }
  }

  #enter(database: string): void {
    this.#database = database.toLowerCase()
    this.#state = 'skip'
  }

  *#acceptHead(token: SqlToken): Generator<SqlPart> {
    const [first] = this.#head
    this.#head.push(token)
    const isCreate = isWord(first, /^create$/i)
    if (isSign(token, ';')) {
      this.#state = 'start'
      if (isCreate) yield* this.#make()
      else if (isWord(first, /^copy$/i)) this.#beginCopy()
      else yield* this.#refuse()
    } else if (isCreate && !this.#isOfTable() && isWord(token, ROUTINE)) [this.#state, this.#routine] = ['routine', new SqlRoutine()]
    else if (isCreate && token.isFirst && isWord(token, BEGINS)) {
      yield* this.#make()
      yield* this.#begin(token)
    } else if (!isCreate && isWord(token, /^values?$/i) && this.#hasClosedBrackets()) yield* this.#beginRows()
    else if (this.#head.length > MAX_HEAD) yield* this.#refuse()
  }

  #isOfTable(): boolean {
    return this.#head.some((token) => isWord(token, /^table$/i) || isSign(token, '('))
  }

  #hasClosedBrackets(): boolean {
    const count = (text: string) => this.#head.filter((token) => isSign(token, text)).length
    return count('(') === count(')')
  }

  *#make(): Generator<SqlPart> {
    const at = this.#head.findIndex((token) => isWord(token, /^table$/i))
    if (at === -1 || at > 4) return
    const rest = this.#head.slice(at + 1).filter((token, index) => index > 2 || !isWord(token, /^(?:if|not|exists)$/i))
    const named = readTableName(rest)
    if (named === null) return
    const columns = readColumnList(rest.slice(named.length))
    if (columns.length === 0) return
    const scope = `${this.#database}.${named.schema}`
    const key = named.name.toLowerCase()
    this.#tables.set(key, new Map(this.#tables.get(key)).set(scope, columns))
    yield { kind: 'table', line: this.#head[0]?.line ?? 1, table: named.name, scope, columns }
  }

  *#beginRows(): Generator<SqlPart> {
    if (!this.#aim()) yield* this.#refuse()
    else this.#state = 'rows'
  }

  /** Notes which table the rows are of, and which columns. False when none is named. */
  #aim(): boolean {
    const rest = this.#head.slice(this.#head.findIndex((token, at) => at > 0 && !isWord(token, MODIFIER)))
    const named = readTableName(rest)
    if (named === null) return false
    const columns = isSign(rest[named.length], '(') ? readColumnList(rest.slice(named.length)) : []
    const scope = `${this.#database}.${named.schema}`
    // A schema may be named where a table is filled and not where it is made.
    const known = this.#tables.get(named.name.toLowerCase()) ?? new Map<string, string[]>()
    const [only] = known.size === 1 ? known.keys() : []
    const at = known.has(scope) ? scope : (only ?? scope)
    this.#target = { table: named.name, scope: at, columns: columns.length > 0 ? columns : (known.get(at) ?? null) }
    return true
  }

  #beginCopy(): void {
    if (!this.#head.some((token) => isWord(token, /^stdin$/i)) || !this.#aim()) return
    this.#state = 'copy'
    this.scanner.readLines()
  }

  *#refuse(): Generator<SqlPart> {
    const [first] = this.#head
    this.#state = 'skip'
    if (isSign(this.#head.at(-1), ';')) this.#state = 'start'
    const message = `The ${first?.text.toUpperCase() ?? ''} at byte ${first?.byte ?? 0} lists no rows that can be read; it was left out.`
    // REPLACE and COPY are words of other statements, too.
    if (isWord(first, /^insert$/i)) yield { kind: 'problem', line: first?.line ?? 1, message, isLost: true }
  }

  *#acceptBetween(token: SqlToken): Generator<SqlPart> {
    const isDue = this.#state === 'rows'
    if (isDue && isSign(token, '(')) {
      this.#row = new SqlRow(token.line, token.byte)
      this.#state = 'row'
      this.scanner.mark(token)
    } else if (!isDue && isSign(token, ',')) this.#state = 'rows'
    else if (isDue && isWord(token, /^values$/i)) return
    else if (isSign(token, ';')) this.#state = 'start'
    else if (token.isFirst && token.kind === 'word') yield* this.#begin(token)
    else if (!isDue && isWord(token, /^(?:on|as|returning)$/i)) this.#state = 'skip'
    else {
      this.scanner.mark(token)
      this.#recover(token)
    }
  }

  *#acceptInRow(token: SqlToken): Generator<SqlPart> {
    const row = this.#row
    const is = row?.add(token) ?? 'wrong'
    if (is === 'open') return
    if (row === null || is === 'wrong') return this.#recover(row ?? token)
    if (is === 'too long') {
      // It is not read anew: reading goes on behind what was kept of it.
      this.scanner.release()
      return this.#recover(row, 'longer than a row may be')
    }
    this.#row = null
    this.#state = 'between'
    this.scanner.release()
    const { line, byte, values } = row
    yield { kind: 'row', line, byte, ...this.#target, values }
  }

  #recover({ line, byte }: { line: number; byte: number }, what = DAMAGED): void {
    this.#damage = { line, byte, what }
    this.#row = null
    this.#state = 'rows'
    this.scanner.recover()
  }

  *#closeDamage(until: number | null): Generator<SqlPart> {
    const { line, byte, what } = this.#damage ?? { line: 1, byte: 1, what: DAMAGED }
    this.#damage = null
    const on = until === null ? 'Nothing after it could be read.' : `Reading goes on at byte ${until}.`
    const message = `What begins at byte ${byte} is ${what}. ${on}`
    yield { kind: 'problem', line, message, isLost: true }
  }

  *#acceptLine(token: SqlToken): Generator<SqlPart> {
    const text = token.bytes?.toString('latin1').trim() ?? ''
    if (this.#state === 'copy' && text !== END_OF_COPY) {
      if (text === '' && token.bytes?.length === 0 && this.#target.columns?.length !== 1) return
      yield { kind: 'copied row', line: token.line, byte: token.byte, ...this.#target, bytes: token.bytes }
    } else if (this.#state === 'line' && /^connect\s/.test(text)) {
      this.#enter(text.split(/\s+/)[1]?.replaceAll('"', '') ?? '')
      this.scanner.readTokens()
      this.#state = 'start'
    } else if (this.#state !== 'delimiter' || /^(?:delimiter\s+)?;$/i.test(text)) {
      this.#state = 'start'
      this.scanner.readTokens()
    }
  }
}

function endsWithin(byte: number): string {
  return `The file ends within the row that begins at byte ${byte}, or a quotation mark in it is never closed.`
}

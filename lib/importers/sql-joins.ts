import { foldName } from './csv-columns'
import type { Spool } from './spool'
import { cellOf, type SqlRecord } from './sql-record'
import { findFacts } from './sql-table'

/** A table whose rows others refer to. */
export interface FactTable {
  name: string
  columns: string[]
  rows: Spool<SqlRecord>
}

/** What a row that is referred to is called, and where it is. */
interface Fact {
  title: string
  address: string
}

const SUFFIX = /(?:external)?(?:id|key|uuid|hex|nr|slug)$/
/** What is short in one system. */
const SHORT = new Map(Object.entries({ t: 'thread', u: 'user', n: 'node', p: 'post', poster: 'user', author: 'user' }))

/** What the rows of a dump are called that its comments refer to by number: articles and those who write. */
export class SqlReference {
  readonly #wanted = new Set<string>()
  readonly #facts = new Map<string, Fact>()

  private constructor(
    private readonly column: string,
    private readonly table: FactTable,
    private readonly key: string,
  ) {}

  /** By its name, `post_id` refers to a table of posts, and `tid` to one of threads. Null when the dump has no such table. */
  static find(column: string | undefined, tables: readonly FactTable[]): SqlReference | null {
    const bare = foldName(column ?? '').replace(SUFFIX, '')
    const base = SHORT.get(bare) ?? bare
    if (column === undefined || base === '') return null
    const bases = new Set([base, bare].filter((one) => one.length > 1))
    const fitting = tables.filter(({ name }) => [...bases].some((one) => singular(foldName(name)).endsWith(one)))
    const [table] = fitting.toSorted((a, b) => a.name.length - b.name.length)
    const keys = [...(/key$/i.test(column) ? ['key'] : []), 'id', foldName(column), `${base}id`, `${base}key`, 'key', 'nid', 'uid']
    const key = keys.map((name) => table?.columns.find((one) => foldName(one) === name)).find((name) => name !== undefined)
    return table === undefined || key === undefined ? null : new SqlReference(column, table, key)
  }

  /** Notes that a comment refers to this row. */
  want(record: SqlRecord): void {
    this.#wanted.add(cellOf(record, this.column))
  }

  async read(): Promise<void> {
    const { title, address } = findFacts(this.table.columns) ?? {}
    for await (const record of this.table.rows.read()) {
      const key = cellOf(record, this.key)
      const cell = (name: string | undefined) => cellOf(record, name ?? '')
      if (this.#wanted.has(key)) this.#facts.set(key, { title: cell(title), address: cell(address) })
    }
  }

  factOf(record: SqlRecord): Fact {
    return this.#facts.get(cellOf(record, this.column)) ?? { title: '', address: '' }
  }

  /** Whether the number means something within the comment system only: of a page it keeps for its comments. */
  get isInternal(): boolean {
    return /thread|page|site/i.test(this.table.name) && findFacts(this.table.columns)?.address !== undefined
  }
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}

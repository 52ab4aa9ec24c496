import type { Db } from '@/lib/db/connection'

/** One statement as it went to the database. */
export interface RecordedStatement {
  text: string
  values: readonly unknown[]
  name: string | undefined
}

/** The same database, noting every statement of SQL that goes through it. */
export function recordStatements(db: Db): Db & { statements: RecordedStatement[] } {
  const statements: RecordedStatement[] = []
  const wrap = (inner: Db): Db => {
    const own: Pick<Db, 'query' | 'transaction'> = {
      query: (text, values = [], name) => {
        statements.push({ text, values, name })
        return inner.query(text, values, name)
      },
      transaction: (work) => inner.transaction((open) => work(wrap(open))),
    }
    return Object.assign(Object.create(inner) as Db, own)
  }
  return Object.assign(wrap(db), { statements })
}

import type { Db } from '@/lib/db/connection'

/** One statement as it went to the database. */
export interface RecordedStatement {
  text: string
  values: readonly unknown[]
  name: string | undefined
}

/** The same database, noting every statement that goes through it. */
export function recordStatements(db: Db): Db & { statements: RecordedStatement[] } {
  const statements: RecordedStatement[] = []
  const wrap = (inner: Db): Db => ({
    query: (text, values = [], name) => {
      statements.push({ text, values, name })
      return inner.query(text, values, name)
    },
    transaction: (work) => inner.transaction((open) => work(wrap(open))),
  })
  return { ...wrap(db), statements }
}

import { getDb } from '@/lib/db/connection'

/** A word that stands nowhere but in what is kept of one person: in their texts, their name, their id, and what others say of them. */
const MARK = 'quux'
export const TEXT = `${MARK}words`
export const NAME = `Nora ${MARK}name`
export const PERSON = `${MARK}-person-7`

/** Every column of every table of the database, whatever its type, that has the mark in it: as `table.column`, with how many rows. */
export async function findMarks(): Promise<Record<string, number>> {
  const columns = await getDb().query<{ table: string; column: string; type: string }>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2`,
  )
  const found: Record<string, number> = {}
  for (const { table, column, type } of columns) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
    const [row] = await getDb().query<{ rows: number }>(`SELECT count(*) AS rows FROM "${table}" WHERE ${text} ILIKE '%${MARK}%'`)
    if (row && row.rows > 0) found[`${table}.${column}`] = row.rows
  }
  return found
}

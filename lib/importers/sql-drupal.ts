import { foldName } from './csv-columns'
import type { Spool } from './spool'
import type { SqlRecord } from './sql-record'

interface Table {
  columns: string[]
  rows: Spool<SqlRecord>
}

const BODY = 'comment_body_value'

/** Whether a table holds the texts of Drupal's comments, and nothing else of them. */
export function isOfDrupalTexts(columns: readonly string[]): boolean {
  const names = new Set(columns.map(foldName))
  return names.has('entityid') && names.has(foldName(BODY))
}

/** Whether a table holds Drupal's comments but for their texts. */
export function isOfDrupalComments(columns: readonly string[]): boolean {
  const names = new Set(columns.map(foldName))
  return ['cid', 'pid', 'thread', 'hostname'].every((name) => names.has(name)) && !names.has('comment')
}

/**
 * Drupal's comments with their texts, which it keeps in a table of their own. What it says of each beside them is held in memory meanwhile.
 *
 * @returns the columns of both, and how many comments have no text
 */
export async function joinDrupal(
  comments: Table,
  texts: readonly Table[],
  joined: Spool<SqlRecord>,
): Promise<{ columns: string[]; bare: number }> {
  const facts = new Map<string, Record<string, string>>()
  for await (const { cells } of comments.rows.read()) facts.set(cells['cid'] ?? '', cells)
  for (const { rows } of texts)
    for await (const { line, cells } of rows.read()) {
      const known = facts.get(cells['entity_id'] ?? '')
      facts.delete(cells['entity_id'] ?? '')
      if (known !== undefined) await joined.add({ line, cells: { ...known, [BODY]: cells[BODY] ?? '' } })
    }
  return { columns: [...comments.columns, BODY], bare: facts.size }
}

import { foldName } from './csv-columns'
import { Spool } from './spool'
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

/** So many comments that stand next to each other are joined at once. */
const AT_ONCE = 50_000
/** Each has a file of its own on disk meanwhile. */
const MOST_PARTS = 64

/** The rows of one stretch of comments, and of their texts. */
interface Part {
  comments: Spool<SqlRecord>
  texts: Spool<SqlRecord>
}

/**
 * Drupal's comments with their texts, which it keeps in a table of their own. Both are set apart on disk by their number first, and only
 * the comments of one such part are held in memory.
 *
 * @param atOnce how many numbers go into one part
 * @returns the columns of both, and how many comments have no text
 */
export async function joinDrupal(
  comments: Table,
  texts: readonly Table[],
  joined: Spool<SqlRecord>,
  atOnce = AT_ONCE,
): Promise<{ columns: string[]; bare: number }> {
  const parts = new Map<number, Part>()
  const partOf = (id: string): Part => {
    const number = /^\d{1,15}$/.test(id) ? Math.floor(Number(id) / atOnce) % MOST_PARTS : 0
    const part = parts.get(number) ?? { comments: new Spool<SqlRecord>(), texts: new Spool<SqlRecord>() }
    parts.set(number, part)
    return part
  }
  let bare = 0
  try {
    for await (const record of comments.rows.read()) await partOf(record.cells['cid'] ?? '').comments.add(record)
    for (const { rows } of texts)
      for await (const { line, cells } of rows.read()) {
        const id = cells['entity_id'] ?? ''
        await partOf(id).texts.add({ line, cells: { entity_id: id, [BODY]: cells[BODY] ?? '' } })
      }
    for (const part of parts.values()) bare += await joinPart(part, joined)
  } finally {
    for (const part of parts.values()) await Promise.all([part.comments.close(), part.texts.close()])
  }
  return { columns: [...comments.columns, BODY], bare }
}

/** @returns how many comments have no text */
async function joinPart({ comments, texts }: Part, joined: Spool<SqlRecord>): Promise<number> {
  const facts = new Map<string, Record<string, string>>()
  for await (const { cells } of comments.read()) facts.set(cells['cid'] ?? '', cells)
  for await (const { line, cells } of texts.read()) {
    const known = facts.get(cells['entity_id'] ?? '')
    facts.delete(cells['entity_id'] ?? '')
    if (known !== undefined) await joined.add({ line, cells: { ...known, [BODY]: cells[BODY] ?? '' } })
  }
  return facts.size
}

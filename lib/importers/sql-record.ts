/** A row of a table: what its columns hold, by their names in small letters. */
export interface SqlRecord {
  line: number
  cells: Record<string, string>
}

/** What a column holds in this row, however its name is written; '' where the row has none. */
export function cellOf({ cells }: SqlRecord, column: string): string {
  const name = column.toLowerCase()
  return Object.hasOwn(cells, name) ? (cells[name] ?? '') : ''
}

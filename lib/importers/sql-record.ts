/** A row of a table: what its columns hold, by their names in small letters. */
export interface SqlRecord {
  line: number
  cells: Record<string, string>
}

/**
 * Rows of whole numbers as one text, "(1,2),(3,4)": hundreds of rows cost twice as much when each of their cells is sent and read by
 * itself. None of the columns may be null.
 *
 * @param columns SQL, in the order in which `unpackNumbers` gives them back
 */
export function packNumbers(columns: readonly string[]): string {
  return `string_agg(ROW(${columns.join(', ')})::text, ',')`
}

/** The rows of a packed text; none of null, which is what no rows are packed as. */
export function unpackNumbers(packed: string | null): number[][] {
  return JSON.parse(`[${(packed ?? '').replaceAll('(', '[').replaceAll(')', ']')}]`) as number[][]
}

/** What a CSV file begins with: without it spreadsheets take UTF-8 for an old code page, and every ü for two letters. */
export const CSV_BEGINNING = '\uFEFF'

export type CsvValue = string | number | boolean | null | undefined

/** A line of a CSV file, with its end. Numbers are written without the noise of floating point; null is an empty cell. */
export function writeCsvLine(values: readonly CsvValue[]): string {
  const cells = values.map((value) => (typeof value === 'number' ? String(Number(value.toPrecision(12))) : writeCell(String(value ?? ''))))
  return `${cells.join(',')}\r\n`
}

/**
 * A cell of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe before it; also in the midst of a cell
 * where one begins behind a semicolon or a tab, for spreadsheets of many countries part cells there. ";-)" stays.
 */
export function writeCell(text: string): string {
  const safe = text.replace(/^(?=[=+\-@\t\r\n＝＋－＠])|(?=[=+@]|-\w{2})(?<=[;\t]\s*)/g, "'")
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

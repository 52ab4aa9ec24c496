/** A cell of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** In some scripts a quoted line begins otherwise, but mail and every importer of ours write it so. */
const isQuoted = (line: string): boolean => line.startsWith('>')

/**
 * A text for a place of one line: what its writer says, without the lines they quote before it, and without line breaks, which would
 * end the line early. A text that is nothing but a quotation stays.
 */
export function ownWords(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const first = lines.findIndex((line) => line !== '' && !isQuoted(line))
  return (first === -1 ? lines : lines.slice(first)).filter((line) => line !== '').join(' ')
}

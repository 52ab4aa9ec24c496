const [QUOTE, COMMA, COLON] = [0x22, 0x2c, 0x3a]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]
const AFTER_TEXT: ReadonlySet<number> = new Set([COMMA, COLON, CLOSE_BRACE, CLOSE_BRACKET])
const BEFORE_TEXT: ReadonlySet<number> = new Set([COMMA, COLON, OPEN_BRACE, OPEN_BRACKET])

/**
 * Whether this byte, outside of texts and white space, cannot follow the last one in JSON, or closes what is not open. A quotation mark that
 * is missing, or one too many, shows so at once: what is text and what is not then change places.
 *
 * @param last a closing quotation mark for a text
 */
export function isOutOfPlace(byte: number, last: number, isInList: boolean): boolean {
  if (last === QUOTE && !AFTER_TEXT.has(byte)) return true
  if (byte === QUOTE) return !BEFORE_TEXT.has(last)
  return (byte === CLOSE_BRACE && isInList) || (byte === CLOSE_BRACKET && !isInList)
}

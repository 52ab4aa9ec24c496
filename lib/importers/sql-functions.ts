/** No value that functions make is longer. */
const MAX_TEXT = 4_000_000
/** Bytes, as hexadecimal digits. */
export const HEX = /^(?:[0-9a-f]{2})*$/i

/** What a function that programs put around texts makes of its values. Null where only a database can say, or where it is too long. */
export function callFunction(name: string, parts: string[]): string | null {
  return FUNCTIONS.get(name)?.(parts) ?? null
}

const FUNCTIONS = new Map<string, (parts: string[]) => string | null>(
  Object.entries({
    replace: ([text = '', from = '', to = '']) => replaceAll(text, from, to),
    char: (parts) => fromCodes(parts),
    chr: (parts) => fromCodes(parts),
    nchar: (parts) => fromCodes(parts),
    concat: (parts) => parts.reduce<string | null>(join, ''),
    unistr: ([text = '']) =>
      text.replace(/\\(?:\\|u([0-9a-f]{4})|U([0-9a-f]{8})|\+([0-9a-f]{6})|([0-9a-f]{4}))/gi, (_all, ...codes: (string | undefined)[]) => {
        const code = codes.slice(0, 4).find((one) => one !== undefined)
        return code === undefined ? '\\' : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
      }),
    cast: ([text = '']) => text,
    convert: (parts) => parts.at(-1) ?? null,
    unhex: ([text = '']) => (HEX.test(text) ? Buffer.from(text, 'hex').toString('utf8') : null),
    from_base64: ([text = '']) => Buffer.from(text, 'base64').toString('utf8'),
  }),
)

/** Null when it would be too long: texts in which much is put for little, again and again, grow beyond all measure. */
function replaceAll(text: string, from: string, to: string): string | null {
  if (from === '') return text
  let length = text.length
  for (let at = text.indexOf(from); at !== -1 && to.length > from.length; at = text.indexOf(from, at + from.length))
    length += to.length - from.length
  return length > MAX_TEXT && length > text.length ? null : text.replaceAll(from, to)
}

/** Two texts as one. Null when one is, or when that would be too long. */
export function join(text: string | null, next: string | null): string | null {
  return text === null || next === null || text.length + next.length > MAX_TEXT ? null : text + next
}

function fromCodes(parts: readonly string[]): string | null {
  const codes = parts.map(Number)
  return codes.every((code) => Number.isInteger(code) && code >= 0 && code <= 0x10ffff)
    ? codes.map((code) => String.fromCodePoint(code)).join('')
    : null
}

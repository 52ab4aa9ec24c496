/** A text, or a whole number that is too large to be kept exactly. */
const TEXT_OR_LARGE_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g

/** The value that a JSON text is, with numbers of many digits, such as ids, as text; undefined when it is none. */
export function parseJsonValue(text: string): unknown {
  const exact = /\d{16}/.test(text) ? text.replace(TEXT_OR_LARGE_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)) : text
  try {
    return JSON.parse(exact) as unknown
  } catch {
    return undefined
  }
}

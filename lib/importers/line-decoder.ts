const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const LENIENT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** What 0x80 to 0x9f are in Windows-1252; the rest is as in Latin-1. Node's own decoder takes these for controls. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

/** What is told of a part of a file that is damaged in this way. */
export const DAMAGED_TEXT = 'Some bytes of what begins here cannot be read; \ufffd stands for them.'

/** What is read as Windows-1252 on the web (WHATWG Encoding, 4.2): what these names meant is a part of it. */
const OF_WINDOWS_1252 = /^(?:windows-1252|(?:x-)?cp1252|iso-?8859-?1|latin-?1|l1|(?:us-)?ascii)$/i

/** Text in the encoding of this name; null when it is not written so, or nobody knows such an encoding. */
export function decodeAs(label: string, bytes: Uint8Array): string | null {
  if (OF_WINDOWS_1252.test(label)) return decodeWindows1252(bytes)
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** One line as text; `isDamaged` when bytes of it could not be read and stand as U+FFFD. */
interface DecodedLine {
  text: string
  isDamaged: boolean
}

/** The line as UTF-8, or null when it is not. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT_UTF8.decode(bytes)
  } catch {
    return null
  }
}

/**
 * Turns lines of unknown encoding into text. Old Windows programs save Windows-1252, where almost any byte is a
 * character, so it is what a line that is not UTF-8 is taken for; unless the file has shown real UTF-8 before, or the line
 * itself is mostly that, because then it is a damaged one, and reading it as Windows-1252 would turn every accent in it into
 * two wrong letters.
 */
export class LineDecoder {
  #hasSeenUtf8: boolean

  /** @param hasUtf8 whether the file is already known to hold UTF-8 beyond ASCII */
  constructor(hasUtf8 = false) {
    this.#hasSeenUtf8 = hasUtf8
  }

  /** The file turned out to hold UTF-8 beyond ASCII. */
  expectUtf8(): void {
    this.#hasSeenUtf8 = true
  }

  decode(bytes: Uint8Array): DecodedLine {
    const text = decodeUtf8(bytes)
    if (text !== null) {
      this.#hasSeenUtf8 ||= text.length < bytes.length
      return withoutNul(text)
    }
    const lenient = LENIENT_UTF8.decode(bytes)
    this.#hasSeenUtf8 ||= isRatherUtf8(lenient)
    if (!this.#hasSeenUtf8) return asDamaged(decodeWindows1252(bytes).replaceAll('\0', '\ufffd'))
    return { text: withoutNul(lenient).text, isDamaged: true }
  }
}

/** Five bytes mean nothing in Windows-1252. */
function asDamaged(text: string): DecodedLine {
  return { text, isDamaged: text.includes('\ufffd') }
}

/** Whether more letters beyond ASCII can be read than not: those of Windows-1252 hardly ever make one of UTF-8. */
function isRatherUtf8(lenient: string): boolean {
  const beyond = lenient.match(/[^\u0000-\u007f]/gu) ?? []
  const unread = beyond.filter((letter) => letter === '\ufffd').length
  return beyond.length - unread > unread
}

/** Whether any of the lines is UTF-8 beyond ASCII. */
export function hasUtf8(lines: Iterable<Uint8Array>): boolean {
  for (const bytes of lines) {
    const text = decodeUtf8(bytes)
    if (text !== null && text.length < bytes.length) return true
  }
  return false
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control)
}

/** NUL cannot be stored; in a text file it is a damaged byte. */
function withoutNul(text: string): DecodedLine {
  return text.includes('\0') ? { text: text.replaceAll('\0', '\ufffd'), isDamaged: true } : { text, isDamaged: false }
}

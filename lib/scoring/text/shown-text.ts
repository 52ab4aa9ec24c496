import { DOUBLE_FACED, readCapitals } from './greek-capitals'
import { type ShownText, TURNING, withoutMarkup } from './markup'
import { standUp, TURNED_LETTERS } from './upside-down'

/** What turns letters round, from right to left, until it is taken back or the line ends. */
const TURNED = /\u202e([^\u202c\u202e\n\r\u2029]*)/g
/** One look at most texts: what begins any of these, letters on their head, and capitals with two faces. */
const MAY_DIFFER = new RegExp(
  `[\\x00-\\x08\\x0e-\\x1f\\x7f<&[\\u202e\\ud83c${TURNED_LETTERS}${DOUBLE_FACED}]|%[2-7ce]|\\\\[ux]|U\\+00`,
  'i',
)

/** One look at most of them: what is not ASCII, and what begins a mark or a tag. */
const IS_RARE = /[\x00-\x08\x0e-\x1f\x7f<&[\u0080-\uffff]|%[2-7ceCE]|\\[uxUX]|[uU]\+00/
const ASCII = /^[\t-\r -~]*$/

/** Every scorer asks it of a text, one after the other. */
const last = { text: '', isAsWritten: true, isPlain: true }

function lookAt(text: string): typeof last {
  if (text === last.text) return last
  last.text = text
  last.isPlain = !IS_RARE.test(text)
  last.isAsWritten = last.isPlain || !MAY_DIFFER.test(text)
  return last
}

/** Whether a text has nothing in it by which it may be shown otherwise than it is written. */
export function isShownAsWritten(text: string): boolean {
  return lookAt(text).isAsWritten
}

/** Whether a text is nothing but ASCII, and is shown as it is written. */
export function isPlain(text: string): boolean {
  return lookAt(text).isPlain || (ASCII.test(text) && readShown(text) === null)
}

/**
 * The text that a reader sees: without tags (none of which is a word's end when it is an inline one: "f<b></b>uck"), with signs that
 * are written as numbers ("&#102;uck") in their place, with letters of flags that are no flags as letters, with words that stand on
 * their head on their feet, with Greek capitals among Latin letters as those, and with what a mark or a tag turns round (U+202E, "\u202ekcuf") the right way. Null where that is the text as it stands. Linear in its length.
 */
export function readShown(original: string): ShownText | null {
  if (isShownAsWritten(original)) return null
  const turned = readTurned(original)
  const text = readCapitals(turned?.text ?? original)
  return text === null ? turned : { ...(turned ?? asWritten(original)), text }
}

function readTurned(original: string): ShownText | null {
  const once = withoutMarkup(original)
  const plain = once !== null && ESCAPED_TAG.test(original) ? withoutMarkupAgain(once) : once
  const read = plain ?? asWritten(original)
  const turned = read.text.includes(TURNING) ? turnBack(read) : plain
  const standing = standUp(turned?.text ?? original)
  return standing === null ? turned : { text: standing.text, ...placesOf(turned ?? read, standing.places) }
}

/** The text that a reader sees, where the way back is of no interest. */
export function showText(original: string): string {
  return readShown(original)?.text ?? original
}

function asWritten(text: string): ShownText {
  return {
    text,
    starts: Uint32Array.from({ length: text.length }, (_, at) => at),
    ends: Uint32Array.from({ length: text.length }, (_, at) => at + 1),
  }
}

/** Of what was escaped for a page that escapes it itself, the tags come to light at the second look. */
const ESCAPED_TAG = /&(?:amp;)*lt;/i

function withoutMarkupAgain(once: ShownText): ShownText {
  const twice = withoutMarkup(once.text)
  if (twice === null) return once
  return { text: twice.text, starts: twice.starts.map((at) => once.starts[at] ?? 0), ends: twice.ends.map((at) => once.ends[at - 1] ?? 0) }
}

/** Every stretch that is turned round, the right way, its code points whole; the marks themselves stay. */
function turnBack({ text, starts, ends }: ShownText): ShownText {
  const places = Uint32Array.from(starts, (_, at) => at)
  for (const { 0: run, 1: turned = '', index } of text.matchAll(TURNED)) {
    const end = index + run.length
    let to = end
    for (let at = end - turned.length; at < end;) {
      const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      to -= size
      for (let unit = 0; unit < size; unit += 1) places[to + unit] = at + unit
      at += size
    }
  }
  return { text: Array.from(places, (at) => text.charAt(at)).join(''), ...placesOf({ starts, ends }, places) }
}

/** The places of units that come from others. */
function placesOf({ starts, ends }: Pick<ShownText, 'starts' | 'ends'>, places: Uint32Array): Pick<ShownText, 'starts' | 'ends'> {
  return { starts: places.map((at) => starts[at] ?? 0), ends: places.map((at) => ends[at] ?? 0) }
}

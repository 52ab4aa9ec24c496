import { DOUBLE_FACED, readCapitals } from './greek-capitals'
import { standUp, TURNED_LETTERS } from './upside-down'

/** A text as a reader sees it where that is not how it is written, with the way back. All arrays have an entry for each unit of `text`. */
export interface ShownText {
  text: string
  /** Where the source of each unit begins and ends in the original, in UTF-16 units. */
  starts: Uint32Array
  ends: Uint32Array
}

/** Elements that stand within a word as well as around it: their tags are not seen. Of all others a tag ends the word. */
const INLINE =
  'a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr'
const BLOCK = 'blockquote|br|dd|div|dl|dt|h[1-6]|hr|img|li|ol|p|pre|table|td|th|tr|ul'
/** No tag that people write is longer: what goes on is text. */
const LONGEST_TAG = 300
const NAMED: Readonly<Record<string, string>> = {
  ...{
    shy: '',
    zwnj: '',
    zwj: '',
    lrm: '',
    rlm: '',
    zerowidthspace: '',
    nobreak: '',
    invisiblecomma: '',
    ic: '',
    invisibletimes: '',
    it: '',
    applyfunction: '',
    af: '',
  },
  ...{ szlig: 'ß', aelig: 'æ', oelig: 'œ', oslash: 'ø' },
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', hairsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
  ...{
    period: '.',
    comma: ',',
    colon: ':',
    semi: ';',
    excl: '!',
    quest: '?',
    num: '#',
    dollar: '$',
    ast: '*',
    lowbar: '_',
    hyphen: '-',
    dash: '-',
    sol: '/',
    bsol: '\\',
    verbar: '|',
    vert: '|',
    commat: '@',
  },
  ...{
    middot: '·',
    bull: '•',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    tab: ' ',
    newline: ' ',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    sect: '§',
    lsqb: '[',
    rsqb: ']',
    lpar: '(',
    rpar: ')',
  },
}
/** What follows the letter in its name, as in "&uuml;". */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030a', caron: '\u030c', cedil: '\u0327' },
}
/** The same of forums: `[b]id[/b]iot`. One without its end stays: "[b][i]" may be letters in brackets. */
const FORUM = 'b|i|u|s|em|strong|color|size|font|sub|sup|url'
/** Letters as pictures of flags; two that are a country's are a flag. */
const FLAG_LETTER = '\\ud83c[\\udde6-\\uddff]'

const MARKUP = new RegExp(
  [
    `<!--[^<>]{0,${LONGEST_TAG}}-->`,
    // An element that nobody knows and that holds nothing.
    `<(?<none>[a-z][\\w-]{0,20})></\\k<none>>`,
    // Nor one within a word.
    `<(?<=[a-z]<)/?(?<unknown>(?!(?:${BLOCK})\\b)[a-z][\\w-]{0,20})>(?=[a-z<])`,
    `</?(?:(?<inline>${INLINE})|${BLOCK})(?:[\\s/][^<>]{0,${LONGEST_TAG}})?>`,
    `\\[(?<forum>${FORUM})(?:=[^\\[\\]]{0,40})?\\](?=[^\\[\\]]{0,${LONGEST_TAG}}\\[/\\k<forum>\\])|\\[/(?:${FORUM})\\]`,
    // A link of Markdown: what is seen is its text.
    `\\[(?=[^\\[\\]\\n]{1,80}\\]\\((?:https?:|/)[^()\\s]{1,${LONGEST_TAG}}\\))|\\](?<=\\[[^\\[\\]\\n]{1,80}\\])\\((?:https?:|/)[^()\\s]{1,${LONGEST_TAG}}\\)`,
    // Browsers read a number without the last sign too.
    `&(?:#(?<decimal>\\d{2,8});?|#x(?<hexadecimal>[\\da-f]{2,8});?|(?<name>${Object.keys(NAMED).join('|')});|(?<letter>[a-z])(?<accent>${Object.keys(ACCENTS).join('|')});)`,
    `(?<flags>(?:${FLAG_LETTER})+)`,
  ].join('|'),
  'gi',
)
/** What turns letters round, from right to left, until it is taken back or the line ends. */
const TURNED = /\u202e([^\u202c\u202e\n\r\u2029]*)/g
const TURNING = '\u202e'
const TURNED_BACK = '\u202c'
const TURNING_TAG = /^<bdo\b[^<>]*\bdir\s*=\s*["']?rtl/i
/** One look at most texts: what begins any of these, letters on their head, and capitals with two faces. */
const MAY_DIFFER = new RegExp(`[<&[\\u202e\\ud83c${TURNED_LETTERS}${DOUBLE_FACED}]`)

/** One look at most of them: what is not ASCII, and what begins a mark or a tag. */
const IS_RARE = /[<&[\u0080-\uffff]/
const ASCII = /^[\x00-\x7f]*$/

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
  const plain = withoutMarkup(original)
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

function withoutMarkup(original: string): ShownText | null {
  let text = ''
  let from = 0
  const starts: number[] = []
  const ends: number[] = []
  const keep = (part: string, start: number, end: number | null) => {
    text += part
    for (let at = 0; at < part.length; at += 1) {
      starts.push(end === null ? start + at : start)
      ends.push(end ?? start + at + 1)
    }
  }
  for (const match of original.matchAll(MARKUP)) {
    const flags = match.groups?.['flags']
    if (flags !== undefined && isFlags(flags)) continue
    keep(original.slice(from, match.index), from, null)
    from = match.index + match[0].length
    if (flags === undefined) keep(readMark(match), match.index, from)
    else [...flags].forEach((letter, at) => keep(readFlagLetter(letter), match.index + 2 * at, match.index + 2 * at + 2))
  }
  if (from === 0) return null
  keep(original.slice(from), from, null)
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** What is seen of a tag, a note or a sign that is written as a number or a name. */
function readMark({ 0: mark, groups = {} }: RegExpExecArray): string {
  const { inline, decimal, hexadecimal, name, letter, accent } = groups
  if (letter !== undefined && accent !== undefined) return `${letter}${ACCENTS[accent.toLowerCase()] ?? ''}`.normalize('NFC')
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
  const codePoint = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? parseInt(hexadecimal, 16) : null
  if (codePoint !== null) return codePoint > LAST_CODE_POINT ? '' : String.fromCodePoint(codePoint)
  if (inline?.toLowerCase() === 'bdo') return TURNING_TAG.test(mark) ? TURNING : mark.startsWith('</') ? TURNED_BACK : ''
  return inline !== undefined ||
    groups['none'] !== undefined ||
    groups['unknown'] !== undefined ||
    mark.startsWith('<!') ||
    /^[[\]]/.test(mark)
    ? ''
    : ' '
}

const LAST_CODE_POINT = 0x10ffff
const FIRST_FLAG_LETTER = 0x1f1e6
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

function readFlagLetter(letter: string): string {
  return String.fromCharCode((letter.codePointAt(0) ?? 0) - FIRST_FLAG_LETTER + 0x61)
}

/** What flags spell by their letters. */
export function spellFlags(flags: string): string {
  return Array.from(flags, readFlagLetter).join('')
}

/** Whether letters of flags stand two by two for countries, as they are meant to. */
function isFlags(letters: string): boolean {
  const pairs = spellFlags(letters).toUpperCase().match(/../g) ?? []
  return pairs.length * 4 === letters.length && pairs.every((pair) => countries.of(pair) !== undefined)
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

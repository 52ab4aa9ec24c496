import { LOOK_ALIKES } from './fold-look-alikes'
import { readShown } from './shown-text'

/** What a folded unit is, for telling where words end. Unspaced: scripts that write words without spaces between them. */
const OUTSIDE_WORD = 0
export const SPACED_LETTER = 1
const UNSPACED_LETTER = 2

/** A text made comparable, with the way back to the text it came from. All arrays have `length` entries in use. */
export interface FoldedText {
  length: number
  /** Folded UTF-16 units. */
  units: Uint16Array
  /** Where the source character of each folded unit begins and ends in the original, in UTF-16 units. */
  starts: Uint32Array
  ends: Uint32Array
  /** OUTSIDE_WORD, SPACED_LETTER or UNSPACED_LETTER. */
  classes: Uint8Array
}

interface FoldedCharacter {
  text: string
  unitClass: number
  /** A combining mark that was dropped; it belongs to the letter before it. */
  isMark: boolean
  /** A mark that makes other letters in its own script, and nothing on a letter of ours. */
  isForeignMark: boolean
}

/** Nobody sees them, or sees no letter in them: controls but for white space, what nobody assigned, a line that draws Arabic letters out. */
const DROPPED = /^(?!\s)[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\p{Cf}\p{Cc}\p{Co}\p{Cn}\u0640\ufffc\ufffd]$/u
/** Accents, Arabic vowels and Hebrew points. Marks that make other letters in Indic scripts and in kana stay. */
const ACCENT =
  /^(?=[\p{Mn}\p{Me}])(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\u0483-\u0489\u20dd-\u20e0\ufe2e\ufe2f]$/u
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const HANGUL_SYLLABLE = /^[\uac00-\ud7a3]$/
const LETTER = /^[\p{L}\p{N}\p{M}]$/u

const MARK = /^\p{Mn}$/u
const DROPPED_MARK: FoldedCharacter = { text: '', unitClass: OUTSIDE_WORD, isMark: true, isForeignMark: false }

const basicPlane: (FoldedCharacter | undefined)[] = []

/**
 * Makes what a reader sees of a text comparable: compatibility forms and case folded, accents and invisible characters dropped, common
 * look-alikes turned into the letter they pass for, white space collapsed to one space. It works code point by code
 * point, so that every folded unit knows where it came from, in linear time. Applied to texts and terms alike, so Russian or
 * Greek terms still match Russian or Greek text; the price is that a word made of look-alikes only (Russian "сор") equals its
 * Latin twin. Digits for letters ("1diot") and letters spaced out are for respell.ts.
 *
 * The result is good until the next call: short texts share one set of arrays, because allocating them would cost as
 * much as the fold.
 */
export function foldText(text: string): FoldedText {
  if (text === last.text) return last.folded
  last.text = null
  const folded = foldShown(text)
  if (folded.units !== shared.units) return folded
  last.text = text
  last.folded = folded
  return folded
}

/** Folds what a reader sees; places are those of the text as it is written, and run backwards where that is turned round. */
function foldShown(text: string): FoldedText {
  const shown = readShown(text)
  if (shown === null) return foldAfresh(text)
  const folded = foldAfresh(shown.text)
  for (let at = 0; at < folded.length; at += 1) {
    const { start, end } = placeOf(shown, folded.starts[at] ?? 0, (folded.ends[at] ?? 1) - 1)
    folded.starts[at] = start
    folded.ends[at] = end
  }
  return folded
}

function foldAfresh(text: string): FoldedText {
  let folded = reuse(text.length + 16)
  let length = 0
  let isAfterSpace = false
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (unit > SPACE && unit < ASCII_END) {
      // One to one, and nothing that belongs to what came before: by far the most of most texts.
      folded.units[length] = ASCII_UNITS[unit] ?? 0
      folded.starts[length] = at
      folded.ends[length] = at += 1
      folded.classes[length] = ASCII_CLASSES[unit] ?? OUTSIDE_WORD
      length += 1
      isAfterSpace = false
      if (length === folded.units.length) folded = grow(folded, text.length)
      continue
    }
    const codePoint = text.codePointAt(at) ?? 0
    const end = at + (codePoint > 0xffff ? 2 : 1)
    let character = foldCodePoint(codePoint)
    if (character.isForeignMark && isOurs(folded.units[length - 1])) character = DROPPED_MARK
    if (character.isMark && length > 0 && !isAfterSpace) folded.ends[length - 1] = end
    const isSpace = character.text === ' '
    if (!(isSpace && isAfterSpace)) {
      if (length + character.text.length > folded.units.length) folded = grow(folded, text.length)
      for (let unit = 0; unit < character.text.length; unit += 1) {
        folded.units[length] = character.text.charCodeAt(unit)
        folded.starts[length] = at
        folded.ends[length] = end
        folded.classes[length] = character.unitClass
        length += 1
      }
    }
    if (character.text !== '') isAfterSpace = isSpace
    at = end
  }
  folded.length = length
  return folded
}

/** Where in the original a stretch of folded units stands, from the first to the last, whichever way it runs there. */
export function placeOf(
  { starts, ends }: Pick<FoldedText, 'starts' | 'ends'>,
  first: number,
  last: number,
): { start: number; end: number } {
  return { start: Math.min(starts[first] ?? 0, starts[last] ?? 0), end: Math.max(ends[first] ?? 0, ends[last] ?? 0) }
}

/** The same fold for one word, as a string. */
export function foldWord(word: string): string {
  if (/^[a-z0-9]*$/i.test(word)) return word.toLowerCase()
  let folded = ''
  for (const character of word) folded += foldCodePoint(character.codePointAt(0) ?? 0).text
  return folded
}

function foldCodePoint(codePoint: number): FoldedCharacter {
  if (codePoint > 0xffff) return describe(codePoint)
  return (basicPlane[codePoint] ??= describe(codePoint))
}

function describe(codePoint: number): FoldedCharacter {
  const source = String.fromCodePoint(codePoint)
  if (ACCENT.test(source)) return DROPPED_MARK
  if (DROPPED.test(source)) return { text: '', unitClass: OUTSIDE_WORD, isMark: false, isForeignMark: false }
  if (/^[\s\u2800]$/u.test(source)) return { text: ' ', unitClass: OUTSIDE_WORD, isMark: false, isForeignMark: false }
  const alike = LOOK_ALIKES.get(source)
  if (alike !== undefined)
    return { text: alike, unitClass: LETTER.test(alike.charAt(0)) ? SPACED_LETTER : OUTSIDE_WORD, isMark: false, isForeignMark: false }
  const decomposed = HANGUL_SYLLABLE.test(source) ? source : source.normalize('NFKD').toLowerCase().normalize('NFKD')
  let text = ''
  for (const part of decomposed) if (!ACCENT.test(part)) text += LOOK_ALIKES.get(part) ?? part
  if (text.trim() === '') text = ' '
  const unitClass = UNSPACED.test(source) ? UNSPACED_LETTER : LETTER.test(source) ? SPACED_LETTER : OUTSIDE_WORD
  return { text, unitClass, isMark: false, isForeignMark: MARK.test(source) }
}

/** Whether a folded unit is one of our letters. */
const isOurs = (unit = 0) => unit >= 0x61 && unit <= 0x7a

const SPACE = 0x20
const ASCII_END = 0x7f
/** What each ASCII unit but the last folds to; white space to a space. */
export const ASCII_UNITS = Uint16Array.from({ length: ASCII_END }, (_, unit) => foldCodePoint(unit).text.charCodeAt(0) || unit)
const ASCII_CLASSES = Uint8Array.from({ length: ASCII_END }, (_, unit) => foldCodePoint(unit).unitClass)

const SHARED_SIZE = 16_384
const shared = allocate(SHARED_SIZE)
/** The text that the shared arrays hold: several readers look at one text in turn. */
const last: { text: string | null; folded: FoldedText } = { text: null, folded: shared }

function reuse(size: number): FoldedText {
  return size <= SHARED_SIZE ? { ...shared, length: 0 } : allocate(size)
}

function allocate(size: number): FoldedText {
  return {
    length: 0,
    units: new Uint16Array(size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
    classes: new Uint8Array(size),
  }
}

/** One code point folds to at most 18 units (U+FDFA), so doubling by the text's length and a little more always helps. */
function grow(folded: FoldedText, step: number): FoldedText {
  const larger = allocate(folded.units.length * 2 + step)
  larger.units.set(folded.units)
  larger.starts.set(folded.starts)
  larger.ends.set(folded.ends)
  larger.classes.set(folded.classes)
  return larger
}

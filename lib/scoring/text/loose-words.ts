import { BLANK, BUILT_BY_FIRST, LETTERS_OF_SIGNS } from './letter-signs'
import type { LetterTree } from './letter-tree'

/** Further units, and further steps, are not looked at. */
const MOST_UNITS = 40
const MOST_STEPS = 400
const WIDEST_GAP = 8
/** Shorter words come about by chance where so much is allowed. */
const SHORTEST = 4
const [A, Z, ZERO, NINE] = [0x61, 0x7a, 0x30, 0x39]
const [I, L] = [0x69, 0x6c]
const [SURROGATE, SURROGATE_END] = [0xd800, 0xdc00]
const [FIRST_PRIVATE, LAST_PRIVATE] = [0xe000, 0xf8ff]

/**
 * What a reading is made of, which tells whether to believe it, in one number: letters that are there by themselves or by one that is drawn like
 * it; signs that any letter may stand behind; digits between letters that stand for none; and whether i stands for l, or l for i.
 */
const [LETTER, UNKNOWN, JUNK, SWAPPED] = [1, 0x100, 0x1_0000, 0x100_0000]
const lettersOf = (reading: number) => reading & 0xff
const unknownOf = (reading: number) => (reading >>> 8) & 0xff
const junkOf = (reading: number) => (reading >>> 16) & 0xff

/** What is found, by the place where it ends. */
interface Found {
  end: number
  word: string
}

/** One search; a walk through the text and the tree at once. */
class LooseReading {
  best: Found | null = null
  private readonly seen = new Set<number>()
  private readonly limit: number

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly tree: LetterTree,
    private readonly accepts: (written: string, word: string) => boolean,
    private readonly isWithin: boolean,
  ) {
    this.limit = Math.min(text.length, start + MOST_UNITS)
  }

  walk(at: number, node: number, last: number, reading: number): void {
    const { seen, text, tree } = this
    const state = at * tree.size + node
    if (seen.size > MOST_STEPS || seen.has(state)) return
    seen.add(state)
    if (at >= this.limit) return
    const unit = text.charCodeAt(at)
    if (unit >= A && unit <= Z) {
      this.step(at + 1, unit, node, last, reading + LETTER)
      if (unit === I || unit === L) this.step(at + 1, unit === I ? L : I, node, last, (reading + LETTER) | SWAPPED)
      if (BUILT_BY_FIRST.has(unit)) this.build(at, unit, node, last, reading)
      return
    }
    this.build(at, unit, node, last, reading)
    this.readSign(at, unit, node, last, reading)
    if (node === 0) return
    if (unit >= ZERO && unit <= NINE) this.walk(at + 1, node, last, reading + JUNK)
    else if (!isAlnum(text, at)) {
      let to = at + 1
      for (; to < this.limit && to - at < WIDEST_GAP && !isAlnum(text, to); to += 1) this.walk(to, node, last, reading)
      this.walk(to, node, last, reading)
    }
  }

  private step(at: number, letter: number, node: number, last: number, reading: number): void {
    const next = this.tree.next(node, letter)
    if (next !== 0) this.enter(at, next, letter, reading)
    if (letter === last) this.enter(at, node, last, reading)
  }

  /** A word ends behind a letter, never behind what is between letters. */
  private enter(at: number, node: number, last: number, reading: number): void {
    this.finish(at, node, reading)
    this.walk(at, node, last, reading)
  }

  private build(at: number, unit: number, node: number, last: number, reading: number): void {
    for (const [signs, letter] of BUILT_BY_FIRST.get(unit) ?? [])
      if (this.text.startsWith(signs, at)) this.step(at + signs.length, letter, node, last, signs.length > 1 ? reading + LETTER : reading)
  }

  private readSign(at: number, unit: number, node: number, last: number, reading: number): void {
    const sign = unit >= SURROGATE && unit < SURROGATE_END ? this.text.slice(at, at + 2) : this.text.charAt(at)
    const meant = LETTERS_OF_SIGNS.get(sign)
    if (meant === undefined) return
    if (meant === BLANK) {
      if (unknownOf(reading) === 0) for (const next of this.tree.children(node)) this.enter(at + 1, next, 0, reading + UNKNOWN)
      return
    }
    const drawn = isWritten(unit) ? reading + LETTER : reading
    for (let each = 0; each < meant.length; each += 1) this.step(at + sign.length, meant.charCodeAt(each), node, last, drawn)
  }

  private finish(at: number, node: number, reading: number): void {
    const word = this.tree.wordAt(node)
    if (word === undefined || word.length < SHORTEST || (this.best !== null && this.best.end >= at)) return
    if (!this.isWithin && at < this.text.length && isAlnum(this.text, at)) return
    const letters = lettersOf(reading)
    if (letters < 2 || (unknownOf(reading) > 0 && word.length <= SHORTEST) || (junkOf(reading) > 0 && letters < word.length)) return
    const written = this.text.slice(this.start, at)
    if ((reading & SWAPPED) !== 0 && /\s/.test(written)) return
    if (this.accepts(written, word)) this.best = { end: at, word }
  }
}

const [AT, DOLLAR] = ['@', '$'].map((sign) => sign.charCodeAt(0))
const isWritten = (unit: number) => unit === AT || unit === DOLLAR || (unit >= FIRST_PRIVATE && unit <= LAST_PRIVATE)
const OTHER_ALNUM = /[\p{L}\p{N}]/u

/** Whether a unit is a letter or a digit, or mostly stands for one. */
function isAlnum(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return (unit >= A && unit <= Z) || (unit >= ZERO && unit <= NINE) || unit === AT || unit === DOLLAR
  return isWritten(unit) || OTHER_ALNUM.test(text.charAt(at))
}

/**
 * The longest word of a list that a stretch of text spells from `start` on, however it is put together: letters by signs and by several of them,
 * written twice, with anything between. Everything that one disguise allows is allowed together with all others.
 *
 * @param accepts whether to believe that `written` is the word
 * @param isWithin whether letters may follow it
 */
export function readLoosely(
  text: string,
  start: number,
  tree: LetterTree,
  accepts: (written: string, word: string) => boolean,
  isWithin = false,
): Found | null {
  const search = new LooseReading(text, start, tree, accepts, isWithin)
  search.walk(start, 0, 0, 0)
  return search.best
}

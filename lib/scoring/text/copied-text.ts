import { foldText, SPACED_LETTER, type FoldedText } from './fold'

export const SPACE = 0x20
export const ZERO = 0x30
const code = (character: string) => character.charCodeAt(0)
const [DOT, COLON, SLASH, APOSTROPHE, COMMA, W] = ['.', ':', '/', "'", ',', 'w'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
]
/** What may follow a host and begin the rest of a link; what may stand in a host; what ends a link. */
const AFTER_HOST = new Set([...'/?#:'].map(code))
const IN_LINK = new Set([...'.-_:/?#@'].map(code))
const ENDS_LINK = new Set([...' "<>)]}\'*|'].map(code))
/** Digits and signs that pass for a letter when they stand between letters. */
const LEET = new Map([...'0o1i3e4a5s7t8b@a$s'.matchAll(/(.)(.)/g)].map(([, sign = '', letter = '']) => [code(sign), code(letter)]))

/** Collects normalised units: equal neighbours are squeezed, so that runs of spaces are as well. */
class Line {
  units = new Uint16Array(4_096)
  length = 0
  private wordStart = 0

  clear(mostUnits: number): void {
    if (mostUnits > this.units.length) this.units = new Uint16Array(mostUnits * 2)
    this.length = 0
    this.put(SPACE)
  }

  put(unit: number): void {
    if (this.length > 0 && this.units[this.length - 1] === unit) return
    this.units[this.length++] = unit
    if (unit === SPACE) this.wordStart = this.length
  }

  /** For letters of scripts without spaces: each is a word. */
  putAlone(unit: number): void {
    this.put(SPACE)
    if (this.length > 1 && this.units[this.length - 2] === unit) return
    this.put(unit)
    this.put(SPACE)
  }

  isWord(unit: number): boolean {
    return this.length === this.wordStart + 1 && this.units[this.wordStart] === unit
  }

  dropWord(): void {
    this.length = this.wordStart
  }
}

const line = new Line()

/** UTF-16 units with a space before, between and after words; good until the next call. */
interface NormalisedText {
  units: Uint16Array
  length: number
}

/** The text as it is compared: folded, digits as zeros, links as their hosts, letters spelt with digits and signs as letters. */
export function normaliseText(text: string): NormalisedText {
  const folded = foldText(text)
  const { units, length } = folded
  line.clear(folded.length * 2 + 4)
  let isHost = false
  let hasDot = false
  for (let at = 0; at < length;) {
    const unit = units[at] ?? 0
    const kind = kindOf(folded, at)
    if (kind === LETTER) line.put(unit)
    else if (kind === ALONE) line.putAlone(unit)
    else if (unit === COLON && units[at + 1] === SLASH && units[at + 2] === SLASH) {
      line.dropWord()
      isHost = true
      at += 3
      continue
    } else if ((isHost && AFTER_HOST.has(unit)) || (hasDot && unit === SLASH)) {
      line.put(SPACE)
      at = findLinkEnd(folded, at)
      isHost = hasDot = false
      continue
    } else {
      const before = at > 0 ? kindOf(folded, at - 1) : OTHER
      if (before === LETTER && LEET.has(unit)) {
        at = putLeet(folded, at)
        continue
      }
      const after = at + 1 < length ? kindOf(folded, at + 1) : OTHER
      if (kind === DIGIT) line.put(ZERO)
      else {
        const isInner = before !== OTHER && after !== OTHER
        if (unit === DOT && isInner && line.isWord(W)) {
          line.dropWord()
          isHost = true
        }
        if (unit === DOT && isInner) hasDot = true
        if (!IN_LINK.has(unit)) isHost = hasDot = false
        const isPartOfWord =
          isInner && (unit === APOSTROPHE || (before === DIGIT && after === DIGIT && (unit === DOT || unit === COMMA || unit === COLON)))
        if (!isPartOfWord) line.put(SPACE)
      }
    }
    at += 1
  }
  line.put(SPACE)
  return line
}

const OTHER = 0
const LETTER = 1
const ALONE = 2
const DIGIT = 3

function kindOf(folded: FoldedText, at: number): number {
  const unit = folded.units[at] ?? 0
  const unitClass = folded.classes[at] ?? 0
  if (unitClass === SPACED_LETTER) return unit >= ZERO && unit <= ZERO + 9 ? DIGIT : LETTER
  return unitClass === OTHER ? OTHER : ALONE
}

function putLeet(folded: FoldedText, from: number): number {
  let end = from
  while (end < folded.length && LEET.has(folded.units[end] ?? 0)) end += 1
  const isSpelling = end < folded.length && kindOf(folded, end) === LETTER
  for (let at = from; at < end; at += 1) {
    const unit = folded.units[at] ?? 0
    line.put(isSpelling ? (LEET.get(unit) ?? unit) : kindOf(folded, at) === DIGIT ? ZERO : SPACE)
  }
  return end
}

function findLinkEnd(folded: FoldedText, from: number): number {
  let at = from
  while (at < folded.length && !ENDS_LINK.has(folded.units[at] ?? 0) && kindOf(folded, at) !== ALONE) at += 1
  return at
}

import { foldText, SPACED_LETTER, type FoldedText } from './fold'

/** Shorter texts ("Thank you very much for this") are alike by chance and tell nothing. Counted after normalising. */
const FEWEST_WORDS = 6
const FEWEST_LETTERS = 24

const GRAM = 5
/** A word pair counts as much as so many 5-grams: a text has about six 5-grams for each word. */
const PAIR_WEIGHT = 3
/** Hashes of texts that differ in little differ in so many of their 64 bits at most. */
export const MAX_DISTANCE = 12

const SPACE = 0x20
const ZERO = 0x30
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

/** The text as it is compared: folded, digits as zeros, links as their hosts, letters spelt with digits and signs as letters. */
export function normalise(text: string): string {
  normaliseText(text)
  return String.fromCharCode(...line.units.subarray(0, line.length))
}

function normaliseText(text: string): void {
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

const packed = new Uint32Array(16)
const counts = new Uint32Array(64)
let pending = 0
let total = 0

/** A simhash of 64 bits (Charikar 2002) of the text's 5-grams and word pairs; null when it is too short to say. */
export function hashSimilarity(text: string): bigint | null {
  normaliseText(text)
  const { units, length } = line
  counts.fill(0)
  total = 0
  let words = 0
  let letters = 0
  let word = 0
  let previous = 0
  for (let at = 1; at < length; at += 1) {
    const unit = units[at] ?? 0
    if (unit === SPACE) {
      if (words > 0) addFeature(scramble(Math.imul(previous, 31) ^ scramble(word)), PAIR_WEIGHT)
      words += 1
      previous = word
      word = 0
    } else {
      word = Math.imul(word, 0x01000193) + unit + 1
      if (unit !== ZERO) letters += 1
    }
    if (at >= GRAM - 1) {
      let gram = 0x811c9dc5
      for (let from = at - GRAM + 1; from <= at; from += 1) gram = Math.imul(gram, 0x01000193) ^ (units[from] ?? 0)
      addFeature(gram, 1)
    }
  }
  if (words < FEWEST_WORDS || letters < FEWEST_LETTERS) {
    packed.fill(0)
    pending = 0
    return null
  }
  flush()
  const low = readWord(0)
  const high = readWord(32)
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0))
}

function addFeature(feature: number, weight: number): void {
  if (pending + weight > 255) flush()
  pending += weight
  const low = scramble(feature)
  const high = scramble(low + 0x9e3779b9)
  for (let shift = 0; shift < 8; shift += 1) {
    packed[shift] = (packed[shift] ?? 0) + ((low >>> shift) & 0x01010101) * weight
    packed[shift + 8] = (packed[shift + 8] ?? 0) + ((high >>> shift) & 0x01010101) * weight
  }
}

function flush(): void {
  for (let lane = 0; lane < 16; lane += 1) {
    const sums = packed[lane] ?? 0
    const first = (lane & 8) * 4 + (lane & 7)
    for (let field = 0; field < 4; field += 1)
      counts[first + field * 8] = (counts[first + field * 8] ?? 0) + ((sums >>> (field * 8)) & 0xff)
  }
  packed.fill(0)
  total += pending
  pending = 0
}

function readWord(first: number): number {
  let bits = 0
  for (let bit = 0; bit < 32; bit += 1) if ((counts[first + bit] ?? 0) * 2 > total) bits |= 1 << bit
  return bits
}

function scramble(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Whether two hashes are of texts that differ in little. */
export function isNearDuplicate(a: bigint, b: bigint): boolean {
  return distance(a, b) <= MAX_DISTANCE
}

/** How many bits two hashes differ in, 0–64. */
export function distance(a: bigint, b: bigint): number {
  const differing = BigInt.asUintN(64, a ^ b)
  return countBits(Number(differing & 0xffffffffn)) + countBits(Number(differing >> 32n))
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The hash's four quarters, each with its place in the upper bits: hashes that are close mostly share one. */
export function bandsOf(hash: bigint): number[] {
  return [0, 1, 2, 3].map((band) => (band << 16) | Number((hash >> BigInt(band * 16)) & 0xffffn))
}

/** Shorter words are not looked for misspelt. */
export const SHORTEST_SUMMED = 4
/** Longer runs of letters are no words. */
const LONGEST = 40
const [A, I, L, Z] = [0x61, 0x69, 0x6c, 0x7a]
const [ZERO, NINE] = [0x30, 0x39]
const ASCII_END = 0x80

/**
 * A number for each letter, by its unit, by which the words of a text and of a list are compared: the sum of a word's does not know their order,
 * nor i from l, whose capital and small ones are drawn alike.
 */
export const LETTER_NUMBERS = Int32Array.from({ length: ASCII_END }, (_, unit) => {
  const drawn = unit === L ? I : unit
  return unit < A || unit > Z ? 0 : Math.imul(drawn, 0x9e3779b1) ^ Math.imul(drawn + 7, 0x85ebca6b)
})

/** The first letter counts once more than it stands there: what begins with another is no misspelling. */
export const FIRST_NUMBERS = LETTER_NUMBERS.map((number) => Math.imul(number, 3))

/** The sum of the numbers of the letters of a word. */
function sumUp(word: string): number {
  let sum = FIRST_NUMBERS[word.charCodeAt(0)] ?? 0
  for (let at = 1; at < word.length; at += 1) sum = (sum + (LETTER_NUMBERS[word.charCodeAt(at)] ?? 0)) | 0
  return sum
}

/** Words of a text by the sums of their letters; of the first two arrays `count` entries are in use, of the others `pieces`. */
export class SummedWords {
  count = 0
  pieces = 0
  readonly sums: Int32Array
  /** Where a word begins, times 64, and how long it is. */
  readonly places: Uint32Array
  /** Where a letter stands twice, of which the sum leaves one out; by entry, only where that is so. */
  readonly doubled = new Map<number, number>()
  /** Of every word, the shortest too, which may be a piece of one that is cut: the sum without what the first letter counts more, and its place. */
  readonly pieceSums: Int32Array
  /** And a number of its own for every word, by which it is known again. */
  readonly pieceHashes: Int32Array
  readonly pieceStarts: Uint32Array
  readonly pieceEnds: Uint32Array

  /** @param size as many units as a text may have */
  constructor(readonly size: number) {
    this.sums = new Int32Array(size)
    this.places = new Uint32Array(size)
    this.pieceSums = new Int32Array(size)
    this.pieceHashes = new Int32Array(size)
    this.pieceStarts = new Uint32Array(size)
    this.pieceEnds = new Uint32Array(size)
  }

  /** Notes a word of letters alone, with the sum of their numbers: whole if its length is one to be looked for misspelt, and as a piece. */
  add(text: string, start: number, end: number, sum: number, isAnyDoubled: boolean): void {
    const first = text.charCodeAt(start)
    this.pieceSums[this.pieces] = (sum - (FIRST_NUMBERS[first] ?? 0) + (LETTER_NUMBERS[first] ?? 0)) | 0
    this.pieceHashes[this.pieces] = hashPiece(text, start, end)
    this.pieceStarts[this.pieces] = start
    this.pieceEnds[this.pieces] = end
    this.pieces += 1
    if (end - start < SHORTEST_SUMMED || end - start > LONGEST) return
    const place = start * PLACE_UNIT + end - start
    this.sums[this.count] = sum
    this.places[this.count] = place
    this.count += 1
    if (!isAnyDoubled) return
    for (let pair = start + 1; pair < end; pair += 1) {
      const unit = text.charCodeAt(pair)
      if (unit !== text.charCodeAt(pair - 1)) continue
      this.doubled.set(this.count, pair)
      this.sums[this.count] = (sum - (LETTER_NUMBERS[unit] ?? 0)) | 0
      this.places[this.count] = place
      this.count += 1
    }
  }
}

/** FNV-1a, 32 bits. */
function hashPiece(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Words by their numbers alone, two bits for each: of others, one in some hundreds is taken for one of them. */
export class WordNumbers {
  private readonly bits = new Int32Array(2 ** (NUMBER_BITS - 5))

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const hash = hashPiece(word, 0, word.length)
      for (const place of [hash >>> (32 - NUMBER_BITS), hash & (2 ** NUMBER_BITS - 1)])
        this.bits[place >>> 5] = (this.bits[place >>> 5] ?? 0) | (1 << (place & 31))
    }
  }

  has(hash: number): boolean {
    const [first, second] = [hash >>> (32 - NUMBER_BITS), hash & (2 ** NUMBER_BITS - 1)]
    return ((this.bits[first >>> 5] ?? 0) & (1 << (first & 31))) !== 0 && ((this.bits[second >>> 5] ?? 0) & (1 << (second & 31))) !== 0
  }
}

const NUMBER_BITS = 17

/** Longer than any word that is noted. */
export const PLACE_UNIT = 64
const shared = new SummedWords(4096)

/** For a text of so many units; good until the next call. */
export function startWords(size: number): SummedWords {
  const words = shared.size >= size ? shared : new SummedWords(size)
  words.count = words.pieces = 0
  if (words.doubled.size > 0) words.doubled.clear()
  return words
}

/** All words of plain letters, with no digit beside them, of a text of any letters. */
export function sumWords(text: string): SummedWords {
  const words = startWords(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const start = at
    let sum = 0
    let isDoubled = false
    let isWord = true
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit >= ZERO && unit <= NINE) isWord = false
      else if (unit < A || unit > Z) break
      sum = (sum + ((at === start ? FIRST_NUMBERS : LETTER_NUMBERS)[unit] ?? 0)) | 0
      isDoubled ||= at > start && unit === text.charCodeAt(at - 1)
    }
    if (isWord && at > start) words.add(text, start, at, sum, isDoubled)
  }
  return words
}

/** Forms of words by the sums of their letters. */
export class FormsBySum {
  /** A bit for the upper ones of each sum that a form has: of most there is none. So small that it is always at hand. */
  private readonly mayBe: Int32Array
  private readonly shift: number
  private readonly bySum = new Map<number, string[]>()

  constructor(forms: Iterable<string>) {
    for (const form of forms) {
      if (form.length < SHORTEST_SUMMED || form.length > LONGEST || !/^[a-z]+$/.test(form)) continue
      const sum = sumUp(form)
      const alike = this.bySum.get(sum)
      if (alike === undefined) this.bySum.set(sum, [form])
      else if (!alike.includes(form)) alike.push(form)
    }
    const bits = Math.min(19, Math.max(11, Math.ceil(Math.log2(this.bySum.size + 1)) + 4))
    this.shift = 32 - bits
    this.mayBe = new Int32Array(2 ** (bits - 5))
    for (const sum of this.bySum.keys()) {
      const place = sum >>> this.shift
      this.mayBe[place >>> 5] = (this.mayBe[place >>> 5] ?? 0) | (1 << (place & 31))
    }
  }

  /** The forms whose letters have this sum. */
  listAt(sum: number): readonly string[] | undefined {
    const place = sum >>> this.shift
    return ((this.mayBe[place >>> 5] ?? 0) & (1 << (place & 31))) === 0 ? undefined : this.bySum.get(sum)
  }
}

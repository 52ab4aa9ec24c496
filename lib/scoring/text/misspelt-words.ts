/** Shorter words with other letters are often others ("doit", "SPLC"); with two in each other's place at the end or in a plural longer ones are, too ("groep", "horas"). */
const SHORTEST_SWAPPED = 5
const LONGEST_OTHER = 6
export const SHORTEST_DOUBLED = 4
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

/** Words of a text by the sums of their letters; of all arrays `count` entries are in use. */
export class SummedWords {
  count = 0
  readonly sums: Int32Array
  /** Where a word begins, times 64, and how long it is. */
  readonly places: Uint32Array
  /** Where a letter stands twice, of which the sum leaves one out; by entry, only where that is so. */
  readonly doubled = new Map<number, number>()

  /** @param size as many units as a text may have */
  constructor(readonly size: number) {
    this.sums = new Int32Array(size)
    this.places = new Uint32Array(size)
  }

  /** Notes a word of letters alone, with the sum of their numbers, if its length is one to be looked for misspelt. */
  add(text: string, start: number, end: number, sum: number, isAnyDoubled: boolean): void {
    if (end - start < SHORTEST_DOUBLED || end - start > LONGEST) return
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

/** Longer than any word that is noted. */
const PLACE_UNIT = 64
const shared = new SummedWords(4096)

/** For a text of so many units; good until the next call. */
export function startWords(size: number): SummedWords {
  const words = shared.size >= size ? shared : new SummedWords(size)
  words.count = 0
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
    if (isWord) words.add(text, start, at, sum, isDoubled)
  }
  return words
}

/** Words of a list as they may come to be misspelt: with two letters in each other's place, one written twice, or l for i. */
export class MisspeltWords {
  /** Whether a word has a sum with these upper bits: most have none. So small that it is always at hand. */
  private readonly mayBe: Uint8Array
  private readonly shift: number
  private readonly bySum = new Map<number, string[]>()

  /** @param isWord tells words of English, which are never taken for others misspelt */
  constructor(
    words: Iterable<string>,
    private readonly isWord: (form: string) => boolean,
  ) {
    for (const word of words) {
      if (word.length < SHORTEST_DOUBLED || word.length > LONGEST || !/^[a-z]+$/.test(word)) continue
      const sum = sumUp(word)
      const alike = this.bySum.get(sum)
      if (alike === undefined) this.bySum.set(sum, [word])
      else alike.push(word)
    }
    const bits = Math.min(16, Math.max(11, Math.ceil(Math.log2(this.bySum.size + 1)) + 4))
    this.shift = 32 - bits
    this.mayBe = new Uint8Array(2 ** bits)
    for (const sum of this.bySum.keys()) this.mayBe[sum >>> this.shift] = 1
  }

  /** Calls `onFound` with each word of the text that is one of the list misspelt. */
  find(text: string, words: SummedWords, onFound: (start: number, end: number, word: string) => void): void {
    const { mayBe, shift } = this
    const { count, sums } = words
    for (let at = 0; at < count; at += 1) {
      const sum = sums[at] ?? 0
      if (mayBe[sum >>> shift] === 0) continue
      const alike = this.bySum.get(sum)
      if (alike === undefined) continue
      const place = words.places[at] ?? 0
      const start = Math.floor(place / PLACE_UNIT)
      const end = start + (place % PLACE_UNIT)
      const doubled = words.doubled.get(at) ?? 0
      const meant = alike.find((word) =>
        doubled === 0 ? isMisspelt(text, start, end, word) : isDoubled(text.slice(start, end), doubled - start, word),
      )
      if (meant !== undefined && !this.isWord(text.slice(start, end))) onFound(start, end, meant)
    }
  }
}

/**
 * Whether a word of the text differs from one of the same letters by nothing but i for l or l for i ("asshoIe", "ldiot"), or by two neighbours
 * behind the first letter that are in each other's place. Most that is asked of it differs in the first letter.
 */
function isMisspelt(text: string, start: number, end: number, word: string): boolean {
  const { length } = word
  if (end - start !== length || length < SHORTEST_SWAPPED) return false
  let at = 0
  while (at < length && text.charCodeAt(start + at) === word.charCodeAt(at)) at += 1
  if (at === length) return false
  if (isStroke(text.charCodeAt(start + at)) && isStroke(word.charCodeAt(at))) {
    return text.slice(start, end).replaceAll('l', 'i') === word.replaceAll('l', 'i')
  }
  if (at === 0) return false
  if (text.charCodeAt(start + at) !== word.charCodeAt(at + 1) || text.charCodeAt(start + at + 1) !== word.charCodeAt(at)) return false
  if (length <= LONGEST_OTHER && (at + 2 === length || word.endsWith('s'))) return false
  return text.startsWith(word.slice(at + 2), start + at + 2)
}

const isStroke = (unit: number) => unit === I || unit === L

/** Whether it is the word once the letter at `pair` is left out. At the end of short ones it makes names ("Twatt"). */
function isDoubled(form: string, pair: number, word: string): boolean {
  if (pair === form.length - 1 && word.length < SHORTEST_SWAPPED) return false
  return form.slice(0, pair) + form.slice(pair + 1) === word
}

import { FIRST_NUMBERS, FormsBySum, LETTER_NUMBERS, SHORTEST_SUMMED, type SummedWords, WordNumbers } from './summed-words'

/** What is known of the words that people write. */
export interface WordRanks {
  /** A word's place by frequency, 0 for the most frequent; null for one that is not known. */
  rankOf: (form: string) => number | null
  /** So many of the most frequent. */
  listFrequent: (count: number) => Iterable<string>
}

/** Longer words are not looked for in pieces, nor in more of them: letters that all stand apart are found otherwise. */
const LONGEST = 14
const MOST_PIECES = 4
/** Words more frequent than this stand beside each other by themselves ("who re", "a pen is"). */
const ORDINARY_RANK = 8_000
/** What pieces may be apart by: the end of a line, blanks, signs. */
const GAP = /^[^\p{L}\p{N}]{1,12}$/u
/** What an apostrophe makes one word of two with ("who're"). */
const CONTRACTED = /^(?:s|ll|re|ve|d|m|t|nt)$/
/** And what one stands behind in French and Italian ("c'è"). */
const ELIDED = /^[cdjlmnst]$/
const APOSTROPHE = /^['`]$/
const HAS_VOWEL = /[aeiouy]/

/** What is ordinary is so for all lists. */
const ordinaryBy = new WeakMap<WordRanks, WordNumbers>()

/** Words that stand beside each other by themselves, by their numbers. */
export function findOrdinary(ranks: WordRanks): WordNumbers {
  const known = ordinaryBy.get(ranks)
  if (known !== undefined) return known
  const ordinary = new WordNumbers([...ranks.listFrequent(ORDINARY_RANK), 'a', 'i'])
  ordinaryBy.set(ranks, ordinary)
  return ordinary
}

/** Words of a list in pieces ("fu ck", "m oro n"), of which one at least is no word that people write, and none on the list itself. */
export class CutWords {
  private readonly forms: FormsBySum
  private readonly listed: ReadonlySet<string>
  private readonly ordinary: WordNumbers | null

  /** @param ranks null where nothing is known of words: then a piece must be without a vowel */
  constructor(
    words: Iterable<string>,
    private readonly ranks: WordRanks | null,
  ) {
    this.listed = new Set(words)
    this.forms = new FormsBySum(this.listed)
    this.ordinary = ranks && findOrdinary(ranks)
  }

  /** Calls `onFound` with each stretch of the text that is a word of the list in pieces. */
  find(text: string, words: SummedWords, onFound: (start: number, end: number, word: string) => void): void {
    const { pieces, pieceStarts, pieceEnds, pieceHashes } = words
    // Each stretch is looked at once, from its first odd piece.
    let after = 0
    for (let odd = 0; odd < pieces; odd += 1) {
      const start = pieceStarts[odd] ?? 0
      const end = pieceEnds[odd] ?? 0
      const isOrdinary =
        this.ordinary === null || end - start === 1 ? !this.isOdd(text.slice(start, end)) : this.ordinary.has(pieceHashes[odd] ?? 0)
      if (isOrdinary) continue
      if (end - start < LONGEST)
        for (let first = Math.max(after, odd - MOST_PIECES + 1); first <= odd; first += 1) this.findFrom(text, words, first, odd, onFound)
      after = odd + 1
    }
  }

  /** Stretches that begin with one piece and go to another at least. */
  private findFrom(
    text: string,
    words: SummedWords,
    first: number,
    atLeast: number,
    onFound: (start: number, end: number, word: string) => void,
  ): void {
    const { pieces, pieceSums, pieceStarts, pieceEnds } = words
    const start = pieceStarts[first] ?? 0
    const unit = text.charCodeAt(start)
    let length = 0
    let sum = (FIRST_NUMBERS[unit] ?? 0) - (LETTER_NUMBERS[unit] ?? 0)
    for (let last = first; last < pieces && last < first + MOST_PIECES; last += 1) {
      const end = pieceEnds[last] ?? 0
      length += end - (pieceStarts[last] ?? 0)
      if (length > LONGEST) return
      sum = (sum + (pieceSums[last] ?? 0)) | 0
      if (last === first || last < atLeast || length < SHORTEST_SUMMED) continue
      const alike = this.forms.listAt(sum)
      const word = alike && this.readPieces(text, words, first, last, alike)
      if (word !== undefined) onFound(start, end, word)
    }
  }

  private readPieces(text: string, words: SummedWords, first: number, last: number, alike: readonly string[]): string | undefined {
    let whole = ''
    let before = ''
    for (let at = first; at <= last; at += 1) {
      const start = words.pieceStarts[at] ?? 0
      const piece = text.slice(start, words.pieceEnds[at])
      const gap = at === first ? text.charAt(start - 1) : text.slice(words.pieceEnds[at - 1], start)
      // What is on the list says by itself what is meant ("jack ass").
      if (this.listed.has(piece) || (at > first && !GAP.test(gap))) return undefined
      if (APOSTROPHE.test(gap) && (CONTRACTED.test(piece) || ELIDED.test(before))) return undefined
      whole += piece
      before = piece
    }
    return alike.find((word) => word === whole)
  }

  /** Whether it is no word that people write by itself. */
  isOdd(piece: string): boolean {
    if (piece.length === 1) return piece !== 'a' && piece !== 'i'
    return this.ranks === null ? !HAS_VOWEL.test(piece) : (this.ranks.rankOf(piece) ?? Infinity) > ORDINARY_RANK
  }
}

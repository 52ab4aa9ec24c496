import { FIRST_NUMBERS, FormsBySum, LETTER_NUMBERS, SHORTEST_SUMMED, type SummedWords } from './summed-words'

/** A word's place by frequency, 0 for the most frequent; null for one that is not known. */
export type RankOf = (form: string) => number | null

/** Longer words are not looked for in pieces, nor in more of them: letters that all stand apart are found otherwise. */
const LONGEST = 16
const MOST_PIECES = 6
/** Words more frequent than this stand beside each other by themselves ("who re"). */
const ORDINARY_RANK = 6_000
/** What pieces may be apart by: the end of a line, blanks, signs. */
const GAP = /^[^\p{L}\p{N}]{1,12}$/u
/** What an apostrophe makes one word of two with ("who're"). */
const CONTRACTED = /^(?:s|ll|re|ve|d|m|t|nt)$/
/** And what one stands behind in French and Italian ("c'è"). */
const ELIDED = /^[cdjlmnst]$/
const APOSTROPHE = /^['`]$/
const HAS_VOWEL = /[aeiouy]/

/** Words of a list in pieces ("fu ck", "m oro n"), of which one at least is no word that people write. */
export class CutWords {
  private readonly forms: FormsBySum
  private readonly listed: ReadonlySet<string>

  /** @param rankOf null where nothing is known of words: then a piece must be without a vowel */
  constructor(
    words: Iterable<string>,
    private readonly rankOf: RankOf | null,
  ) {
    this.listed = new Set(words)
    this.forms = new FormsBySum(this.listed)
  }

  /** Calls `onFound` with each stretch of the text that is a word of the list in pieces. */
  find(text: string, words: SummedWords, onFound: (start: number, end: number, word: string) => void): void {
    const { pieces, pieceSums, pieceStarts, pieceEnds } = words
    for (let first = 0; first + 1 < pieces; first += 1) {
      const start = pieceStarts[first] ?? 0
      let length = (pieceEnds[first] ?? 0) - start
      if (length >= LONGEST) continue
      const unit = text.charCodeAt(start)
      let sum = (pieceSums[first] ?? 0) + (FIRST_NUMBERS[unit] ?? 0) - (LETTER_NUMBERS[unit] ?? 0)
      for (let last = first + 1; last < pieces && last < first + MOST_PIECES; last += 1) {
        const end = pieceEnds[last] ?? 0
        length += end - (pieceStarts[last] ?? 0)
        if (length > LONGEST) break
        sum = (sum + (pieceSums[last] ?? 0)) | 0
        const alike = length < SHORTEST_SUMMED ? undefined : this.forms.listAt(sum)
        const word = alike && this.readPieces(text, words, first, last, alike)
        if (word !== undefined) onFound(start, end, word)
      }
    }
  }

  private readPieces(text: string, words: SummedWords, first: number, last: number, alike: readonly string[]): string | undefined {
    let whole = ''
    let before = ''
    let isOdd = false
    for (let at = first; at <= last; at += 1) {
      const start = words.pieceStarts[at] ?? 0
      const piece = text.slice(start, words.pieceEnds[at])
      const gap = at === first ? text.charAt(start - 1) : text.slice(words.pieceEnds[at - 1], start)
      if (at > first && !GAP.test(gap)) return undefined
      if (APOSTROPHE.test(gap) && (CONTRACTED.test(piece) || ELIDED.test(before))) return undefined
      isOdd ||= this.isOdd(piece)
      whole += piece
      before = piece
    }
    return isOdd ? alike.find((word) => word === whole) : undefined
  }

  /** A piece that is on the list says by itself what is meant ("jack ass"). */
  private isOdd(piece: string): boolean {
    if (this.listed.has(piece)) return false
    if (piece.length === 1) return piece !== 'a' && piece !== 'i'
    return this.rankOf === null ? !HAS_VOWEL.test(piece) : (this.rankOf(piece) ?? Infinity) > ORDINARY_RANK
  }
}

import { findOrdinary, type WordRanks } from './cut-words'
import { STOP_WORDS } from './stop-words'
import type { SummedWords, WordNumbers } from './summed-words'

/** Longer runs are no words; shorter ones have no room for two. */
const LONGEST = 40
const SHORTEST_RUN = 7
/** A word of the list is looked for by so many letters of its beginning. */
const GRAM = 4
const GRAM_BITS = 5 * GRAM
const MASK = 2 ** GRAM_BITS - 1
const A = 0x61
/** What a word may be glued to: words as frequent as these, and for one of five letters only more frequent ones; for a shorter one, which stands in many others, only stop words. */
const COMMON_RANK = 10_000
const MORE_COMMON_RANK = 2_500
const MIDDLE = 5
/** What is shorter is an ending, and before a short word the beginning of another ("usarse"). */
const SHORTEST_GLUE = 3
const LITTLE_WORDS = new Set('is an my so no he we be to of in on it up do go at as or if by me us ur am oh hi'.split(' '))
/** What makes another word of one, which the models read as it stands ("stupidest", "douchebag"). */
const ENDING =
  /^(?:est|ish|ism|ist|ity|ness|less|like|able|ful|ery|dom|hood|ology|ation|bag|head|face|hole|wit|wad|ward|weed|nugget|canoe)(?:s|ed|y)?$/
/** Letters and numbers that are put around a word ("xxmoronxx", "moron123"). */
const FRAME = /^(?:x+|z+|q+|_*[0-9]+_*)$/
const STOPS = new Set([...(STOP_WORDS.get('en') ?? []), 'fucking', 'total', 'stop', 'complete', 'dear', 'dumb', 'stupid', 'bloody', 'fake'])

/** Words of a list with others before or behind them, without a blank ("youmoron", "stopmoronsnow"). */
export class GluedWords {
  /** A bit for each beginning, five for a letter. */
  private readonly beginnings = new Int32Array(2 ** (GRAM_BITS - 5))
  private readonly byBeginning = new Map<string, string[]>()
  private readonly ordinary: WordNumbers

  /**
   * @param words with their endings
   * @param isListed tells words of the list, which may be glued to each other
   */
  constructor(
    words: Iterable<string>,
    private readonly isListed: (form: string) => boolean,
    private readonly ranks: WordRanks,
  ) {
    this.ordinary = findOrdinary(ranks)
    for (const word of words) {
      if (word.length < GRAM || !/^[a-z]+$/.test(word)) continue
      const gram = [...word.slice(0, GRAM)].reduce((bits, letter) => (bits << 5) | (letter.charCodeAt(0) - A), 0)
      this.beginnings[gram >>> 5] = (this.beginnings[gram >>> 5] ?? 0) | (1 << (gram & 31))
      const known = this.byBeginning.get(word.slice(0, GRAM))
      if (known === undefined) this.byBeginning.set(word.slice(0, GRAM), [word])
      else known.push(word)
    }
    for (const alike of this.byBeginning.values()) alike.sort((a, b) => b.length - a.length)
  }

  /** Calls `onFound` with each word of the list that stands in a run of letters with others. */
  find(text: string, words: SummedWords, onFound: (start: number, end: number, word: string) => void): void {
    const { pieces, pieceStarts, pieceEnds, pieceHashes } = words
    for (let piece = 0; piece < pieces; piece += 1) {
      const start = pieceStarts[piece] ?? 0
      const end = pieceEnds[piece] ?? 0
      if (end - start < SHORTEST_RUN || end - start > LONGEST || this.ordinary.has(pieceHashes[piece] ?? 0)) continue
      this.findIn(text, start, end, onFound)
    }
  }

  /** The words of the list in one run of letters. */
  listIn(text: string, start: number, end: number): { start: number; end: number; word: string }[] {
    const found: { start: number; end: number; word: string }[] = []
    if (end - start >= SHORTEST_RUN) this.findIn(text, start, end, (from, to, word) => found.push({ start: from, end: to, word }))
    return found
  }

  private findIn(text: string, start: number, end: number, onFound: (start: number, end: number, word: string) => void): void {
    let gram = 0
    let from = start
    for (let at = start; at < end; at += 1) {
      gram = ((gram << 5) | (text.charCodeAt(at) - A)) & MASK
      const first = at - GRAM + 1
      if (first < from || ((this.beginnings[gram >>> 5] ?? 0) & (1 << (gram & 31))) === 0) continue
      const word = this.readGlued(text, first, start, end)
      if (word === undefined) continue
      from = first + word.length
      onFound(first, from, word)
    }
  }

  private readGlued(text: string, at: number, start: number, end: number): string | undefined {
    const word = this.byBeginning
      .get(text.slice(at, at + GRAM))
      ?.find(
        (each) =>
          each.length < end - start &&
          at + each.length <= end &&
          text.startsWith(each, at) &&
          this.isGlue(text.slice(start, at), each, false) &&
          this.isGlue(text.slice(at + each.length, end), each, true),
      )
    return word !== undefined && this.ranks.rankOf(text.slice(start, end)) === null ? word : undefined
  }

  /** Whether what stands before or behind a word is nothing but common words, or a frame. */
  isGlue(rest: string, word: string, isBehind: boolean): boolean {
    if (rest === '' || FRAME.test(rest)) return true
    if (isBehind && ENDING.test(rest)) return false
    if (rest.length < SHORTEST_GLUE && (isBehind ? word.length <= MIDDLE : word.length < MIDDLE)) return false
    const isReached = [true]
    for (let to = 1; to <= rest.length; to += 1) {
      isReached[to] = false
      for (let from = Math.max(0, to - LONGEST_GLUE); from < to && !isReached[to]; from += 1)
        isReached[to] = isReached[from] === true && this.isCommon(rest.slice(from, to), word.length, rest.length)
    }
    return isReached[rest.length] === true
  }

  private isCommon(piece: string, length: number, all: number): boolean {
    if (piece.length === 1) return (piece === 'a' || piece === 'i') && all > GRAM
    if (piece.length === 2) return LITTLE_WORDS.has(piece)
    if (STOPS.has(piece) || (piece.length >= GRAM && this.isListed(piece))) return true
    return length >= MIDDLE && (this.ranks.rankOf(piece) ?? Infinity) < (length === MIDDLE ? MORE_COMMON_RANK : COMMON_RANK)
  }
}

const LONGEST_GLUE = 14

import { foldWord } from './fold'
import { stemWord } from './stem'
import { EVERYDAY_WORDS, STOP_WORDS } from './stop-words'

/** Thai, Lao, Khmer, Myanmar, Chinese and Japanese write words without spaces: there, and only there, a dictionary is needed. */
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
const WORD_OR_RUN = new RegExp(
  `(${UNSPACED_RUN.source})|(?:(?!${UNSPACED_RUN.source})[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060])+(?:['’](?:(?!${UNSPACED_RUN.source})[\\p{L}\\p{M}])+)*`,
  'gu',
)
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** A step of Intl.Segmenter costs time in proportion to the string it was given: 3 s for 67,000 units, 20 ms in pieces. */
const PIECE = 500

/** Nothing but ASCII, typographic punctuation and hard spaces: what most comments consist of. */
const PLAIN = /^[\x00-\x7f\u00a0\u2010-\u2027]*$/
const PLAIN_WORD = /[a-z0-9]+(?:'[a-z]+)*/g

/** The words of a text, folded, in order. Linear in its length. */
export function splitWords(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll('’', "'").match(PLAIN_WORD) ?? []
  return splitSpellings(text).map(foldWord)
}

/** The same words as they are written. */
export function splitSpellings(text: string): string[] {
  const words: string[] = []
  for (const match of text.matchAll(WORD_OR_RUN)) {
    if (match[1] === undefined) words.push(match[0])
    else pushUnspacedWords(match[1], words)
  }
  return words
}

function pushUnspacedWords(run: string, words: string[]): void {
  for (let at = 0; at < run.length; at += PIECE) {
    for (const { segment, isWordLike } of segmenter.segment(run.slice(at, at + PIECE))) if (isWordLike) words.push(segment)
  }
}

const EVERY_STOP_WORD = new Set([...STOP_WORDS.values()].flatMap((words) => [...words]))
const EVERYDAY_TERMS = new Set([...EVERYDAY_WORDS].map(stemWord))

/** The stems of the words that carry topic, in order: no stop words, no single letters. */
export function listTerms(words: readonly string[]): string[] {
  const terms: string[] = []
  for (const word of words) {
    const term = findTerm(word)
    if (term !== '') terms.push(term)
  }
  return terms
}

/** Words repeat: stemming a known one again would cost more than the look-up. */
const KEPT_TERMS = 50_000
const LONGEST_KEPT = 40
const termsByWord = new Map<string, string>()

/** The stem of a word that carries topic, else an empty string. */
function findTerm(word: string): string {
  // Half the words of a text, told by a table small enough to be at hand.
  if (EVERY_STOP_WORD.has(word)) return ''
  const known = termsByWord.get(word)
  if (known !== undefined) return known
  const term = word.length > 1 || word > '\u2e7f' ? stemWord(word) : ''
  if (termsByWord.size >= KEPT_TERMS) termsByWord.clear()
  if (word.length <= LONGEST_KEPT) termsByWord.set(word, term)
  return term
}

/** What a term is worth before any article is seen: 1, or 0.3 for a word of everyday talk (measured: 0.2–0.5 do alike). */
export function weighTerm(term: string): number {
  return EVERYDAY_TERMS.has(term) ? 0.3 : 1
}

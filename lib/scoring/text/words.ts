import { foldWord } from './fold'
import { knownWords, knowWord, type KnownWord, type Term } from './known-words'

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

/** Several ask for the words of one text, one after the other. */
let last: { text: string; words: readonly KnownWord[] } = { text: '', words: [] }

/** What is known of the words of a text, in order. Linear in its length. */
export function readWords(text: string): readonly KnownWord[] {
  if (text !== last.text) last = { text, words: readAnew(text) }
  return last.words
}

function readAnew(text: string): KnownWord[] {
  knownWords.begin()
  if (PLAIN.test(text)) return readPlainWords(text)
  return splitSpellings(text).map((spelling) => knowWord(foldWord(spelling)))
}

/** What a unit of plain text is, as PLAIN_WORD has it. */
const [LETTER, DIGIT, APOSTROPHE] = [1, 2, 3]
const KINDS = new Uint8Array(0x2028)
const LOWER = new Uint16Array(0x2028)
for (let unit = 0; unit < KINDS.length; unit += 1) {
  const lower = String.fromCharCode(unit).toLowerCase()
  KINDS[unit] = /^[a-z]$/.test(lower) && unit < 0x80 ? LETTER : /^[0-9]$/.test(lower) ? DIGIT : /^['’]$/.test(lower) ? APOSTROPHE : 0
  LOWER[unit] = KINDS[unit] === APOSTROPHE ? "'".charCodeAt(0) : lower.charCodeAt(0)
}

/** The same as PLAIN_WORD finds, without a string for each. */
function readPlainWords(text: string): KnownWord[] {
  const words: KnownWord[] = []
  // Whether a word is being put, and whether its last apostrophe has been: after that, letters only.
  let isWithin = false
  let isTail = false
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : SPACE
    const kind = KINDS[unit] ?? 0
    const goesOn = kind === LETTER || (kind === DIGIT && !isTail) || (kind === APOSTROPHE && KINDS[text.charCodeAt(at + 1)] === LETTER)
    if (isWithin && !goesOn) {
      words.push(knownWords.end())
      isWithin = isTail = false
    }
    if (isWithin ? !goesOn : kind !== LETTER && kind !== DIGIT) continue
    knownWords.put(LOWER[unit] ?? unit)
    isWithin = true
    if (kind === APOSTROPHE) isTail = true
  }
  return words
}

const SPACE = 0x20

/** The stems of the words that carry topic, in order: no stop words, no single letters. */
export function listTermTexts(words: readonly KnownWord[]): string[] {
  const terms: string[] = []
  for (const { term } of words) if (term !== null) terms.push(term.text)
  return terms
}

let lists = 0

/** The terms, each once. */
export function listDistinctTerms(words: readonly KnownWord[]): Term[] {
  const terms: Term[] = []
  lists += 1
  for (const { term } of words) {
    if (term === null || term.listedIn === lists) continue
    term.listedIn = lists
    terms.push(term)
  }
  return terms
}

import { nameEmoji } from './emoji-words'
import { readFolded, type FoldedString } from './folded-string'
import { IDENTITY_TERMS } from './identity-terms'
import { findRespellings } from './respell'
import type { Respelling } from './respelling-candidates'
import type { RespellingLexicon } from './respelling-lexicon'

/** A word as the models read it. `start` and `end` are UTF-16 units of the original text, end exclusive. */
export interface ModelWord {
  form: string
  start: number
  end: number
}

/** What a term of identity, a link and a number are read as. */
export const IDENTITY_FORM = '<id>'
const LINK_FORM = '<url>'
const NUMBER_FORM = '0'

/** What the reading of words needs to know of words. */
export interface ModelVocabulary {
  /** Whether a form is a word that is known: decides how far letters drawn out ("sooo") are taken back. */
  isWord: (form: string) => boolean
  /** Words that are looked for in disguise. */
  lexicon: RespellingLexicon
}

/** Longer texts are read so far: 10,000 units are about 1,700 words. */
const MOST_UNITS = 10_000
const ASCII_DRAWN = /([a-z])\1\1/
const DRAWN = /(\p{L})\1\1/u
const ASCII_TOKEN = /[a-z]+(?:'[a-z]+)*|[0-9]+(?:[.,:][0-9]+)*|[!?]+|\.{3,}/g
const TOKEN = /[\p{L}\p{M}]+(?:'\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|[!?]+|\.{3,}|\p{Extended_Pictographic}/gu
const LINK = /(?:https?:\/\/|www\.)\S+|(?<![^\s<(,;:])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![^\s>),;:.!?])/g
const CONTRACTION = /(?:n't|'(?:s|re|ll|ve|d|m))$/
const CUT_CONTRACTIONS = new Set(['ca', 'wo', 'sha'])

/**
 * Splits a text into the words that the models read: folded, disguised spellings of known harsh words undone, letters drawn
 * out squeezed, contractions in two as in GloVe ("do" "n't"), numbers and links one form each, terms of identity masked to
 * one form. Punctuation counts only where it carries tone. Linear in the length of the text, of which 10,000 units are read.
 */
export function readModelWords(text: string, vocabulary: ModelVocabulary): ModelWord[] {
  const folded = readFolded(text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text)
  const words = splitFolded(folded, vocabulary)
  if (!folded.isPlain) for (const word of words) Object.assign(word, folded.toOriginal(word.start, word.end))
  for (const word of words) if (word.form === 'dick' && isFirstName(text, word)) word.form = FULL_NAME
  return words
}

/** What the short form of a name is read as. */
export const FULL_NAME = 'richard'

/** Whether a word stands as a name does, before one that begins with a capital letter and is no word of the same sort, or after "Moby". */
function isFirstName(text: string, { start, end }: ModelWord): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(text.slice(start, end))) return false
  return (
    /^ (?:(?:van|von|de) )?(?!Head|Face|Bag|Wad|Suck)\p{Lu}\p{Ll}/u.test(text.slice(end, end + 12)) ||
    text.slice(0, start).endsWith('Moby ')
  )
}

/** How a text is cut: `squeeze` is null where no letter is drawn out. */
interface Cutting {
  token: RegExp
  squeeze: ModelVocabulary | null
}

function splitFolded({ text, signs, isPlain }: FoldedString, vocabulary: ModelVocabulary): ModelWord[] {
  const words: ModelWord[] = []
  const squeeze = (isPlain ? ASCII_DRAWN : DRAWN).test(text) ? vocabulary : null
  const cutting: Cutting = { token: isPlain ? ASCII_TOKEN : TOKEN, squeeze }
  const taken: Respelling[] = findRespellings(signs, vocabulary.lexicon)
  if (text.includes('http') || text.includes('www.') || text.includes('@')) {
    for (const match of text.matchAll(LINK)) taken.push({ start: match.index, end: match.index + match[0].length, word: LINK_FORM })
    taken.sort((a, b) => a.start - b.start)
  }
  let from = 0
  for (const spelling of taken) {
    if (spelling.start < from) continue
    readPlain(text.slice(from, spelling.start), from, cutting, words)
    words.push({ form: spelling.word, start: spelling.start, end: spelling.end })
    from = spelling.end
  }
  readPlain(from === 0 ? text : text.slice(from), from, cutting, words)
  return maskIdentities(words)
}

function readPlain(text: string, offset: number, { token, squeeze }: Cutting, words: ModelWord[]): void {
  let from = 0
  for (const raw of text.match(token) ?? []) {
    // No token stands inside another's gap: the next place where it is found is its own.
    from = text.indexOf(raw, from)
    const start = offset + from
    from += raw.length
    const first = raw.charCodeAt(0)
    if (first === EXCLAMATION || first === QUESTION) words.push({ form: nameMarks(raw), start, end: start + raw.length })
    else if (first === DOT) words.push({ form: '...', start, end: start + raw.length })
    else if (raw.includes("'")) pushContraction(raw, start, words)
    else words.push({ form: nameWord(raw, first, squeeze), start, end: start + raw.length })
  }
}

const [EXCLAMATION, QUESTION, DOT] = ['!', '?', '.'].map((sign) => sign.charCodeAt(0))

const nameMarks = (marks: string) =>
  marks.includes('!') ? (marks.includes('?') ? '?!' : marks.length > 1 ? '!!' : '!') : marks.length > 1 ? '??' : '?'

const [NINE, ASCII_END] = [0x39, 0x80]

function nameWord(raw: string, first: number, squeeze: ModelVocabulary | null): string {
  if (first < ASCII_END ? first <= NINE : /^\p{N}/u.test(raw)) return NUMBER_FORM
  if (first >= ASCII_END && /^\p{Extended_Pictographic}/u.test(raw)) return nameEmoji(raw)
  if (squeeze === null || !DRAWN.test(raw)) return raw
  const two = raw.replace(/(\p{L})\1{2,}/gu, '$1$1')
  const one = raw.replace(/(\p{L})\1{2,}/gu, '$1')
  return squeeze.isWord(two) || !squeeze.isWord(one) ? two : one
}

function pushContraction(raw: string, start: number, words: ModelWord[]): void {
  const ending = CONTRACTION.exec(raw)
  if (ending === null) {
    words.push({ form: raw.replaceAll("'", ''), start, end: start + raw.length })
    return
  }
  const stem = raw.slice(0, ending.index).replaceAll("'", '')
  const cut = start + ending.index
  if (stem !== '') words.push({ form: CUT_CONTRACTIONS.has(stem) ? `${stem}n` : stem, start, end: cut })
  words.push({ form: ending[0], start: cut, end: start + raw.length })
}

/** The terms of identity that begin with a word: whether it is one by itself, and phrases, the longest first. */
const termsByFirst = new Map<string, { isSingle: boolean; phrases: string[][] }>()
for (const { terms } of IDENTITY_TERMS) {
  for (const term of terms) {
    // As texts are cut: "down's" is two words.
    const parts = term.split(/[ -]|(?='s\b)/)
    const [first = ''] = parts
    const known = termsByFirst.get(first) ?? { isSingle: false, phrases: [] }
    if (parts.length === 1) known.isSingle = true
    else known.phrases = [...known.phrases, parts].sort((a, b) => b.length - a.length)
    termsByFirst.set(first, known)
  }
}

/** Every term of identity becomes one word, phrases too. */
function maskIdentities(words: ModelWord[]): ModelWord[] {
  const first = words.findIndex(({ form }) => termsByFirst.has(form))
  if (first < 0) return words
  const masked = words.slice(0, first)
  for (let at = first; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined) continue
    const terms = termsByFirst.get(word.form)
    if (terms === undefined) {
      masked.push(word)
      continue
    }
    const phrase = terms.phrases.find((parts) => parts.every((part, step) => words[at + step]?.form === part))
    if (phrase !== undefined) {
      masked.push({ form: IDENTITY_FORM, start: word.start, end: words[at + phrase.length - 1]?.end ?? word.end })
      at += phrase.length - 1
    } else masked.push(terms.isSingle ? { ...word, form: IDENTITY_FORM } : word)
  }
  return masked
}

/** Where words that follow each other stand in the original text. In what is turned round, the next word stands before. */
export function spanOf(words: readonly ModelWord[]): { start: number; end: number } {
  return { start: Math.min(...words.map(({ start }) => start)), end: Math.max(...words.map(({ end }) => end)) }
}

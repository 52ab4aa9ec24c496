import { FOREIGN_WORDS, SHARED_WORDS } from '../language/foreign-words'
import { SpelledWords } from './spelled-words'
import { stemWord } from './stem'
import { EVERYDAY_WORDS, STOP_WORDS, type StopWordLanguage } from './stop-words'

/** What words are about, whatever their form: one object for all words of a stem, until all are forgotten. */
export interface Term {
  readonly text: string
  /** What it is worth before any article is seen: 1, or 0.3 for a word of everyday talk (measured: 0.2–0.5 do alike). */
  readonly worth: number
  /** The last list of terms that was told to hold it (words.ts). */
  listedIn: number
}

/** What is known of a word. */
export interface KnownWord extends Readonly<Record<StopWordLanguage, 0 | 1>> {
  readonly length: number
  /** Whether it is nothing but letters of a to z, with one apostrophe among them at most. */
  readonly isPlain: boolean
  readonly isNumber: boolean
  /** Whether it tells that a text is not English, or is English and says nothing for it. */
  readonly isForeign: boolean
  readonly isShared: boolean
  /** Null for stop words and single letters: they carry no topic. */
  readonly term: Term | null
  /** As it is looked up among general word vectors: without its possessive. Empty where there is no term. */
  readonly form: string
  /** Where it was found there (lib/scoring/topicality/word-meaning.ts). */
  rank: number | null | undefined
}

const EVERYDAY_TERMS = new Set([...EVERYDAY_WORDS].map(stemWord))
const [ENGLISH, GERMAN] = (['en', 'de'] as const).map((language) => STOP_WORDS.get(language) ?? new Set<string>()) as [
  ReadonlySet<string>,
  ReadonlySet<string>,
]
const PLAIN = /^[a-z]+(?:'[a-z]+)?$/
const POSSESSIVE = /'s?$/
const terms = new Map<string, Term>()

/** Words, folded, with what is known of them. */
export const knownWords = new SpelledWords(describeWord, () => terms.clear())

/** What is known of a word, folded. */
export function knowWord(word: string): KnownWord {
  for (let at = 0; at < word.length; at += 1) knownWords.put(word.charCodeAt(at))
  return knownWords.end()
}

function describeWord(word: string): KnownWord {
  const [en, de] = [ENGLISH.has(word) ? 1 : 0, GERMAN.has(word) ? 1 : 0] as const
  const isAbout = en + de === 0 && (word.length > 1 || word > '\u2e7f')
  const text = isAbout ? stemWord(word) : ''
  const { length } = word
  const term = text === '' ? null : findTerm(text)
  const form = term === null ? '' : word.replace(POSSESSIVE, '')
  const [isPlain, isNumber] = [PLAIN.test(word), /^[0-9]+$/.test(word)]
  const [isForeign, isShared] = [FOREIGN_WORDS.has(word), SHARED_WORDS.has(word)]
  // Field by field: what is spread into an object of so many is read slowly.
  return { length, isPlain, isNumber, isForeign, isShared, en, de, term, form, rank: undefined }
}

function findTerm(text: string): Term {
  const known = terms.get(text)
  if (known !== undefined) return known
  const term = { text, worth: weighTerm(text), listedIn: 0 }
  terms.set(text, term)
  return term
}

/** What a term is worth before any article is seen. */
export function weighTerm(term: string): number {
  return EVERYDAY_TERMS.has(term) ? 0.3 : 1
}

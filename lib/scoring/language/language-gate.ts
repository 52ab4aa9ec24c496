import { FOREIGN_WORDS, SHARED_WORDS } from './foreign-words'
import { getLanguageDetector } from './language-detector'
import { foldWord } from '../text/fold'
import { showText } from '../text/shown-text'
import { STOP_WORDS } from '../text/stop-words'
import { readWords } from '../text/words'

/** Fewer letters or words tell no language but by a word that only another has: such a text is taken for English, as most of what is asked here is. */
const FEWEST_LETTERS = 16
const FEWEST_WORDS = 4
/** English comments of some length hold 20–70 % stop words; other languages share next to none of them. */
const ENGLISH_SHARE = 0.2
const FOREIGN_SHARE = 0.05
/** A text full of names is English where so many of its other words are stop words, from two on. */
const SHARE_BESIDE_NAMES = 0.5
const ASCII = /^[\x00-\x7f]*$/
const WORD = /[a-zß-öø-ɏ]+(?:'[a-zß-öø-ɏ]+)?/g
/** A word that is cut by a digit or a picture ("que3rs") is no word of another language. */
const CUT = /[\p{N}\p{S}\p{M}\p{Cs}]/u
/** A word that begins with a small letter. */
const NO_NAME = /(?<![\p{L}\p{M}'’])[a-z]+(?:'[a-z]+)?(?![\p{L}\p{M}])/gu
const ENGLISH = STOP_WORDS.get('en') ?? new Set<string>()
const LETTERS = /[\p{L}\p{M}]+/gu
/** Scripts of which a word is written in one, unless its letters pass for others. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]
/** Letters of scripts in which no English is written. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/gu
/** As many may be a name, or a disguise. */
const FEW_OTHERS = 4
const LATIN = /\p{Script=Latin}/gu

/**
 * Whether a text is English, or too short to be anything else: what the English models may be asked about. Told by its
 * script, its stop words and everyday words of other languages where they are plain, else by n-gram statistics (eld). Disguised letters of
 * other scripts ("іdіоt") do not make a text foreign, neither among Latin ones nor in a word of several scripts.
 */
export function isEnglish(text: string): boolean {
  const start = showText(text.slice(0, 1000))
  if (!ASCII.test(start) && isOtherScript(start)) return false
  const { words, letters, stops, own, foreign } = countWords(start)
  const isShort = letters < FEWEST_LETTERS || words < FEWEST_WORDS
  // One foreign word among many may be quoted; in a few it is the text's own.
  if (foreign > own && (isShort || foreign > 2 * own + 1 || getLanguageDetector().detect(start).language !== 'en')) return false
  if (isShort) return true
  const share = stops / words
  if (share >= ENGLISH_SHARE) return true
  const { language, isReliable } = getLanguageDetector().detect(start)
  if (language === 'en' || language === '') return true
  return (share > FOREIGN_SHARE && !isReliable()) || (foreign === 0 && isEnglishBesideNames(start))
}

/** Whether most letters are of a script in which no English is written, words of several scripts and of a single letter ("і ԁ і о т") aside. */
function isOtherScript(text: string): boolean {
  // By far the most texts have few such letters, or none.
  if ((text.match(OTHER_SCRIPT)?.length ?? 0) <= FEW_OTHERS) return false
  let other = 0
  let latin = 0
  for (const [word] of text.matchAll(LETTERS)) {
    if (word.length === 1 || SCRIPTS.filter((script) => script.test(word)).length > 1) continue
    other += word.match(OTHER_SCRIPT)?.length ?? 0
    latin += word.match(LATIN)?.length ?? 0
  }
  return other > FEW_OTHERS && other > latin
}

function isEnglishBesideNames(text: string): boolean {
  const others = text.match(NO_NAME) ?? []
  const stops = others.filter((word) => ENGLISH.has(word))
  return stops.length > 1 && stops.length >= SHARE_BESIDE_NAMES * others.length && !stops.every((word) => SHARED_WORDS.has(word))
}

/**
 * How many Latin words a text has, how many letters they have, how many are stop words of English, how many of those are of no other language
 * (`own`), and how many are words of other languages alone.
 */
export function countWords(text: string): { words: number; letters: number; stops: number; own: number; foreign: number } {
  const counts = { words: 0, letters: 0, stops: 0, own: 0, foreign: 0 }
  const count = (length: number, isStop: boolean, isShared: boolean, isForeign: boolean) => {
    counts.words += 1
    counts.letters += length
    if (isStop) counts.stops += 1
    if (isStop && !isShared) counts.own += 1
    if (isForeign) counts.foreign += 1
  }
  const known = ASCII.test(text) ? readWords(text) : null
  if (known?.every(({ isPlain, isNumber }) => isPlain || isNumber)) {
    // What topicality asks for next is read already.
    for (const { isPlain, length, en, isShared, isForeign } of known) if (isPlain) count(length, en === 1, isShared, isForeign)
  } else countSpelled(text.toLowerCase().replaceAll('’', "'"), count)
  return counts
}

function countSpelled(text: string, count: (length: number, isStop: boolean, isShared: boolean, isForeign: boolean) => void): void {
  const isPlain = ASCII.test(text)
  for (const word of text.match(WORD) ?? []) {
    // An accent may be a disguise; a letter by itself with one is a word of its own.
    const sort = SORTS.get(word) ?? (isPlain || word.length === 1 ? 0 : (SORTS.get(foldWord(word)) ?? 0))
    count(word.length, (sort & STOP) > 0, (sort & SHARED) > 0, (sort & FOREIGN) > 0 && standsWhole(word, text))
  }
}

/** What words are, for one look at each. */
const [STOP, SHARED, FOREIGN] = [1, 2, 4]
const SORTS = new Map<string, number>()
for (const [words, sort] of [
  [ENGLISH, STOP],
  [SHARED_WORDS, SHARED],
  [FOREIGN_WORDS, FOREIGN],
] as const)
  for (const word of words) SORTS.set(word, (SORTS.get(word) ?? 0) | sort)

function standsWhole(word: string, text: string): boolean {
  const at = text.search(new RegExp(`(?<![\\p{L}'])${word}(?![\\p{L}'])`, 'u'))
  return at >= 0 && !CUT.test(text.charAt(at - 1)) && !CUT.test(text.charAt(at + word.length))
}

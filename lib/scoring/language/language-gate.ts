import { getLanguageDetector } from './language-detector'
import { showText } from '../text/shown-text'
import { STOP_WORDS } from '../text/stop-words'
import { readWords } from '../text/words'

/** Fewer letters tell no language: such a text is taken for English, as most of what is asked here is. */
const FEWEST_LETTERS = 16
/** English comments of some length hold 20–70 % stop words; other languages share next to none of them. */
const ENGLISH_SHARE = 0.2
const FOREIGN_SHARE = 0.05
const ASCII = /^[\x00-\x7f]*$/
const WORD = /[a-z]+(?:'[a-z]+)?/g
const ENGLISH = STOP_WORDS.get('en') ?? new Set<string>()
/** Letters of scripts in which no English is written. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/gu
const LATIN = /\p{Script=Latin}/gu

/**
 * Whether a text is English, or too short to be anything else: what the English models may be asked about. Told by its
 * script and its stop words where they are plain, else by n-gram statistics (eld). Disguised letters of other scripts
 * ("іdіоt") among Latin ones do not make a text foreign.
 */
export function isEnglish(text: string): boolean {
  const start = showText(text.slice(0, 1000))
  if (!ASCII.test(start)) {
    const other = start.match(OTHER_SCRIPT)?.length ?? 0
    const latin = start.match(LATIN)?.length ?? 0
    if (other > 4 && other > latin) return false
  }
  const { words, letters, stops } = countWords(start)
  if (letters < FEWEST_LETTERS || words < 4) return true
  const share = stops / words
  if (share >= ENGLISH_SHARE) return true
  const { language, isReliable } = getLanguageDetector().detect(start)
  if (language === 'en' || language === '') return true
  return share > FOREIGN_SHARE && !isReliable()
}

/** How many words of a to z a text has, how many letters they have, and how many are stop words of English. */
export function countWords(text: string): { words: number; letters: number; stops: number } {
  const counts = { words: 0, letters: 0, stops: 0 }
  const count = (length: number, isStop: boolean) => {
    counts.words += 1
    counts.letters += length
    if (isStop) counts.stops += 1
  }
  const known = ASCII.test(text) ? readWords(text) : null
  if (known?.every(({ isPlain, isNumber }) => isPlain || isNumber)) {
    // What topicality asks for next is read already.
    for (const { isPlain, length, en } of known) if (isPlain) count(length, en === 1)
  } else for (const word of text.toLowerCase().replaceAll('’', "'").match(WORD) ?? []) count(word.length, ENGLISH.has(word))
  return counts
}

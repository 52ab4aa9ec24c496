import { getLanguageDetector } from './language-detector'
import { showText } from '../text/shown-text'
import { STOP_WORDS } from '../text/stop-words'

/** Fewer letters tell no language: such a text is taken for English, as most of what is asked here is. */
const FEWEST_LETTERS = 16
/** English comments of some length hold 20–70 % stop words; other languages share next to none of them. */
const ENGLISH_SHARE = 0.2
const FOREIGN_SHARE = 0.05
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
  if (!/^[\x00-\x7f]*$/.test(start)) {
    const other = start.match(OTHER_SCRIPT)?.length ?? 0
    const latin = start.match(LATIN)?.length ?? 0
    if (other > 4 && other > latin) return false
  }
  const words = start.toLowerCase().replaceAll('’', "'").match(WORD) ?? []
  let stops = 0
  let letters = 0
  for (const word of words) {
    letters += word.length
    if (ENGLISH.has(word)) stops += 1
  }
  if (letters < FEWEST_LETTERS || words.length < 4) return true
  const share = stops / words.length
  if (share >= ENGLISH_SHARE) return true
  const { language, isReliable } = getLanguageDetector().detect(start)
  if (language === 'en' || language === '') return true
  return share > FOREIGN_SHARE && !isReliable()
}

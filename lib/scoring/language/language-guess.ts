import type { KnownWord } from '../text/known-words'
import type { StopWordLanguage } from '../text/stop-words'

const SCRIPTS: readonly [name: string, letters: RegExp][] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['chinese or japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['korean', /\p{Script=Hangul}/gu],
  ['thai', /\p{Script=Thai}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
]

/** What a text is written in, as far as a glance tells. */
export interface LanguageGuess {
  /** Null: no letters, or another script than those known here. */
  script: string | null
  wordCount: number
  /** Share of the words that are stop words of the language, 0–1. */
  shares: Record<StopWordLanguage, number>
}

/** Looks at the first 1,000 units for the script and at the words of its sentences for the language. */
export function guessLanguage(text: string, sentences: readonly (readonly KnownWord[])[]): LanguageGuess {
  const counts: Record<StopWordLanguage, number> = { en: 0, de: 0 }
  let wordCount = 0
  for (const words of sentences) {
    wordCount += words.length
    for (const { en, de } of words) {
      counts.en += en
      counts.de += de
    }
  }
  const count = Math.max(1, wordCount)
  return { script: findScript(text.slice(0, 1000)), wordCount, shares: { en: counts.en / count, de: counts.de / count } }
}

/**
 * Whether two texts are plainly not in one language, so that sharing no words says nothing: another script, or one full
 * of the stop words of a language of which the other has next to none. English comments of eight words and more hold 20
 * to 70 % stop words. Texts too short to tell do not differ.
 */
export function differPlainly(left: LanguageGuess, right: LanguageGuess): boolean {
  if (left.script !== null && right.script !== null && left.script !== right.script) return true
  if (left.wordCount < 8 || right.wordCount < 8) return false
  return differInShare(left.shares.en, right.shares.en) || differInShare(left.shares.de, right.shares.de)
}

const differInShare = (left: number, right: number) => Math.max(left, right) >= 0.25 && Math.min(left, right) < 0.08

function findScript(text: string): string | null {
  if (/^[\x00-\x7f]*$/.test(text)) return /[a-z]/i.test(text) ? 'latin' : null
  let best: { name: string; count: number } | null = null
  for (const [name, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0
    if (count > (best?.count ?? 0)) best = { name, count }
  }
  return best?.name ?? null
}

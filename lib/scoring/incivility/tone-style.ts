import { IDENTITY_FORM } from '../text/model-words'
import { ADDRESS, CAMPS, CORRECTING, DISMISSIVE, EVERYBODY, SWEEPING } from './tone-phrases'

/** So many phrases of a sort count. */
const MOST = 2

/** Phrases as the models read words ("you're" is two), by their first. */
interface Phrase {
  rest: readonly string[]
  isDismissive: boolean
}
const phrasesByFirst = new Map<string, Phrase[]>()
const NO_PHRASES: readonly Phrase[] = []
for (const [at, phrase] of [...DISMISSIVE, ...SWEEPING].entries()) {
  const [first = '', ...rest] = phrase.replace(/(n't|'(?:re|ve|ll|s|d|m))\b/g, ' $1').split(' ')
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), { rest, isDismissive: at < DISMISSIVE.length }])
}

/** How many phrases of each sort a text has, two at most. */
export interface PhraseCounts {
  dismissive: number
  sweeping: number
}

/** Counts the phrases of each sort in a text, each once. */
export function countPhrases(forms: readonly string[]): PhraseCounts {
  const found: Phrase[] = []
  for (let at = 0; at < forms.length; at += 1) {
    for (const phrase of phrasesByFirst.get(forms[at] ?? '') ?? NO_PHRASES) {
      if (follows(phrase.rest, forms, at + 1) && !found.includes(phrase)) found.push(phrase)
    }
  }
  const dismissive = found.filter(({ isDismissive }) => isDismissive).length
  return { dismissive: Math.min(MOST, dismissive), sweeping: Math.min(MOST, found.length - dismissive) }
}

/** Without a function for each look: "the" and "you" begin phrases, and texts are full of them. */
function follows(words: readonly string[], forms: readonly string[], from: number): boolean {
  for (let step = 0; step < words.length; step += 1) if (forms[from + step] !== words[step]) return false
  return true
}

/** Single words by what they are counted as; no word is of two sorts. */
const SORTS: ReadonlyMap<string, number> = new Map(
  [ADDRESS, CORRECTING, EVERYBODY, [IDENTITY_FORM, ...CAMPS], ['?', '??']].flatMap((words, sort) =>
    [...words].map((word) => [word, sort] as const),
  ),
)

/**
 * How a text speaks: address, correction, dismissive and sweeping phrases, words that leave nobody out, camps, question marks, brevity. Words are counted
 * over the root of their number, so that long texts are no louder.
 */
export function describeStyle(forms: readonly string[], { dismissive, sweeping }: PhraseCounts): number[] {
  const counts = [0, 0, 0, 0, 0]
  for (const form of forms) {
    const sort = SORTS.get(form)
    if (sort !== undefined) counts[sort] = (counts[sort] ?? 0) + 1
  }
  const length = Math.max(5, forms.length)
  const [address = 0, correction = 0, everybody = 0, camps = 0, questions = 0] = counts.map((count) => count / Math.sqrt(length))
  return [address, correction, dismissive, sweeping, everybody, camps, questions, -Math.log(length)]
}

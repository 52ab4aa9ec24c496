import { guessLanguage, type LanguageGuess } from '../language/language-guess'
import { splitSentences } from '../text/sentences'
import { weighTerm, type KnownWord } from '../text/known-words'
import { listTermTexts, readWords } from '../text/words'
import { findMeaning, type Meaning } from './word-meaning'

/** BM25's usual constants: how soon repeats of a term stop counting, and how much long sentences are held back. */
const K1 = 1.2
const B = 0.75
/** Title and standfirst say what the article is about; each counts as two sentences. */
const HEADLINE_WEIGHT = 2
/** As K1, for the text as a whole: a term with this much BM25 weight over all sentences is worth half of what is possible. */
const SALIENCE_HALF = 10
/** How many of a text's own terms a term's salience is compared with. */
const TOP_TERMS = 10

/** A text prepared for being compared with many comments. */
export interface TopicIndex {
  sentences: string[]
  /** The terms of each sentence. */
  sentenceTerms: string[][]
  /** How many of the sentences are title and standfirst; they come first. */
  headlineCount: number
  /** How much of the text is about each of its terms: about 1 for its leading ones, less for those it mentions once. */
  salience: ReadonlyMap<string, number>
  language: LanguageGuess
  /** Null where too few of the words are known. */
  meaning: Meaning | null
}

/** What is known already of a text by all its words. */
type KnownMeaning = Pick<TopicIndex, 'meaning'> & { words: readonly KnownWord[] }

/** Prepares a text; `headlines` are its title and standfirst, if it has them. Linear in the length of the text. */
export function buildTopicIndex(headlines: readonly string[], body: string, known?: KnownMeaning): TopicIndex {
  const sentences = headlines.filter((line) => line.trim() !== '')
  const headlineCount = sentences.length
  for (const { text } of splitSentences(body)) sentences.push(text)
  const words = sentences.map(readWords)
  const sentenceTerms = words.map(listTermTexts)
  const totals = new Map<string, number>()
  eachGain({ sentenceTerms, headlineCount }, (term, gain) => totals.set(term, (totals.get(term) ?? 0) + gain))
  totals.forEach((total, term) => totals.set(term, (weighTerm(term) * total) / (total + SALIENCE_HALF)))
  scaleSalience(totals)
  const language = guessLanguage(sentences.join('\n').slice(0, 2000), words)
  const meaning = headlineCount > 0 ? findMeaning([...words.slice(0, headlineCount), ...words], 'article') : findTextMeaning(words, known)
  return { sentences, sentenceTerms, headlineCount, salience: totals, language, meaning }
}

/** A text's own meaning; that which is known is the same where its words are, and was not left out. */
function findTextMeaning(sentences: readonly (readonly KnownWord[])[], known?: KnownMeaning): Meaning | null {
  if (!known?.meaning) return findMeaning(sentences, 'text')
  let at = 0
  const isSame = sentences.every((words) => words.every((word) => word === known.words[at++])) && at === known.words.length
  return isSame ? known.meaning : findMeaning(sentences, 'text')
}

/** Calls `onGain` with BM25's part for the term's frequency and the sentence's length, times the sentence's weight. */
export function eachGain(
  { sentenceTerms, headlineCount }: Pick<TopicIndex, 'sentenceTerms' | 'headlineCount'>,
  onGain: (term: string, gain: number, sentence: number) => void,
): void {
  const meanLength = sentenceTerms.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, sentenceTerms.length)
  sentenceTerms.forEach((terms, sentence) => {
    const weight = sentence < headlineCount ? HEADLINE_WEIGHT : 1
    const damping = K1 * (1 - B + (B * terms.length) / Math.max(1, meanLength))
    const gainOf = (count: number) => (weight * count * (K1 + 1)) / (count + damping)
    // Most sentences repeat nothing.
    if (new Set(terms).size === terms.length) {
      for (const term of terms) onGain(term, gainOf(1), sentence)
      return
    }
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    counts.forEach((count, term) => onGain(term, gainOf(count), sentence))
  })
}

/** Short texts repeat nothing, long ones much: dividing by the mean of the ten leading terms makes them comparable. */
function scaleSalience(salience: Map<string, number>): void {
  // The largest first.
  const leading: number[] = []
  salience.forEach((value) => {
    if (leading.length === TOP_TERMS && value <= (leading.at(-1) ?? 0)) return
    let place = leading.length
    while (place > 0 && value > (leading[place - 1] ?? 0)) place -= 1
    leading.splice(place, 0, value)
    if (leading.length > TOP_TERMS) leading.pop()
  })
  const scale = leading.reduce((sum, value) => sum + value, 0) / Math.max(1, leading.length)
  salience.forEach((value, term) => salience.set(term, value / scale))
}

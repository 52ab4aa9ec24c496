import { guessLanguage, type LanguageGuess } from './language-guess'
import { splitSentences } from './sentences'
import { listTerms, splitWords, weighTerm } from './words'

/** BM25's usual constants: how soon repeats of a term stop counting, and how much long sentences are held back. */
const K1 = 1.2
const B = 0.75
/** Title and standfirst say what the article is about; each counts as two sentences. */
const HEADLINE_WEIGHT = 2
/** As K1, for the text as a whole: a term with this much BM25 weight over all sentences is worth half of what is possible. */
const SALIENCE_HALF = 10
/** How many of a text's own terms a term's salience is compared with. */
const TOP_TERMS = 10

interface Posting {
  sentence: number
  /** BM25's part for the term's frequency and the sentence's length, times the sentence's weight. */
  gain: number
}

interface IndexedTerm {
  /** How much of the text is about this term: about 1 for its leading terms, less for those it mentions once. */
  salience: number
  /** BM25 inverse sentence frequency, times the term's worth. */
  rarity: number
  postings: Posting[]
}

/** A text prepared for being compared with many comments. */
export interface TopicIndex {
  sentences: string[]
  /** What each sentence would score against itself. */
  selfScores: number[]
  meanSelfScore: number
  terms: ReadonlyMap<string, IndexedTerm>
  language: LanguageGuess
}

/** Prepares a text; `headlines` are its title and standfirst, if it has them. Linear in the length of the text. */
export function buildTopicIndex(headlines: readonly string[], body: string): TopicIndex {
  const filled = headlines.filter((line) => line.trim() !== '')
  const sentences = [...filled, ...splitSentences(body).map((sentence) => sentence.text)]
  const words = sentences.map(splitWords)
  const postings = collectPostings(words.map(listTerms), filled.length)
  const terms = new Map<string, IndexedTerm>()
  const selfScores = sentences.map(() => 0)
  for (const [term, list] of postings) {
    const rarity = weighTerm(term) * Math.log(1 + (sentences.length - list.length + 0.5) / (list.length + 0.5))
    const total = list.reduce((sum, posting) => sum + posting.gain, 0)
    terms.set(term, { salience: (weighTerm(term) * total) / (total + SALIENCE_HALF), rarity, postings: list })
    for (const { sentence, gain } of list) selfScores[sentence] = (selfScores[sentence] ?? 0) + rarity * gain
  }
  scaleSalience(terms)
  const meanSelfScore = selfScores.reduce((sum, score) => sum + score, 0) / Math.max(1, selfScores.length)
  return { sentences, selfScores, meanSelfScore, terms, language: guessLanguage(sentences.join('\n').slice(0, 2000), words.flat()) }
}

function collectPostings(sentences: readonly string[][], headlineCount: number): Map<string, Posting[]> {
  const meanLength = sentences.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, sentences.length)
  const postings = new Map<string, Posting[]>()
  sentences.forEach((terms, sentence) => {
    const weight = sentence < headlineCount ? HEADLINE_WEIGHT : 1
    const damping = K1 * (1 - B + (B * terms.length) / Math.max(1, meanLength))
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      const posting = { sentence, gain: (weight * count * (K1 + 1)) / (count + damping) }
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [posting])
      else list.push(posting)
    }
  })
  return postings
}

/** Short texts repeat nothing, long ones much: dividing by the mean of the ten leading terms makes them comparable. */
function scaleSalience(terms: ReadonlyMap<string, IndexedTerm>): void {
  const leading = [...terms.values()]
    .map((term) => term.salience)
    .sort((a, b) => b - a)
    .slice(0, TOP_TERMS)
  const scale = leading.reduce((sum, salience) => sum + salience, 0) / Math.max(1, leading.length)
  for (const term of terms.values()) term.salience /= scale
}

/**
 * The sentences with the highest BM25 score for these terms, best first. Similarity is the score divided by what the
 * sentence scores against itself (or, for sentences of a word or two, by what the text's mean sentence does): 0–1.
 */
export function findNearestSentences(index: TopicIndex, terms: ReadonlySet<string>, count: number): { text: string; similarity: number }[] {
  const scores = new Map<number, number>()
  for (const term of terms) {
    const indexed = index.terms.get(term)
    if (indexed === undefined) continue
    for (const { sentence, gain } of indexed.postings) scores.set(sentence, (scores.get(sentence) ?? 0) + indexed.rarity * gain)
  }
  return [...scores]
    .map(([sentence, score]) => ({
      text: index.sentences[sentence] ?? '',
      similarity: Math.min(1, score / Math.max(index.selfScores[sentence] ?? 0, index.meanSelfScore)),
    }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count)
}

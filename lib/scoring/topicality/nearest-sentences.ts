import { eachGain, type TopicIndex } from './topic-index'
import { weighTerm } from '../text/known-words'

interface Posting {
  sentence: number
  gain: number
}

/** What finding sentences needs beyond the index; made for texts that somebody asks about. */
interface SentenceIndex {
  /** BM25 inverse sentence frequency, times the term's worth, and where the term stands. */
  terms: ReadonlyMap<string, { rarity: number; postings: Posting[] }>
  /** What each sentence would score against itself. */
  selfScores: number[]
  meanSelfScore: number
}

const sentenceIndexes = new WeakMap<TopicIndex, SentenceIndex>()

/**
 * The sentences with the highest BM25 score for these terms, best first. Similarity is the score divided by what the
 * sentence scores against itself (or, for sentences of a word or two, by what the text's mean sentence does): 0–1.
 */
export function findNearestSentences(index: TopicIndex, terms: ReadonlySet<string>, count: number): { text: string; similarity: number }[] {
  const { terms: indexed, selfScores, meanSelfScore } = indexSentences(index)
  const scores = new Map<number, number>()
  for (const term of terms) {
    const found = indexed.get(term)
    if (found === undefined) continue
    for (const { sentence, gain } of found.postings) scores.set(sentence, (scores.get(sentence) ?? 0) + found.rarity * gain)
  }
  return [...scores]
    .map(([sentence, score]) => ({
      text: index.sentences[sentence] ?? '',
      similarity: Math.min(1, score / Math.max(selfScores[sentence] ?? 0, meanSelfScore)),
    }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count)
}

function indexSentences(index: TopicIndex): SentenceIndex {
  const known = sentenceIndexes.get(index)
  if (known) return known
  const postings = new Map<string, Posting[]>()
  eachGain(index, (term, gain, sentence) => {
    const list = postings.get(term)
    if (list === undefined) postings.set(term, [{ sentence, gain }])
    else list.push({ sentence, gain })
  })
  const total = index.sentences.length
  const terms = new Map<string, { rarity: number; postings: Posting[] }>()
  const selfScores = index.sentences.map(() => 0)
  for (const [term, list] of postings) {
    const rarity = weighTerm(term) * Math.log(1 + (total - list.length + 0.5) / (list.length + 0.5))
    terms.set(term, { rarity, postings: list })
    for (const { sentence, gain } of list) selfScores[sentence] = (selfScores[sentence] ?? 0) + rarity * gain
  }
  const made = { terms, selfScores, meanSelfScore: selfScores.reduce((sum, score) => sum + score, 0) / Math.max(1, total) }
  sentenceIndexes.set(index, made)
  return made
}

import { getGeneralVectors } from '../incivility/general'
import { readWeights, TensorFile } from '../incivility/tensor-file'
import { GeneralVectors } from '../incivility/word-vectors'
import type { KnownWord } from '../text/known-words'

/** Fewer of a text's words than this share are known to the vectors: it is not English, or full of names. */
const LEAST_KNOWN = 0.5

/** What a text is about on the whole, as one direction; of length 1. */
export type Meaning = Float32Array

let centres: { text: Float32Array; article: Float32Array } | null = null

/** The centre of comments, and that of articles, which are written in other words: what texts have in common is no topic. */
function getCentre(of: 'text' | 'article'): Float32Array {
  if (centres === null) {
    const file = new TensorFile(readWeights('topicality.bin'))
    centres = { text: file.readFloats('word_text_centre'), article: file.readFloats('word_article_centre') }
  }
  return centres[of]
}

/**
 * The mean of the general vectors of the words that carry topic, those of everyday talk counting less, about the centre of such
 * texts: synonyms are near each other.
 *
 * @param sentences or other parts; what stands in two of them counts twice
 * @returns null where too few of the words are known
 */
export function findMeaning(sentences: readonly (readonly KnownWord[])[], of: 'text' | 'article'): Meaning | null {
  const mean = averageWords(sentences)
  if (mean === null) return null
  const centre = getCentre(of)
  let square = 0
  for (let at = 0; at < GeneralVectors.SIZE; at += 1) square += ((mean[at] ?? 0) - (centre[at] ?? 0)) ** 2
  if (square === 0) return null
  const scale = 1 / Math.sqrt(square)
  for (let at = 0; at < GeneralVectors.SIZE; at += 1) mean[at] = ((mean[at] ?? 0) - (centre[at] ?? 0)) * scale
  return mean
}

const sum = new Float64Array(GeneralVectors.SIZE)
/** The words of one sentence that are known: their places among the vectors, and what each is worth. */
let known = { ranks: new Uint32Array(256), worths: new Float64Array(256) }

/** The mean itself, of which the centres are made (training/topicality.py). */
export function averageWords(sentences: readonly (readonly KnownWord[])[]): Float32Array | null {
  const vectors = getGeneralVectors()
  sum.fill(0)
  let weight = 0
  let terms = 0
  let found = 0
  for (const words of sentences) {
    if (words.length > known.ranks.length) known = { ranks: new Uint32Array(words.length), worths: new Float64Array(words.length) }
    const { ranks, worths } = known
    let count = 0
    for (const word of words) {
      if (word.term === null) continue
      terms += 1
      const rank = word.rank === undefined ? (word.rank = vectors.rankOf(word.form)) : word.rank
      if (rank === null) continue
      ranks[count] = rank
      worths[count] = word.term.worth
      count += 1
    }
    vectors.fetch(ranks, count)
    for (let at = 0; at < count; at += 1) {
      vectors.addAsKept(ranks[at] ?? 0, worths[at] ?? 0, sum)
      weight += worths[at] ?? 0
    }
    found += count
  }
  if (found === 0 || found < LEAST_KNOWN * terms) return null
  const mean = new Float32Array(GeneralVectors.SIZE)
  for (let at = 0; at < GeneralVectors.SIZE; at += 1) mean[at] = (sum[at] ?? 0) / weight
  return mean
}

/** -1 to 1. */
export function compareMeanings(left: Meaning, right: Meaning): number {
  let product = 0
  for (let at = 0; at < GeneralVectors.SIZE; at += 1) product += (left[at] ?? 0) * (right[at] ?? 0)
  return product
}

import { readWeights, TensorFile } from '../incivility/tensor-file'
import { isEnglish } from '../language/language-gate'
import { compareWords, type ComparedWords } from './lexical-topicality'
import { readOwnText } from './own-text'
import { RecentCache } from '../recent-cache'
import type { LateScorer, RunningLateScorer } from '../late-scorer'
import type { AttributeScore, ScorerArticle, ScorerInput } from '../scorer'
import { SCORER_VERSIONS } from '../scorer-versions'
import { SentenceVectors, VECTOR_SIZE } from './sentence-vectors'
import { splitSentences } from '../text/sentences'
import { measureTopicDistance } from './topic-distance'

/** The first sentences of an article say what it is about; each costs some three milliseconds, once. */
const MOST_SENTENCES = 40
const NEAREST = 3
const KEPT_ARTICLES = 200
const KEPT_PARENTS = 500

interface ArticleVectors {
  /** The article as one direction. */
  whole: Float32Array
  sentences: { text: string; vector: Float32Array }[]
}

/**
 * How far a comment is from its article and from the comment it answers, by what they mean: sentence vectors, together with
 * the words they share. Gives `off_topic.article`, with the nearest sentences of the article, and `off_topic.parent` when there
 * is a parent. Null (not scored) for what the words alone cannot tell either, and for texts that are not English.
 */
export const sentenceTopicality: LateScorer = {
  name: 'sentence_topicality',
  version: SCORER_VERSIONS.late_sentence_topicality,
  start: async () => new Session(await SentenceVectors.start()),
}

class Session implements RunningLateScorer {
  private readonly centre: { text: Float32Array; article: Float32Array }
  private readonly articles = new RecentCache<ArticleVectors>(KEPT_ARTICLES)
  private readonly parents = new RecentCache<Float32Array>(KEPT_PARENTS)

  constructor(private readonly vectors: SentenceVectors) {
    const file = new TensorFile(readWeights('topicality.bin'))
    this.centre = { text: file.readFloats('text_centre'), article: file.readFloats('article_centre') }
  }

  async score(inputs: readonly ScorerInput[]): Promise<(AttributeScore[] | null)[]> {
    const compared = inputs.map((input) => (isEnglish(input.body) ? compareWords(input) : []))
    const asked = inputs.filter((_input, at) => (compared[at]?.length ?? 0) > 0)
    const bodies = await this.vectors.embed(asked.map(({ body }) => readOwnText(body)))
    const results: (AttributeScore[] | null)[] = []
    let next = 0
    for (const [at, input] of inputs.entries()) {
      const byWords = compared[at] ?? []
      const vector = byWords.length > 0 ? bodies[next++] : undefined
      results.push(vector === undefined ? null : await this.scoreOne(input, byWords, centred(vector, this.centre.text)))
    }
    return results
  }

  stop(): Promise<void> {
    return this.vectors.stop()
  }

  private async scoreOne(input: ScorerInput, byWords: readonly ComparedWords[], vector: Float32Array): Promise<AttributeScore[]> {
    const scores: AttributeScore[] = []
    for (const { attribute, evidence } of byWords) {
      if (attribute === 'off_topic.article') {
        const article = await this.readArticle(input.article)
        const reason = { spans: [], sentences: findNearest(article, vector) }
        scores.push({ attribute, value: measureTopicDistance(evidence, cosine(vector, article.whole)), reason })
      } else if (input.parentBody !== null) {
        const parent = await this.readParent(input.parentBody)
        scores.push({ attribute, value: measureTopicDistance(evidence, cosine(vector, parent)), reason: null })
      }
    }
    return scores
  }

  private async readArticle(article: ScorerArticle): Promise<ArticleVectors> {
    const key = `${article.id}\n${article.version}`
    const known = this.articles.find(key)
    if (known !== undefined) return known
    const headlines = [article.title, article.standfirst ?? ''].filter((line) => line.trim() !== '')
    const body = splitSentences(article.body)
      .slice(0, MOST_SENTENCES)
      .map(({ text }) => text)
    const texts = [...headlines, ...body]
    const all = (await this.vectors.embed(texts)).map((vector) => centred(vector, this.centre.article))
    const parts = all.slice(0, headlines.length)
    // The body counts as much as one headline: its sentences wander.
    if (body.length > 0) parts.push(mean(all.slice(headlines.length)))
    const made = { whole: mean(parts), sentences: texts.map((text, at) => ({ text, vector: all[at] ?? new Float32Array(VECTOR_SIZE) })) }
    // The sentences are parts of the body, which stays in memory with them.
    return this.articles.getOrCompute(key, () => made, article.body.length)
  }

  private async readParent(body: string): Promise<Float32Array> {
    const known = this.parents.find(body)
    if (known !== undefined) return known
    const [vector = new Float32Array(VECTOR_SIZE)] = await this.vectors.embed([readOwnText(body)])
    return this.parents.getOrCompute(body, () => centred(vector, this.centre.text))
  }
}

function findNearest({ sentences }: ArticleVectors, vector: Float32Array): { text: string; similarity: number }[] {
  return sentences
    .map(({ text, vector: other }) => ({ text, similarity: Math.round(Math.max(0, cosine(vector, other)) * 1e4) / 1e4 }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, NEAREST)
}

/** Of length 1 about the centre of such texts; the centre is of vectors of length 1. */
function centred(vector: Float32Array, centre: Float32Array): Float32Array {
  return scaled(vector.map((value, at) => value - (centre[at] ?? 0)))
}

function mean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(VECTOR_SIZE)
  for (const vector of vectors) for (let at = 0; at < VECTOR_SIZE; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0)
  return scaled(sum)
}

function scaled(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector))
  return length === 0 ? vector : vector.map((value) => value / length)
}

function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0
  for (let at = 0; at < VECTOR_SIZE; at += 1) product += (a[at] ?? 0) * (b[at] ?? 0)
  return product
}

import type { ScoreReason } from '../contracts/score'
import type { Judgement } from './judgement/judgement'
import type { ScorerResult } from './score-comment'
import type { ScoredInput } from './scored-input'
import type { ScorerArticle, WatchedWordRule } from './scorer'

/** What the scoring thread is asked, by columns: a list of texts is passed on in a tenth of the time of a list of objects. */
export interface ScoringQuestion {
  id: number
  /** The watched words as JSON text: read anew only when it is another one. */
  words: string
  /** The judgement's number in this process; its weights come along the first time only. */
  judgement: number | null
  newJudgement: Judgement | null
  articles: ScorerArticle[]
  /** Each comment's place in `articles`. */
  articleOf: number[]
  bodies: string[]
  parentBodies: (string | null)[]
  /** Ancestors above it, plus one; negative for a comment that replies to nothing. */
  depths: number[]
}

/** What it answers: numbers in one row, and the names they refer to once. */
export interface ScoringAnswer {
  id: number
  failure?: string
  /** Scorers with their versions, and attributes. */
  names: string[]
  /** For each comment the number of scorers; for each of them name, version and number of scores; for each score its name. */
  shape: Uint16Array
  values: Float64Array
  /** Most scores have none. By place in `values`. */
  reasons: Map<number, ScoreReason>
}

/** Texts that will be asked about soon. There is no answer. */
export interface ScoringNotice {
  ahead: string[]
}

/** What the scoring thread is asked about these comments; each article is sent once. Depth and whether it is a reply are one number. */
export function packQuestion(
  id: number,
  site: { words: string; judgement: number | null; newJudgement: Judgement | null },
  comments: readonly ScoredInput[],
): ScoringQuestion {
  const articles = new Map<ScorerArticle, number>()
  const articleOf = comments.map(({ article }) => {
    const known = articles.get(article) ?? articles.size
    articles.set(article, known)
    return known
  })
  return {
    id,
    ...site,
    articles: [...articles.keys()],
    articleOf,
    bodies: comments.map(({ body }) => body),
    parentBodies: comments.map(({ parentBody }) => parentBody),
    depths: comments.map(({ isReply, depth }) => (isReply ? depth + 1 : -depth - 1)),
  }
}

/** The comments that were asked about, in their order. @throws Error when a message names an article that it does not hold */
export function unpackQuestion({ articles, articleOf, bodies, parentBodies, depths }: ScoringQuestion): ScoredInput[] {
  return bodies.map((body, at) => {
    const article = articles[articleOf[at] ?? -1]
    const depth = depths[at] ?? 0
    if (!article) throw new Error('A comment to score has no article.')
    return { body, parentBody: parentBodies[at] ?? null, article, isReply: depth > 0, depth: Math.abs(depth) - 1 }
  })
}

/** What the scorers said of each comment, in a few arrays of numbers: objects cost more to send than to make. */
export function packAnswer(id: number, results: readonly (readonly ScorerResult[])[]): ScoringAnswer {
  const places = new Map<string, number>()
  const nameOf = (name: string): number => {
    const known = places.get(name) ?? places.size
    places.set(name, known)
    return known
  }
  const shape: number[] = []
  const values: number[] = []
  const reasons: ScoringAnswer['reasons'] = new Map()
  for (const list of results) {
    shape.push(list.length)
    for (const { scorer, version, scores } of list) {
      shape.push(nameOf(scorer), nameOf(version), scores.length)
      for (const { attribute, value, reason } of scores) {
        shape.push(nameOf(attribute))
        if (reason !== null) reasons.set(values.length, reason)
        values.push(value)
      }
    }
  }
  return { id, names: [...places.keys()], shape: Uint16Array.from(shape), values: Float64Array.from(values), reasons }
}

/** The same as it was said. */
export function unpackAnswer({ names, shape, values, reasons }: ScoringAnswer): ScorerResult[][] {
  const all: ScorerResult[][] = []
  let at = 0
  let valueAt = 0
  const nextName = () => names[shape[at++] ?? -1] ?? ''
  while (at < shape.length) {
    const results: ScorerResult[] = []
    for (let left = shape[at++] ?? 0; left > 0; left -= 1) {
      const result: ScorerResult = { scorer: nextName(), version: nextName(), scores: [] }
      for (let more = shape[at++] ?? 0; more > 0; more -= 1) {
        const reason = reasons.size === 0 ? null : (reasons.get(valueAt) ?? null)
        result.scores.push({ attribute: nextName(), value: values[valueAt++] ?? 0, reason })
      }
      results.push(result)
    }
    all.push(results)
  }
  return all
}

/** Reads watched words, keeping the list while the text is the same: what scorers make of a list they keep by the list. */
export class WatchedWordReader {
  private text = '[]'
  private rules: readonly WatchedWordRule[] = []

  read(text: string): readonly WatchedWordRule[] {
    if (text !== this.text) [this.text, this.rules] = [text, JSON.parse(text) as WatchedWordRule[]]
    return this.rules
  }
}

import type { ScoreReason } from '../contracts/score'
import { UNCIVIL_KINDS, type UncivilKind } from '../domain/comment'
import type { PolicyFacts } from '../domain/policy'
import { indexParent, lexicalTopicality } from './lexical-topicality'
import type { AttributeScore, Scorer, ScorerInput, WatchedWordRule } from './scorer'
import { watchedWords } from './watched-words'

/** Everything that scores a comment within ingest. To add a scorer, add it here. */
const SCORERS: readonly Scorer[] = [watchedWords, lexicalTopicality]

/** What one scorer had to say of one comment. */
export interface ScorerResult {
  scorer: string
  version: string
  scores: AttributeScore[]
}

/** Runs every scorer, in order. A scorer never refuses a text: one that throws is a bug, and is let through. */
export function scoreComment(input: ScorerInput): ScorerResult[] {
  return SCORERS.map((scorer) => ({ scorer: scorer.name, version: scorer.version, scores: scorer.score(input) }))
}

/**
 * Does beforehand what scoring needs of a text alone. Ingest calls it while the database is at work on the comments before
 * this one; without it the score is the same, later.
 */
export function prepareText(body: string, watchedWords: readonly WatchedWordRule[]): void {
  for (const scorer of SCORERS) scorer.prepare?.(body, watchedWords)
}

/** Prepares a text that others answer. */
export function prepareParent(body: string): void {
  indexParent(body)
}

/**
 * Why a scorer gave its number, worked out now: the nearest sentences are those of the texts as they are today. Null
 * when the scorer is gone or does not explain the attribute.
 */
export function explainScore(scorer: string, attribute: string, input: ScorerInput): ScoreReason | null {
  return SCORERS.find(({ name }) => name === scorer)?.explain?.(attribute, input) ?? null
}

/** What the policy wants to know of the scores: the highest of each kind of incivility and of each distance. */
export function summariseScores(results: readonly ScorerResult[]): Pick<PolicyFacts, 'scores' | 'hasHeldWord'> {
  const highest = new Map<string, number>()
  for (const { attribute, value } of results.flatMap((result) => result.scores)) {
    highest.set(attribute, Math.max(value, highest.get(attribute) ?? 0))
  }
  const uncivil: Partial<Record<UncivilKind, number>> = {}
  for (const kind of UNCIVIL_KINDS) {
    const value = highest.get(`uncivil.${kind}`)
    if (value !== undefined) uncivil[kind] = value
  }
  return {
    scores: {
      uncivil,
      offTopicArticle: highest.get('off_topic.article') ?? null,
      offTopicParent: highest.get('off_topic.parent') ?? null,
    },
    hasHeldWord: (highest.get('watched_word.held') ?? 0) > 0,
  }
}

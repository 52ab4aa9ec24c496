import type { ScoreReason } from '../contracts/score'
import { UNCIVIL_KINDS, type UncivilKind } from '../domain/comment'
import type { PolicyFacts } from '../domain/policy'
import { incivility } from './incivility/incivility'
import { nameVersion, NEWSROOM_SCORER, scoreByJudgement, type NewsroomView } from './judgement/apply-judgement'
import { lexicalTopicality } from './topicality/lexical-topicality'
import type { AttributeScore, Scorer, ScorerInput } from './scorer'
import { sentenceTopicality } from './topicality/sentence-topicality'
import { watchedWords } from './watched-words'

/** Everything that scores a comment within ingest. To add a scorer, add it here. */
export const SCORERS: readonly Scorer[] = [watchedWords, incivility, lexicalTopicality]

/** What one scorer had to say of one comment. */
export interface ScorerResult {
  scorer: string
  version: string
  scores: AttributeScore[]
}

/**
 * Runs every scorer, in order; then what the newsroom has learnt, if anything, takes the place of the models' numbers of the
 * same name. A scorer never refuses a text: one that throws is a bug, and is let through.
 */
export function scoreComment(input: ScorerInput, newsroom: NewsroomView | null = null): ScorerResult[] {
  const results = SCORERS.map((scorer) => ({ scorer: scorer.name, version: scorer.version, scores: scorer.score(input) }))
  const judged = newsroom === null ? null : scoreByJudgement(input, newsroom)
  if (newsroom === null || judged === null || judged.length === 0) return results
  const learnt = { scorer: NEWSROOM_SCORER, version: nameVersion(newsroom.judgement), scores: judged }
  return [...results.map((result) => (OWN_LISTS.has(result.scorer) ? result : withoutLearnt(result, judged))), learnt]
}

/** Has every scorer read a text that will be scored soon. */
export function readTextAhead(body: string): void {
  for (const scorer of SCORERS) scorer.readAhead?.(body)
}

/** Scorers that say what the site has told them to: what it learns besides does not overrule that. */
const OWN_LISTS: ReadonlySet<string> = new Set([watchedWords.name])

/** Of any incivility there is one opinion: that of the models, or that of the newsroom. */
function withoutLearnt(result: ScorerResult, judged: readonly AttributeScore[]): ScorerResult {
  const topics = new Set(judged.map(({ attribute }) => topicOf(attribute)))
  return { ...result, scores: result.scores.filter(({ attribute }) => !topics.has(topicOf(attribute))) }
}

function topicOf(attribute: string): string {
  return attribute.startsWith('uncivil') ? 'uncivil' : attribute
}

/**
 * Why a scorer gave its number, worked out now: the nearest sentences are those of the texts as they are today. Null
 * when the scorer is gone or does not explain the attribute. For a newsroom's own number it is what the models looked at.
 */
export function explainScore(scorer: string, attribute: string, input: ScorerInput): ScoreReason | null {
  const asked =
    scorer === NEWSROOM_SCORER ? SCORERS.filter(({ name }) => !OWN_LISTS.has(name)) : SCORERS.filter(({ name }) => name === scorer)
  for (const one of asked) {
    const reason = one.explain?.(attribute, input)
    if (reason) return reason
  }
  return null
}

/** Who says something of a topic that what reads the meaning says better, and who reads it. A scorer outside speaks for itself. */
export const READS_TOPICS = sentenceTopicality.name
export const OUTREAD: readonly string[] = [lexicalTopicality.name, NEWSROOM_SCORER]

/** The scores without those of which another scorer has the last word: of a topic, what reads the meaning. */
export function withoutSuperseded<Score extends { scorer: string; attribute: string }>(scores: readonly Score[]): Score[] {
  const read = new Set(scores.filter(({ scorer }) => scorer === READS_TOPICS).map(({ attribute }) => attribute))
  return scores.filter(({ scorer, attribute }) => !OUTREAD.includes(scorer) || !read.has(attribute))
}

/** What the policy wants to know of the scores: the highest of each kind of incivility, and each distance. */
export function summariseScores(results: readonly ScorerResult[]): Pick<PolicyFacts, 'scores' | 'hasHeldWord'> {
  const highest = new Map<string, number>()
  const scores = results.flatMap(({ scorer, scores }) => scores.map(({ attribute, value }) => ({ scorer, attribute, value })))
  for (const { attribute, value } of withoutSuperseded(scores)) highest.set(attribute, Math.max(value, highest.get(attribute) ?? 0))
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

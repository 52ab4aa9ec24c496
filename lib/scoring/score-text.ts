import type { ScoreReason } from '../contracts/score'
import { UNCIVIL_KINDS } from '../domain/comment'
import { incivility, readIncivility } from './incivility/incivility'
import type { ThoroughReading } from './incivility/thorough-incivility'
import { explainScore, scoreComment } from './score-comment'
import type { AttributeScore, ScorerInput } from './scorer'

/** The kinds a moderator marks, and ways of speaking that are measured but no marks of their own. */
export const MEASURED_KINDS = [...UNCIVIL_KINDS, 'generalisation', 'dismissal', 'antagonism'] as const
export type MeasuredKind = (typeof MEASURED_KINDS)[number]

/** What the machines say of one text, whether or not it would be suggested to anybody. */
export interface TextScores {
  /** How likely the text is uncivil, 0–1; null when the models do not know its language. */
  uncivil: number | null
  /** How likely each kind of incivility is, 0–1; kinds that are not measured are left out. */
  kinds: Partial<Record<MeasuredKind, number>>
  /** What counted towards it: UTF-16 offsets, end exclusive, and the weight of each, 0–1. */
  spans: [start: number, end: number, weight: number][]
  /** How much the text is about its article, 0–1; null when nothing can be said. */
  topicality: number | null
  /** Why there is no number where there is none. */
  reason: string | null
}

/** What slower scorers say of a text. */
export interface LateReading {
  scores: readonly AttributeScore[]
  /** Both nets and the sentence vector on incivility; null when they do not know the language. */
  incivility: ThoroughReading | null
}

/**
 * Everything the scorers of ingest know of one text. `late` is what slower scorers add: where both measure the same, the
 * slower one counts.
 */
export function scoreText(input: ScorerInput, late: LateReading | null = null): TextScores {
  const logits: Partial<Record<string, number>> | undefined = (late === null ? readIncivility(input.body) : late.incivility)?.logits
  const isReadLate = (late?.incivility ?? null) !== null
  const found = scoreComment(input).flatMap(({ scorer, scores }) =>
    scores.map((score) => ({
      ...score,
      // Which words are meant the later reading knows better.
      reason: isReadLate && scorer === incivility.name ? null : (score.reason ?? explainScore(scorer, score.attribute, input)),
    })),
  )
  const kinds: Partial<Record<MeasuredKind, number>> = {}
  for (const kind of MEASURED_KINDS) {
    const logit = logits?.[kind]
    if (logit !== undefined) kinds[kind] = toShare(logit)
  }
  const logit = logits?.['uncivil']
  const distance = late?.scores.find(isTopic)?.value ?? found.find(isTopic)?.value ?? null
  return {
    uncivil: logit === undefined ? null : toShare(logit),
    kinds,
    spans: listSpans([
      ...[...found, ...(late?.scores ?? [])].filter(isUncivil).map(({ reason }) => reason),
      late?.incivility?.reason ?? null,
    ]),
    topicality: distance === null ? null : round(1 - distance),
    reason: explainMissing(input, logits === undefined, distance === null),
  }
}

const isTopic = (score: AttributeScore) => score.attribute === 'off_topic.article'
const isUncivil = (score: AttributeScore) => score.attribute.startsWith('uncivil.')

function listSpans(reasons: readonly (ScoreReason | null)[]): TextScores['spans'] {
  const spans = new Map<string, [number, number, number]>()
  for (const reason of reasons) {
    for (const { start, end, weight } of reason?.spans ?? []) {
      const known = spans.get(`${start} ${end}`)
      if (known === undefined || known[2] < weight) spans.set(`${start} ${end}`, [start, end, round(weight)])
    }
  }
  return [...spans.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function explainMissing({ body, article }: ScorerInput, isUnread: boolean, isTopicUnknown: boolean): string | null {
  const reasons = isUnread ? [/\p{L}/u.test(body) ? 'the models do not know this language' : 'there are no words in it'] : []
  if (isTopicUnknown)
    reasons.push(`${article.title}${article.body}`.trim() === '' ? 'no article' : 'too short to tell whether it is on topic')
  return reasons.length === 0 ? null : reasons.join('; ')
}

function toShare(logit: number): number {
  return round(1 / (1 + Math.exp(-logit)))
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

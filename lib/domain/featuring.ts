/** What is known of a comment that might be featured. */
export interface FeaturingFacts {
  /** Words in its text. */
  words: number
  /** Distance from the article, 0 close to 1 far; null when not measured. */
  drift: number | null
  /** The greatest incivility score, 0–1; null when not measured. */
  incivility: number | null
  isApproved: boolean
  openReports: number
  /** Direct replies, and those of them that are neither off-topic nor uncivil. */
  replies: number
  civilReplies: number
  /** Whether it gives a figure, a date or a source, by its text. */
  hasEvidence: boolean
}

/** Why a comment is worth featuring, in the order in which it is shown. */
const FEATURING_REASONS = ['on_topic', 'substantial', 'civil', 'evidence', 'answered', 'approved'] as const
export type FeaturingReason = (typeof FEATURING_REASONS)[number]

export interface FeaturingVerdict {
  /** 0–1: the sum of the weights of its reasons. */
  score: number
  reasons: FeaturingReason[]
}

/** Together 1. Being on topic and saying something weigh most: that is what readers are shown it for. */
const WEIGHTS: Record<FeaturingReason, number> = {
  on_topic: 0.28,
  substantial: 0.26,
  civil: 0.16,
  evidence: 0.1,
  answered: 0.1,
  approved: 0.1,
}

/** From here on a comment is on topic enough, and below here civil enough. */
const ON_TOPIC_BELOW = 0.5
const CIVIL_BELOW = 0.3
/** Shorter says little, longer nobody reads in a box. */
const [FEWEST_WORDS, MOST_WORDS] = [25, 220]

/**
 * Whether a comment is a candidate to feature, and why; null when it is none: nobody features what is reported, not on
 * topic, uncivil, or too short to say something. What was not measured gives no reason, and takes none away.
 */
export function judgeForFeaturing(facts: FeaturingFacts): FeaturingVerdict | null {
  const { words, drift, incivility, openReports } = facts
  if (openReports > 0 || words < FEWEST_WORDS) return null
  if (drift !== null && drift >= ON_TOPIC_BELOW) return null
  if (incivility !== null && incivility >= CIVIL_BELOW) return null
  const holds: Record<FeaturingReason, boolean> = {
    on_topic: drift !== null,
    substantial: words <= MOST_WORDS,
    civil: incivility !== null,
    evidence: facts.hasEvidence,
    answered: facts.civilReplies >= 2 && facts.civilReplies * 4 >= facts.replies * 3,
    approved: facts.isApproved,
  }
  const reasons = FEATURING_REASONS.filter((reason) => holds[reason])
  return { score: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0), reasons }
}

/** Without these a single comment is not called worth it; among those of its discussion it may still be one of the best. */
const EXPECTED: readonly FeaturingReason[] = ['on_topic', 'substantial', 'civil']

/** Whether a comment is worth featuring by itself, and not only beside the others of its discussion. */
export function isWorthFeaturing(facts: FeaturingFacts): boolean {
  const reasons = judgeForFeaturing(facts)?.reasons ?? []
  return EXPECTED.every((reason) => reasons.includes(reason))
}

/** A figure with a unit, a year or an address: something a reader can look up. */
const EVIDENCE = /https?:\/\/|\b(?:1[89]|20)\d{2}\b|\d\s?(?:%|percent|km|euro|€|\$)/iu

/** What the text itself shows. */
export function readForFeaturing(body: string): Pick<FeaturingFacts, 'words' | 'hasEvidence'> {
  return { words: body.trim().split(/\s+/u).length, hasEvidence: EVIDENCE.test(body) }
}

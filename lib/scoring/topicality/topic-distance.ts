/** What the words of a comment say of its nearness to another text. */
export interface WordEvidence {
  /** Distance by the words they share, 0–1 (lexical-topicality.ts). */
  lexical: number
  /** Distinct content words of the comment. */
  terms: number
  /** Cosine of the means of their words' general vectors, -1 to 1 (word-meaning.ts); null where that says nothing. */
  nearness: number | null
  /** Whether the other text is a headline, or little more: then shared words say little of a short comment. */
  isBrief: boolean
}

/** Weights of the words that are shared, of nearness by general vectors and by sentence vectors, and the constant. */
interface Weights {
  shared: number
  general: number
  sentence: number
  constant: number
}

const OF_WORDS: Weights = { shared: 1.6, general: 5, sentence: 0, constant: -0.7 }
const OF_MEANING: Weights = { shared: 1.4, general: 2, sentence: 9, constant: -2.2 }
const WITHOUT_GENERAL: Weights = { shared: 1.45, general: 0, sentence: 10.88, constant: -2.34 }
/**
 * Short comments hint at what they are about ("Yup, not until it works well"): up to so many distinct content words the log-odds
 * count half, from so many on in full. Of readers' comments cut to 8, 12 and 16 words, 4–7 % of those on the topic are named from 0.85 on
 * (else 11–23 %), at an AUC no lower.
 */
const FEW_TERMS = 5
const ENOUGH_TERMS = 12
const CAUTION = 0.5

/**
 * A comment's distance by its words, 0 to 1. Where general vectors say nothing (another language, names), it is that by the
 * words they share; beside a text of some length, the fewer words a comment has, the more it is that. Fitted by
 * training/topicality.py, as below, and cautious: it is what there is at once, and better is to come.
 *
 * @returns to four places
 */
export function measureWordDistance(evidence: WordEvidence): number {
  const { lexical, terms, nearness, isBrief } = evidence
  if (nearness === null) return lexical
  const share = isBrief ? 1 : Math.min(1, Math.max(0, (terms - FEW_TERMS) / (ENOUGH_TERMS - FEW_TERMS)))
  return Math.round(1e4 * (share * weigh(evidence, 0, OF_WORDS) + (1 - share) * lexical)) / 1e4
}

/**
 * A comment's distance from its article, 0 to 1: the probability that it is another article's, by logistic regression
 * over readers' comments under 125 newspaper debates, each against its own and two other debates (training/topicality.py;
 * fitted on one half of the debates, measured on the other; docs/models.md).
 *
 * @param cosine of the centred sentence vectors of comment and article, -1 to 1
 * @returns to four places
 */
export function measureTopicDistance(evidence: WordEvidence, cosine: number): number {
  return weigh(evidence, cosine, evidence.nearness === null ? WITHOUT_GENERAL : OF_MEANING)
}

function weigh({ lexical, terms, nearness }: WordEvidence, cosine: number, weights: Weights): number {
  const certainty = 1 - CAUTION * Math.min(1, Math.max(0, (ENOUGH_TERMS - terms) / (ENOUGH_TERMS - FEW_TERMS)))
  const shared = Math.log((1 - lexical + 0.02) / (lexical + 0.02))
  const logOdds = weights.shared * shared + weights.general * (nearness ?? 0) + weights.sentence * cosine + weights.constant
  return Math.round(1e4 / (1 + Math.exp(certainty * logOdds))) / 1e4
}

import { LEAST_FOR_SHARE } from '../agreement'

/** How often a rule may be seen otherwise where nobody has set it, and what can be set; shares. */
export const DEFAULT_LIMIT = 0.1
export const LEAST_LIMIT = 0.01
export const MOST_LIMIT = 0.5

/** The chance that a rule is stopped which is seen otherwise no more often than it may be, however often it is looked at. */
const RISK = 0.01

/** How many of a rule's decisions people disagreed with. */
export interface Evidence {
  wrong: number
  of: number
}

/** What evidence is of: comments that chance put before somebody who did not know, or everything that the rule decided. */
export type EvidenceKind = 'checks' | 'decisions'

/** Why a rule was stopped. */
export interface Stop extends Evidence {
  by: EvidenceKind
  /** The share that it may be seen otherwise. */
  limit: number
}

/**
 * How strongly it speaks against a rule being wrong no more often than `limit`: a test martingale, at least 0 and expected to be 1 at most
 * as long as that holds. By Ville's inequality it ever reaches 1/α with a chance of α at most, so that it can be looked at after every
 * single answer.
 *
 * The likelihood ratio of a share p against the limit q, mixed over all p from q to 1 alike:
 * ∫ pᵏ(1−p)ⁿ⁻ᵏ dp / ((1−q)·qᵏ(1−q)ⁿ⁻ᵏ), with k wrong of n. The integral is an incomplete beta function, which is a sum of binomial
 * terms for whole k and n: what is left is Σⱼ₌₀ᵏ b(j; n+1, q) / ((1−q)(n+1)·b(k; n, q)).
 *
 * J. Ville, Étude critique de la notion de collectif (1939), chapter V; H. Robbins, Statistical methods related to the law of the iterated
 * logarithm, Annals of Mathematical Statistics 41 (1970), 1397–1409, section 3.
 */
export function weighEvidence({ wrong, of }: Evidence, limit: number): number {
  // b(k; n+1, q) / b(k; n, q), and from each term to the one before it.
  let term = ((of + 1) * (1 - limit)) / (of + 1 - wrong)
  let sum = term
  for (let j = wrong; j > 0; j--) {
    term *= (j * (1 - limit)) / ((of + 2 - j) * limit)
    sum += term
  }
  return sum / ((1 - limit) * (of + 1))
}

/**
 * Whether the evidence says that a rule is wrong more often than it may be; null while it does not.
 *
 * Two kinds are weighed apart, and their mean counts, which is a test martingale too, whatever they have to do with one another (V. Vovk and
 * R. Wang, E-values: calibration, combination and applications, Annals of Statistics 49 (2021), 1736–1754). `checks` were drawn by chance.
 * `decisions` are all that the rule decided: people look where something seems wrong, so what nobody has looked at counts as right, and
 * only what speaks against the rule even so is held against it. Fewer than ten of a kind say nothing.
 */
export function judgeRule(evidence: Record<EvidenceKind, Evidence>, limit: number): Stop | null {
  const weights = (['checks', 'decisions'] as const).map((by) => ({
    by,
    weight: evidence[by].of < LEAST_FOR_SHARE ? 0 : weighEvidence(evidence[by], limit),
  }))
  const mean = weights.reduce((sum, { weight }) => sum + weight, 0) / weights.length
  if (!(mean >= 1 / RISK)) return null
  const [strongest] = weights.sort((a, b) => b.weight - a.weight)
  const by = strongest?.by ?? 'checks'
  const { wrong, of } = evidence[by]
  return { by, wrong, of, limit }
}

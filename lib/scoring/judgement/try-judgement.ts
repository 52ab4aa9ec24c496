import type { JudgementMeasures } from '../../contracts/judgement'
import type { JudgementRefusal } from '../../domain/judgement-refusals'
import { labelFor, type DecidedText } from './decided-text'
import { JUDGED_TARGETS, type JudgedTarget, type Judgement } from './judgement'
import { estimateAll, lossOf, measureAgreement } from './measure'

/** By so much an AUC may seem to fall, by chance, for what is better in its probabilities. */
const AUC_MARGIN = 0.01

/** Which of a candidate's targets are worth having, whether it is to go live, and the figures behind that. */
export interface Trial {
  isKept: boolean
  /** Whether the base does as clearly better than what is in use as a candidate would have to, and the candidate does not beat the base. */
  isLiveOutdone: boolean
  targets: JudgedTarget[]
  measures: JudgementMeasures
}

/**
 * Tries a candidate on decisions that neither it nor the one in use has learnt from.
 *
 * A target of the candidate is worth having if it beats the base there: the mean log loss of a decision falls by more than
 * the standard error of that fall, and the AUC by no more than 0.01. The candidate as a whole is kept if the same holds
 * against what is in use, all targets together, the base standing in for those that are not worth having; and if neither of
 * the two marks loses more than 0.01 of AUC.
 *
 * @param live what is in use; null for the base
 */
export function tryJudgement(candidate: Judgement, live: Judgement | null, unseen: readonly DecidedText[]): Trial {
  const gains = new Float64Array(unseen.length)
  const marks: JudgementMeasures['marks'] = []
  const targets: JudgedTarget[] = []
  let losesRank = false
  for (const target of JUDGED_TARGETS) {
    const isLearnt = knows(candidate, target)
    if (!isLearnt && !(live && knows(live, target))) continue
    const base = estimateAll(null, unseen, target)
    const before = live === null ? base : estimateAll(live, unseen, target)
    const learnt = estimateAll(candidate, unseen, target)
    const isWorthIt = isLearnt && isBetter(unseen, target, base, learnt)
    const after = isWorthIt ? learnt : base
    if (isWorthIt) targets.push(target)
    addGains(gains, unseen, target, before, after)
    const { positives, negatives, ...then } = measureAgreement(before, unseen, target)
    const { auc, logLoss } = measureAgreement(isLearnt ? learnt : base, unseen, target)
    marks.push({ mark: target, positives, negatives, before: then, after: { auc, logLoss }, isKept: isWorthIt })
    const isMark = target === 'uncivil' || target === 'off_topic'
    losesRank ||= isMark && fellTooFar(then.auc, measureAgreement(after, unseen, target).auc)
  }
  const { mean, error } = summarise(gains)
  const refusal = findRefusal({ targets, mean, error, losesRank })
  const isLiveOutdone = live !== null && targets.length === 0 && !losesRank && mean > error
  return {
    isKept: refusal === null,
    isLiveOutdone,
    targets,
    measures: { triedOn: unseen.length, marks, gain: mean, gainError: error, refusal },
  }
}

function knows({ targets, late }: Judgement, target: JudgedTarget): boolean {
  return targets.has(target) || late?.targets.has(target) === true
}

function findRefusal(trial: {
  targets: readonly JudgedTarget[]
  mean: number
  error: number
  losesRank: boolean
}): JudgementRefusal | null {
  const { targets, mean, error, losesRank } = trial
  if (targets.length === 0) return 'none_better'
  if (losesRank) return 'ranks_worse'
  if (!(mean > error)) return 'not_clearly_better'
  return null
}

/** Whether estimates of a target are better than others by more than the standard error, and rank no worse. */
export function isBetter(unseen: readonly DecidedText[], target: JudgedTarget, before: Float64Array, after: Float64Array): boolean {
  const gains = new Float64Array(unseen.length)
  addGains(gains, unseen, target, before, after)
  const { mean, error } = summarise(gains)
  const then = measureAgreement(before, unseen, target).auc
  const now = measureAgreement(after, unseen, target).auc
  return then !== null && mean > error && !fellTooFar(then, now)
}

function fellTooFar(before: number | null, after: number | null): boolean {
  return before !== null && after !== null && after < before - AUC_MARGIN
}

function addGains(
  gains: Float64Array,
  unseen: readonly DecidedText[],
  target: JudgedTarget,
  before: Float64Array,
  after: Float64Array,
): void {
  for (const [row, one] of unseen.entries()) {
    const label = labelFor(target, one)
    if (label !== null) gains[row] = (gains[row] ?? 0) + lossOf(before[row] ?? 0, label) - lossOf(after[row] ?? 0, label)
  }
}

function summarise(values: Float64Array): { mean: number; error: number } {
  const count = Math.max(1, values.length)
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1)
  return { mean, error: Math.sqrt(spread / count) }
}

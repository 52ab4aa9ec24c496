import { labelFor, type DecidedText } from './decided-text'
import { baseLogit, judge, type JudgedTarget, type Judgement } from './judgement'

/** Probabilities are held this far inside 0 and 1 when their loss is measured, so that one surprise is not all there is. */
const EDGE = 0.005

/** How well probabilities agree with what moderators decided. */
export interface Agreement {
  /** Decisions for and against the mark. */
  positives: number
  negatives: number
  /** Area under the ROC curve; null when there are none of one sort. */
  auc: number | null
  /** Mean negative log likelihood, in nats. */
  logLoss: number
}

/** The probability that a judgement, or the base where it has none, gives for each text. */
export function estimateAll(judgement: Judgement | null, decided: readonly DecidedText[], target: JudgedTarget): Float64Array {
  return Float64Array.from(decided, ({ text }) => {
    const judged = judgement === null ? undefined : judge(judgement, text)?.get(target)
    return judged ?? 1 / (1 + Math.exp(-baseLogit(text.reading, target)))
  })
}

/** How well the estimates agree with the decisions that say something of the target. */
export function measureAgreement(estimates: Float64Array, decided: readonly DecidedText[], target: JudgedTarget): Agreement {
  const rows: { estimate: number; label: 0 | 1 }[] = []
  for (const [row, one] of decided.entries()) {
    const label = labelFor(target, one)
    if (label !== null) rows.push({ estimate: estimates[row] ?? 0, label })
  }
  const positives = rows.filter((row) => row.label === 1).length
  const loss = rows.reduce((sum, { estimate, label }) => sum + lossOf(estimate, label), 0)
  return { positives, negatives: rows.length - positives, auc: measureAuc(rows), logLoss: rows.length === 0 ? 0 : loss / rows.length }
}

/** The loss of one estimate, in nats. */
export function lossOf(estimate: number, label: 0 | 1): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, estimate))
  return -Math.log(label === 1 ? inside : 1 - inside)
}

/** How often an example for is estimated above one against, ties half: the Mann–Whitney statistic. */
function measureAuc(rows: readonly { estimate: number; label: 0 | 1 }[]): number | null {
  const sorted = [...rows].sort((a, b) => a.estimate - b.estimate)
  let rankSum = 0
  let positives = 0
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && sorted[to]?.estimate === sorted[from]?.estimate) to += 1
    const tied = sorted.slice(from, to).filter((row) => row.label === 1).length
    rankSum += (tied * (from + to + 1)) / 2
    positives += tied
    from = to
  }
  const negatives = sorted.length - positives
  return positives === 0 || negatives === 0 ? null : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

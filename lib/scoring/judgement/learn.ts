import { calibrate } from './calibrate'
import { labelFor, type DecidedText } from './decided-text'
import { buildMatrix, chooseLayout } from './design-matrix'
import { fitLogistic, scoreRow, type DesignMatrix, type LogisticTask } from './fit-logistic'
import {
  denseSize,
  JUDGED_TARGETS,
  LOGIT_UNIT,
  placeOfLogit,
  UNKNOWN_LOGIT,
  UNKNOWN_SHARE,
  type FeatureLayout,
  type JudgedTarget,
  type Judgement,
  type JudgementPart,
  type TargetWeights,
} from './judgement'
import { PLAIN_SIZE } from './read-text'

/** A mark needs so many decisions for it and as many against it before anything is learnt of it; a kind needs more for it. */
const LEAST_EXAMPLES = 10
const LEAST_OF_A_KIND = 20
/** From so many decisions on the newsroom has the last word; with half as many, it has half of it. */
const FULL_TRUST = 200

/**
 * Precisions of the prior: a weight of precision p is as hard to move as if p/4 earlier decisions had spoken for its mean.
 * Chosen on sets of labelled comments (Reddit incivility, Perspective's attributes on Wikipedia, sarcasm under newspaper debates);
 * half and double of each do alike. Those of embedding and words stand higher than these asked for: with the noise of three
 * annotators (Civil Comments) thousands of decisions taught less than hundreds at a fifth of them.
 */
const PLAIN_PRECISION = 1
const CONSTANT_PRECISION = 0.05
const EMBEDDING_PRECISION = 300
/** Of the sentence vectors of later readings, chosen on the same sets: at a third of it, noise is learnt; at three times, less of the tone. */
const VECTOR_PRECISION = 1000
/** For a word in every e-th text; rarer words move more easily, by the square of their information (idf²). */
const HASHED_PRECISION = 200
const FOLDS = 3
const SHARES = [0, 0.25, 0.5, 0.75, 1]

const noPause = (): Promise<void> => Promise.resolve()

/**
 * Learns what a newsroom marks. Logistic regression for each mark, with a prior at the base: without evidence the weight of the
 * base's own log-odds is 1 and all others are 0, so that few decisions change little. Then Platt's calibration on log-odds
 * from three-fold cross-validation, and below 200 decisions a part of the base's own word. The same decisions in the same
 * order give the same judgement.
 *
 * The same is learnt once more on the later readings of those texts that have one: of what is known when a comment comes in nothing tells
 * the tone of plain words, which sentence vectors do.
 *
 * @param decided the oldest first, all read by one version of the base
 * @param pause awaited between steps of some milliseconds
 * @returns null when no mark has examples enough
 */
export async function learnJudgement(decided: readonly DecidedText[], number: number, pause = noPause): Promise<Judgement | null> {
  const first = await learnPart(decided, EMBEDDING_PRECISION, pause)
  if (first === null) return null
  const late = decided.flatMap((one) => (one.text.late === null ? [] : [{ ...one, text: { ...one.text, reading: one.text.late } }]))
  return { number, ...first, late: await learnPart(late, VECTOR_PRECISION, pause) }
}

async function learnPart(decided: readonly DecidedText[], precision: number, pause: () => Promise<void>): Promise<JudgementPart | null> {
  const [first] = decided
  if (first === undefined) return null
  const layout = chooseLayout(decided)
  const targets = new Map<JudgedTarget, TargetWeights>()
  const lessons = JUDGED_TARGETS.map((target) => ({ target, ...gatherLessons(decided, target) })).filter(isEnough)
  if (lessons.length === 0) return null
  const { matrix, frequencies } = await buildMatrix(decided, layout, pause)
  for (const lesson of lessons) {
    const prior = writePrior(lesson.target, { matrix, layout, frequencies }, precision)
    targets.set(lesson.target, await learnTarget(lesson, matrix, prior, pause))
  }
  return { baseVersion: first.text.reading.version, layout, targets }
}

interface Lessons {
  target: JudgedTarget
  labels: Uint8Array
  /** 0 for what says nothing of the target. */
  counts: Float32Array
  /** Decisions for and against; what counts less than 1 is left out. */
  positives: number
  negatives: number
}

function gatherLessons(decided: readonly DecidedText[], target: JudgedTarget): Omit<Lessons, 'target'> {
  const labels = new Uint8Array(decided.length)
  const counts = new Float32Array(decided.length)
  let positives = 0
  let negatives = 0
  for (const [row, one] of decided.entries()) {
    const label = labelFor(target, one)
    if (label === null) continue
    labels[row] = label
    counts[row] = one.count
    if (one.count < 1) continue
    if (label === 1) positives += 1
    else negatives += 1
  }
  return { labels, counts, positives, negatives }
}

function isEnough({ target, positives, negatives }: Lessons): boolean {
  const least = target === 'uncivil' || target === 'off_topic' ? LEAST_EXAMPLES : LEAST_OF_A_KIND
  return positives >= least && negatives >= LEAST_EXAMPLES
}

async function learnTarget(
  { labels, counts, positives, negatives }: Lessons,
  matrix: DesignMatrix,
  prior: Prior,
  pause: () => Promise<void>,
): Promise<TargetWeights> {
  const fit = (isLeftOut: (row: number) => boolean) => {
    const kept = counts.map((count, row) => (isLeftOut(row) ? 0 : count))
    return fitLogistic({ matrix, labels, counts: kept, ...prior }, pause)
  }
  const logits = new Float64Array(matrix.rows)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = await fit((row) => row % FOLDS === fold)
    for (let row = fold; row < matrix.rows; row += FOLDS) logits[row] = scoreRow(matrix, row, weights)
  }
  // What was only let pass teaches words, not how often a moderator who looks sets the mark.
  const decided = counts.map((count) => (count < 1 ? 0 : count))
  const cold = Float64Array.from(logits, (_, row) => scoreRow(matrix, row, prior.priorMean))
  const { share, slope, offset } = chooseShare(cold, logits, labels, decided)
  const fitted = await fit(() => false)
  const weights = fitted.map((weight, at) => share * weight + (1 - share) * (prior.priorMean[at] ?? 0))
  return {
    dense: Float32Array.from(weights.subarray(0, matrix.denseSize)),
    hashed: Float32Array.from(weights.subarray(matrix.denseSize)),
    slope,
    offset,
    trust: Math.min(1, (positives + negatives) / FULL_TRUST),
  }
}

/**
 * How much of what was learnt is kept beside the prior's mean, the base alone: the share whose calibrated log-odds fit decisions best that were
 * left out of the fit. Where labels are noise, what is learnt of them is, too, and only how often a mark is set is worth knowing.
 */
function chooseShare(
  cold: Float64Array,
  learnt: Float64Array,
  labels: Uint8Array,
  counts: Float32Array,
): { share: number; slope: number; offset: number } {
  let best = { share: 0, slope: 1, offset: 0 }
  let least = Infinity
  for (const share of SHARES) {
    const logits = learnt.map((logit, row) => share * logit + (1 - share) * (cold[row] ?? 0))
    const { slope, offset } = calibrate(logits, labels, counts)
    const loss = counts.reduce((sum, count, row) => {
      const logit = slope * (logits[row] ?? 0) + offset
      return count === 0 ? sum : sum + count * Math.log1p(Math.exp(labels[row] === 1 ? -logit : logit))
    }, 0)
    if (loss < least) [best, least] = [{ share, slope, offset }, loss]
  }
  return best
}

type Prior = Pick<LogisticTask, 'priorMean' | 'priorPrecision'>

function writePrior(
  target: JudgedTarget,
  { matrix, layout, frequencies }: { matrix: DesignMatrix; layout: FeatureLayout; frequencies: Float32Array },
  embeddingPrecision: number,
): Prior {
  const size = matrix.denseSize + matrix.sparseSize
  const priorMean = new Float64Array(size)
  const priorPrecision = new Float64Array(size).fill(PLAIN_PRECISION)
  priorPrecision[0] = CONSTANT_PRECISION
  const own = placeOfLogit(layout, target)
  const general = placeOfLogit(layout, 'uncivil')
  if (own !== -1) priorMean[own] = LOGIT_UNIT
  else {
    priorMean[0] = UNKNOWN_LOGIT
    if (target !== 'off_topic' && general !== -1) priorMean[general] = UNKNOWN_SHARE * LOGIT_UNIT
  }
  const embeddingAt = PLAIN_SIZE + 2 * layout.logitNames.length
  priorPrecision.fill(embeddingPrecision * Math.max(1e-6, meanSquare(matrix, embeddingAt)), embeddingAt, denseSize(layout))
  for (const [slot, frequency] of frequencies.entries()) {
    const information = Math.max(1, -Math.log(frequency))
    priorPrecision[matrix.denseSize + slot] = HASHED_PRECISION / information ** 2
  }
  return { priorMean, priorPrecision }
}

/** How large the embedding's numbers are: the prior must not depend on their unit. */
function meanSquare({ rows, denseSize: width, dense }: DesignMatrix, from: number): number {
  let sum = 0
  for (let row = 0; row < rows; row += 1) {
    for (let at = from; at < width; at += 1) sum += (dense[row * width + at] ?? 0) ** 2
  }
  return sum / Math.max(1, rows * (width - from))
}

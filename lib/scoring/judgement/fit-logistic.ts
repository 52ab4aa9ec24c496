/** Rows of dense and sparse features. Row r's dense part is `dense[r × denseSize …]`, its sparse one `slots[starts[r] … starts[r+1]]`. */
export interface DesignMatrix {
  rows: number
  denseSize: number
  dense: Float32Array
  /** Number of sparse features. */
  sparseSize: number
  starts: Uint32Array
  slots: Uint32Array
  /** What each sparse feature of a row is worth: one number for a row. */
  sparseValue: Float32Array
}

export interface LogisticTask {
  matrix: DesignMatrix
  /** 0 or 1 for each row. */
  labels: Uint8Array
  /** What each row counts, at least 0. */
  counts: Float32Array
  /** Gaussian prior of the weights: dense ones first, then the sparse. The mean is what a weight is without evidence. */
  priorMean: Float64Array
  /** 1 / variance of each weight: how much evidence it takes to move it. */
  priorPrecision: Float64Array
}

const MEMORY = 8
const MOST_STEPS = 120
/** The fit ends when no slope is steeper than this for each row. At a hundredth of it, it takes twice as long and says the same. */
const FLAT = 1e-3

/**
 * The weights that are most probable after the labels: logistic regression with a Gaussian prior, by L-BFGS (Nocedal &
 * Wright, Numerical Optimization, algorithm 7.4) with backtracking. Convex, from the prior's mean on: the same rows in the
 * same order give the same weights. `pause` is awaited between two passes over the rows, so that others get their turn.
 */
export async function fitLogistic(task: LogisticTask, pause: () => Promise<void>): Promise<Float64Array> {
  const { matrix, priorMean } = task
  const size = priorMean.length
  const weights = Float64Array.from(priorMean)
  let gradient: Float64Array = new Float64Array(size)
  let loss = measureLoss(task, weights, gradient)
  const history: { step: Float64Array; change: Float64Array; curvature: number }[] = []
  for (let round = 0; round < MOST_STEPS && steepest(gradient) > FLAT * Math.max(1, matrix.rows); round += 1) {
    await pause()
    const direction = descend(gradient, history, task.priorPrecision)
    const slope = dot(direction, gradient)
    if (slope >= 0) break
    let length = 1
    const next = new Float64Array(size)
    const nextGradient = new Float64Array(size)
    let nextLoss = Infinity
    for (let attempt = 0; attempt < 25; attempt += 1, length /= 2) {
      for (let at = 0; at < size; at += 1) next[at] = (weights[at] ?? 0) + length * (direction[at] ?? 0)
      nextLoss = measureLoss(task, next, nextGradient)
      if (nextLoss <= loss + 1e-4 * length * slope) break
    }
    if (!(nextLoss < loss)) break
    const step = new Float64Array(size)
    const change = new Float64Array(size)
    for (let at = 0; at < size; at += 1) {
      step[at] = (next[at] ?? 0) - (weights[at] ?? 0)
      change[at] = (nextGradient[at] ?? 0) - (gradient[at] ?? 0)
    }
    const curvature = dot(step, change)
    if (curvature > 1e-12) history.push({ step, change, curvature })
    if (history.length > MEMORY) history.shift()
    weights.set(next)
    gradient = nextGradient
    loss = nextLoss
  }
  return weights
}

/** The two-loop recursion; the first guess of the inverse curvature is that of the prior, so that blocks of unlike scale fare alike. */
function descend(
  gradient: Float64Array,
  history: readonly { step: Float64Array; change: Float64Array; curvature: number }[],
  precision: Float64Array,
): Float64Array {
  const direction = new Float64Array(gradient.length)
  for (let at = 0; at < direction.length; at += 1) direction[at] = -(gradient[at] ?? 0)
  const shares: number[] = []
  for (let at = history.length - 1; at >= 0; at -= 1) {
    const pair = history[at]
    if (pair === undefined) continue
    const share = dot(pair.step, direction) / pair.curvature
    shares[at] = share
    add(direction, pair.change, -share)
  }
  const last = history.at(-1)
  let scale = 1
  if (last) {
    let scaled = 0
    for (let at = 0; at < precision.length; at += 1) scaled += (last.change[at] ?? 0) ** 2 / (precision[at] ?? 1)
    scale = last.curvature / scaled
  } else scale = 0.1
  for (let at = 0; at < direction.length; at += 1) direction[at] = ((direction[at] ?? 0) * scale) / (precision[at] ?? 1)
  for (const [at, pair] of history.entries()) {
    const share = dot(pair.change, direction) / pair.curvature
    add(direction, pair.step, (shares[at] ?? 0) - share)
  }
  return direction
}

/** Negative log posterior, with its gradient written over `gradient`. */
function measureLoss(
  { matrix, labels, counts, priorMean, priorPrecision }: LogisticTask,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  let loss = 0
  for (let at = 0; at < weights.length; at += 1) {
    const distance = (weights[at] ?? 0) - (priorMean[at] ?? 0)
    const pull = (priorPrecision[at] ?? 0) * distance
    gradient[at] = pull
    loss += 0.5 * pull * distance
  }
  const { rows, denseSize, dense, starts, slots, sparseValue } = matrix
  for (let row = 0; row < rows; row += 1) {
    const count = counts[row] ?? 0
    if (count === 0) continue
    const logit = scoreRow(matrix, row, weights)
    const label = labels[row] ?? 0
    // ln(1 + e^x) without overflow.
    loss += count * (Math.max(logit, 0) - (label === 1 ? logit : 0) + Math.log1p(Math.exp(-Math.abs(logit))))
    const blame = count * (1 / (1 + Math.exp(-logit)) - label)
    const from = row * denseSize
    for (let at = 0; at < denseSize; at += 1) gradient[at] = (gradient[at] ?? 0) + blame * (dense[from + at] ?? 0)
    const sparseBlame = blame * (sparseValue[row] ?? 0)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const slot = denseSize + (slots[at] ?? 0)
      gradient[slot] = (gradient[slot] ?? 0) + sparseBlame
    }
  }
  return loss
}

/** The log-odds of one row. */
export function scoreRow({ denseSize, dense, starts, slots, sparseValue }: DesignMatrix, row: number, weights: Float64Array): number {
  let logit = 0
  const from = row * denseSize
  for (let at = 0; at < denseSize; at += 1) logit += (weights[at] ?? 0) * (dense[from + at] ?? 0)
  let sparse = 0
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) sparse += weights[denseSize + (slots[at] ?? 0)] ?? 0
  return logit + sparse * (sparseValue[row] ?? 0)
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0)
  return sum
}

function add(target: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + factor * (other[at] ?? 0)
}

function steepest(gradient: Float64Array): number {
  let most = 0
  for (const value of gradient) most = Math.max(most, Math.abs(value))
  return most
}

/** Steps of Newton's method that are tried at most; it needs about ten. */
const MOST_STEPS = 50
/** Ranking stays as it is: a calibration never turns it round, and never quite flattens it. */
const LEAST_SLOPE = 0.05

interface Calibration {
  slope: number
  offset: number
}

/**
 * Platt's calibration: slope and offset that turn log-odds into probabilities, 1 / (1 + exp(−(slope × logit + offset))), by
 * Newton's method on labels drawn a little towards the middle (Platt 1999; the method of Lin, Lin & Weng 2007). Where the
 * log-odds say nothing, the slope is held at 0.05 and the offset gives the share of marks.
 *
 * @param counts what each row counts; 0 leaves it out
 */
export function calibrate(logits: Float64Array, labels: Uint8Array, counts: Float32Array): Calibration {
  const task = { logits, counts, aims: drawIn(labels, counts) }
  const free = descend(task, { slope: 1, offset: 0 }, true)
  return free.slope >= LEAST_SLOPE ? free : descend(task, { slope: LEAST_SLOPE, offset: 0 }, false)
}

interface Task {
  logits: Float64Array
  counts: Float32Array
  aims: Float64Array
}

/** Labels a little inside 0 and 1, by how few there are of each: Platt's safeguard against certainty. */
function drawIn(labels: Uint8Array, counts: Float32Array): Float64Array {
  let positives = 0
  let negatives = 0
  for (const [row, count] of counts.entries()) {
    if (labels[row] === 1) positives += count
    else negatives += count
  }
  return Float64Array.from(labels, (label) => (label === 1 ? (positives + 1) / (positives + 2) : 1 / (negatives + 2)))
}

function descend(task: Task, from: Calibration, isSlopeFree: boolean): Calibration {
  let at = from
  let loss = measure(task, at)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const towards = takeNewtonStep(task, at, isSlopeFree)
    if (Math.abs(towards.slope) + Math.abs(towards.offset) < 1e-9) break
    let next = at
    let nextLoss = Infinity
    for (let length = 1; length > 1e-6 && !(nextLoss < loss); length /= 2) {
      next = { slope: at.slope + length * towards.slope, offset: at.offset + length * towards.offset }
      nextLoss = measure(task, next)
    }
    if (!(nextLoss < loss)) break
    at = next
    loss = nextLoss
  }
  return at
}

function takeNewtonStep({ logits, counts, aims }: Task, { slope, offset }: Calibration, isSlopeFree: boolean): Calibration {
  let slopeGradient = 0
  let offsetGradient = 0
  // The curvature; a trace on the diagonal keeps it invertible.
  let [ss, so, oo] = [1e-9, 0, 1e-9]
  for (const [row, count] of counts.entries()) {
    if (count === 0) continue
    const logit = logits[row] ?? 0
    const probability = 1 / (1 + Math.exp(-(slope * logit + offset)))
    const blame = count * (probability - (aims[row] ?? 0))
    const spread = count * probability * (1 - probability)
    slopeGradient += blame * logit
    offsetGradient += blame
    ss += spread * logit * logit
    so += spread * logit
    oo += spread
  }
  if (!isSlopeFree) return { slope: 0, offset: -offsetGradient / oo }
  const determinant = ss * oo - so * so
  if (!(determinant > 0)) return { slope: 0, offset: -offsetGradient / oo }
  return {
    slope: -(oo * slopeGradient - so * offsetGradient) / determinant,
    offset: -(ss * offsetGradient - so * slopeGradient) / determinant,
  }
}

function measure({ logits, counts, aims }: Task, { slope, offset }: Calibration): number {
  let sum = 0
  for (const [row, count] of counts.entries()) {
    if (count === 0) continue
    const logit = slope * (logits[row] ?? 0) + offset
    // ln(1 + e^x) without overflow.
    sum += count * (Math.max(logit, 0) - (aims[row] ?? 0) * logit + Math.log1p(Math.exp(-Math.abs(logit))))
  }
  return sum
}

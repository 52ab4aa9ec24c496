/** What a net says of one text. The arrays may be the net's own, good until its next reading. */
export interface NetReading {
  /** Log-odds, one for each head of the model. */
  logits: Float32Array
  /** Log-odds of each word to be part of what is uncivil. */
  words: Float32Array
  /** The layer before the heads: a description of the text. */
  hidden: Float32Array
}

/** Words of a text that are read. */
export const LONGEST = 220

/** About the largest of the values, and more where several are large. */
export function logSumExp(values: Float32Array): number {
  let top = -Infinity
  for (let at = 0; at < values.length; at += 1) top = Math.max(top, values[at] ?? 0)
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += Math.exp((values[at] ?? 0) - top)
  return top + Math.log(sum)
}

/** The last layer: one log-odds for each head, from the hidden layer and the strongest word. Written to `logits`. */
export function readHeads(
  weights: Float32Array,
  bias: Float32Array,
  hidden: Float32Array,
  strongest: number,
  logits: Float32Array,
): Float32Array {
  const row = hidden.length + 1
  for (let head = 0; head < logits.length; head += 1) {
    let sum = (bias[head] ?? 0) + (weights[head * row + hidden.length] ?? 0) * strongest
    for (let at = 0; at < hidden.length; at += 1) sum += (weights[head * row + at] ?? 0) * (hidden[at] ?? 0)
    logits[head] = sum
  }
  return logits
}

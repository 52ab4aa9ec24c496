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
  for (const value of values) if (value > top) top = value
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}

import type { TensorFile } from './tensor-file'

/** What a sentence vector (lib/scoring/sentence-vectors.ts) says of incivility: log-odds, by two that learnt from different texts. */
export class SentenceViews {
  private readonly weights: Float32Array
  private readonly bias: number
  private readonly hidden: Float32Array
  private readonly hiddenBias: Float32Array
  private readonly out: Float32Array
  private readonly outBias: number

  constructor(file: TensorFile) {
    this.weights = file.readFloats('sentence.weights')
    this.bias = file.readFloats('sentence.bias')[0] ?? 0
    this.hidden = file.readFloats('statement.hidden')
    this.hiddenBias = file.readFloats('statement.hidden_bias')
    this.out = file.readFloats('statement.out')
    this.outBias = file.readFloats('statement.bias')[0] ?? 0
  }

  /** A regression over texts of all kinds. */
  readInGeneral(vector: Float32Array): number {
    return dot(this.weights, 0, vector) + this.bias
  }

  /** A small net over sentences about people: hate of groups and what only looks like it, violence told of and wished (training/statements.py). */
  readStatement(vector: Float32Array): number {
    return this.hiddenBias.reduce(
      (sum, bias, at) => sum + (this.out[at] ?? 0) * Math.max(0, dot(this.hidden, at * vector.length, vector) + bias),
      this.outBias,
    )
  }
}

function dot(weights: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0
  for (let at = 0; at < vector.length; at += 1) sum += (weights[from + at] ?? 0) * (vector[at] ?? 0)
  return sum
}

import { VECTOR_SIZE } from '../topicality/sentence-vectors'
import { Kernel } from './kernel'
import { readDense, type Dense } from './strips'
import type { TensorFile } from './tensor-file'

/** What keeps a piece without any spread from being divided by nothing, as in training. */
const LEAST_VARIANCE = 1e-5

/** Pieces of a text that are read, as in training: some 90 words. */
const MOST_PIECES = 128

/**
 * A net over what the sentence encoder says of each piece of a word, before it is averaged to a vector (training/piece_net.py): how strongly each
 * filter is met, at most and on the mean, and means of the pieces weighted by how much each matters; a hidden layer; one log-odds for each head.
 */
export class PieceNet {
  private readonly kernel = new Kernel()
  /** Of one piece: filters, then values, then looks, and room to a full strip. */
  private readonly seen: Dense
  private readonly hidden: Dense
  private readonly headWeights: Float32Array
  private readonly headBias: Float32Array
  private readonly at: Readonly<Record<'piece' | 'seen' | 'features' | 'hidden', number>>
  private readonly filters: number
  private readonly values: number
  private readonly looks: number

  constructor(file: TensorFile) {
    const [filters = 0, values = 0, looks = 0] = file.readFloats('piece.widths')
    this.filters = filters
    this.values = values
    this.looks = looks
    this.seen = readDense(this.kernel, file, 'piece.seen', VECTOR_SIZE)
    const features = 2 * filters + looks * values
    this.hidden = readDense(this.kernel, file, 'piece.hidden', features)
    this.headWeights = file.readFloats('piece.heads')
    this.headBias = file.readFloats('piece.heads_bias')
    this.at = {
      piece: this.kernel.allocate(VECTOR_SIZE),
      seen: this.kernel.allocate(this.seen.bias.length),
      features: this.kernel.allocate(features),
      hidden: this.kernel.allocate(this.hidden.bias.length),
    }
  }

  /** Log-odds by head. `states`: a row of 512 numbers for each piece. */
  read(states: Float32Array): Float32Array {
    const features = this.describe(states)
    this.kernel.floats(this.at.features, features.length).set(features)
    this.kernel.run.project(this.at.features, this.hidden.strips, this.at.hidden, features.length, this.hidden.bias.length)
    const hidden = addAndCut(this.kernel.floats(this.at.hidden, this.hidden.bias.length), this.hidden.bias)
    return this.headBias.map((bias, head) =>
      hidden.reduce((sum, value, at) => sum + value * (this.headWeights[head * hidden.length + at] ?? 0), bias),
    )
  }

  /** The maximum and the mean of each filter, then for each look the weighted mean of the values; weights are summed up as they come. */
  private describe(states: Float32Array): Float32Array {
    const { filters, values, looks } = this
    const features = new Float32Array(2 * filters + looks * values)
    const pieces = Math.min(MOST_PIECES, states.length / VECTOR_SIZE)
    const shares = new Float64Array(looks)
    for (let piece = 0; piece < pieces; piece += 1) {
      const seen = this.look(states.subarray(piece * VECTOR_SIZE, (piece + 1) * VECTOR_SIZE))
      for (let at = 0; at < filters; at += 1) {
        const met = Math.max(0, seen[at] ?? 0)
        features[at] = Math.max(features[at] ?? 0, met)
        features[filters + at] = (features[filters + at] ?? 0) + met / pieces
      }
      for (let look = 0; look < looks; look += 1) {
        const share = Math.exp(seen[filters + values + look] ?? 0)
        shares[look] = (shares[look] ?? 0) + share
        const from = 2 * filters + look * values
        for (let at = 0; at < values; at += 1) {
          features[from + at] = (features[from + at] ?? 0) + share * Math.max(0, seen[filters + at] ?? 0)
        }
      }
    }
    return features.map((value, at) => (at < 2 * filters ? value : value / (shares[Math.floor((at - 2 * filters) / values)] || 1)))
  }

  /** What is seen in one piece, after its numbers are brought to mean 0 and variance 1. */
  private look(state: Float32Array): Float32Array {
    let [sum, squares] = [0, 0]
    for (const value of state) sum += value
    const mean = sum / state.length
    for (const value of state) squares += (value - mean) ** 2
    const scale = 1 / Math.sqrt(squares / state.length + LEAST_VARIANCE)
    const piece = this.kernel.floats(this.at.piece, state.length)
    for (let at = 0; at < state.length; at += 1) piece[at] = ((state[at] ?? 0) - mean) * scale
    const { strips, bias } = this.seen
    this.kernel.run.project(this.at.piece, strips, this.at.seen, state.length, bias.length)
    return this.kernel.floats(this.at.seen, bias.length).map((value, at) => value + (bias[at] ?? 0))
  }
}

function addAndCut(values: Float32Array, bias: Float32Array): Float32Array {
  return values.map((value, at) => Math.max(0, value + (bias[at] ?? 0)))
}

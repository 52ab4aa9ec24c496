import type { TensorFile } from './tensor-file'

/** A regression over sentence vectors. */
interface View {
  weights: Float32Array
  bias: number
}

/** Small nets over sentence vectors, averaged: one of their width together (training/statements.py). */
class SentenceNet {
  private readonly hidden: Float32Array
  private readonly hiddenBias: Float32Array
  private readonly out: View

  constructor(file: TensorFile, name: string) {
    this.hidden = file.readFloats(`${name}.hidden`)
    this.hiddenBias = file.readFloats(`${name}.hidden_bias`)
    this.out = readView(file, `${name}.out`, `${name}.bias`)
  }

  read(vector: Float32Array): number {
    const inner = this.hiddenBias.map((bias, at) => Math.max(0, dot(this.hidden, at * vector.length, vector) + bias))
    return look(this.out, inner)
  }
}

/** What a sentence vector (lib/scoring/topicality/sentence-vectors.ts) says of incivility: log-odds, by views that learnt from different texts. */
export class SentenceViews {
  private readonly general: View
  private readonly statement: SentenceNet
  private readonly putDown: SentenceNet

  constructor(file: TensorFile, putDowns: TensorFile) {
    this.general = readView(file, 'sentence.weights', 'sentence.bias')
    this.statement = new SentenceNet(file, 'statement')
    this.putDown = new SentenceNet(putDowns, 'late')
  }

  /** A regression over texts of all kinds. */
  readInGeneral(vector: Float32Array): number {
    return look(this.general, vector)
  }

  /** Small nets over sentences about people, averaged: hate of groups and what only looks like it, violence told of and wished (training/statements.py). */
  readStatement(vector: Float32Array): number {
    return this.statement.read(vector)
  }

  /** The same nets over put-downs without a harsh word beside their civil counterparts (training/put_downs.py). */
  readPutDown(vector: Float32Array): number {
    return this.putDown.read(vector)
  }
}

function readView(file: TensorFile, weights: string, bias: string): View {
  return { weights: file.readFloats(weights), bias: file.readFloats(bias)[0] ?? 0 }
}

function look({ weights, bias }: View, vector: Float32Array): number {
  return dot(weights, 0, vector) + bias
}

function dot(weights: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0
  for (let at = 0; at < vector.length; at += 1) sum += (weights[from + at] ?? 0) * (vector[at] ?? 0)
  return sum
}

import type { Kernel } from './kernel'
import { KeptForms } from './kept-forms'
import { LONGEST, logSumExp, readHeads, type NetReading } from './net-reading'
import { ProjectedWords } from './projected-words'
import { readDense, toStrips, type Dense } from './strips'
import type { TensorFile } from './tensor-file'
import { GeneralVectors, LearntVectors } from './word-vectors'

/** How far apart the three words of a window are, layer by layer: the last sees seven words to either side. */
const DISTANCES = [1, 2, 4]

/**
 * A net that reads words in their order: each word's vector, three layers that add to it what windows of three words say, wider
 * each time; then the maximum over all words, their mean, and four means weighted by how much each word matters; a hidden layer; one
 * log-odds for each head. Of each word it says whether it is part of what is uncivil. About half a millisecond a text, five times what ConvNet takes.
 */
export class DeepNet {
  private readonly projected: ProjectedWords
  private readonly kept: KeptForms
  private readonly width: number
  private readonly layers: readonly Dense[]
  private readonly looks: number
  private readonly hidden: Dense
  private readonly wordBias: Float32Array
  private readonly token: Float32Array
  private readonly attend: Float32Array
  private readonly attendBias: Float32Array
  private readonly headWeights: Float32Array
  private readonly headBias: Float32Array
  private readonly at: Readonly<Record<'rows' | 'window' | 'answer' | 'features' | 'hidden', number>>
  /** The words' vectors, layer after layer in place. */
  private readonly words: Float32Array
  private readonly before: Float32Array

  constructor(
    private readonly kernel: Kernel,
    general: GeneralVectors,
    file: TensorFile,
    prefix: string,
  ) {
    this.wordBias = file.readFloats(`${prefix}.word_bias`)
    this.width = this.wordBias.length
    this.layers = DISTANCES.map((_distance, at) => readDense(kernel, file, `${prefix}.layer${at}`, 3 * this.width))
    this.token = file.readFloats(`${prefix}.token`)
    this.attend = file.readFloats(`${prefix}.attend`)
    this.attendBias = file.readFloats(`${prefix}.attend_bias`)
    this.looks = this.attendBias.length
    const features = this.width * (2 + this.looks) + 2
    this.hidden = readDense(kernel, file, `${prefix}.hidden`, features)
    this.headWeights = file.readFloats(`${prefix}.heads`)
    this.headBias = file.readFloats(`${prefix}.heads_bias`)
    this.at = {
      rows: kernel.allocate(LONGEST),
      window: kernel.allocate(3 * this.width),
      answer: kernel.allocate(this.width),
      features: kernel.allocate(features),
      hidden: kernel.allocate(this.hidden.bias.length),
    }
    this.words = new Float32Array(LONGEST * this.width)
    this.before = new Float32Array(LONGEST * this.width)
    const learnt = new LearntVectors(file, prefix)
    const matrix = toStrips(file.readFloats(`${prefix}.word`), GeneralVectors.SIZE + learnt.size)
    this.projected = new ProjectedWords(kernel, general, learnt, matrix, this.width)
    this.kept = new KeptForms((form, number) => this.projected.keep(form, number))
  }

  /** Reads the first 220 of the words; null for none. */
  read(forms: readonly string[]): NetReading | null {
    const length = Math.min(forms.length, LONGEST)
    if (length === 0) return null
    this.placeWords(forms, length)
    for (const [at, layer] of this.layers.entries()) this.widen(layer, DISTANCES[at] ?? 1, length)
    const words = Float32Array.from({ length }, (_, word) => this.dot(this.token, 0, word) + (this.token[this.width] ?? 0))
    const strongest = logSumExp(words) / 4
    const hidden = this.describe(length, strongest)
    const logits = readHeads(this.headWeights, this.headBias, hidden, strongest, new Float32Array(this.headBias.length))
    return { logits, words, hidden }
  }

  private placeWords(forms: readonly string[], length: number): void {
    const { width, words, wordBias, kernel } = this
    this.projected.locate(this.kept.numberWords(forms), this.at.rows)
    const rows = kernel.integers(this.at.rows, length)
    for (let word = 0; word < length; word += 1) {
      kernel.run.unpack(rows[word] ?? 0, this.at.answer, width)
      const vector = kernel.floats(this.at.answer, width)
      for (let at = 0; at < width; at += 1) words[word * width + at] = Math.max(0, (vector[at] ?? 0) + (wordBias[at] ?? 0))
    }
  }

  /** Adds to each word what its window says; beyond the ends of the text there is nothing. */
  private widen({ strips, bias }: Dense, distance: number, length: number): void {
    const { width, words, before, kernel } = this
    before.set(words.subarray(0, length * width))
    const window = kernel.floats(this.at.window, 3 * width)
    const answer = kernel.floats(this.at.answer, width)
    for (let word = 0; word < length; word += 1) {
      for (let part = 0; part < 3; part += 1) {
        const other = word + (part - 1) * distance
        if (other < 0 || other >= length) window.fill(0, part * width, (part + 1) * width)
        else window.set(before.subarray(other * width, (other + 1) * width), part * width)
      }
      kernel.run.project(this.at.window, strips, this.at.answer, 3 * width, width)
      const from = word * width
      for (let at = 0; at < width; at += 1) words[from + at] = (words[from + at] ?? 0) + Math.max(0, (answer[at] ?? 0) + (bias[at] ?? 0))
    }
  }

  private describe(length: number, strongest: number): Float32Array {
    const { width, words, looks, hidden, kernel } = this
    const features = kernel.floats(this.at.features, width * (2 + looks) + 2)
    features.fill(0)
    for (let word = 0; word < length; word += 1) {
      for (let at = 0; at < width; at += 1) {
        const value = words[word * width + at] ?? 0
        features[at] = Math.max(features[at] ?? 0, value)
        features[width + at] = (features[width + at] ?? 0) + value / length
      }
    }
    for (let look = 0; look < looks; look += 1) this.look(look, length, features.subarray(width * (2 + look), width * (3 + look)))
    features[width * (2 + looks)] = strongest
    features[width * (2 + looks) + 1] = Math.log(length + 1) / 3
    kernel.run.project(this.at.features, hidden.strips, this.at.hidden, features.length, hidden.bias.length)
    return kernel.floats(this.at.hidden, hidden.bias.length).map((value, at) => Math.max(0, value + (hidden.bias[at] ?? 0)))
  }

  /** The mean of the words, each weighted by how much it matters to this look (softmax). */
  private look(look: number, length: number, mean: Float32Array): void {
    const { width, words } = this
    const matters = Float64Array.from({ length }, (_, word) => this.dot(this.attend, look * width, word) + (this.attendBias[look] ?? 0))
    const most = matters.reduce((largest, value) => Math.max(largest, value), -Infinity)
    const shares = matters.map((value) => Math.exp(value - most))
    const sum = shares.reduce((total, value) => total + value, 0)
    for (let word = 0; word < length; word += 1) {
      const share = (shares[word] ?? 0) / sum
      for (let at = 0; at < width; at += 1) mean[at] = (mean[at] ?? 0) + share * (words[word * width + at] ?? 0)
    }
  }

  private dot(weights: Float32Array, from: number, word: number): number {
    let sum = 0
    for (let at = 0; at < this.width; at += 1) sum += (weights[from + at] ?? 0) * (this.words[word * this.width + at] ?? 0)
    return sum
  }
}

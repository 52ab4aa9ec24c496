import { VECTOR_SIZE, type EncodedText } from '../topicality/sentence-vectors'
import type { PlacedWords } from '../text/placed-words'
import { Kernel } from './kernel'
import { readDense, type Dense } from './strips'
import type { TensorFile } from './tensor-file'

/** What keeps a word without any spread from being divided by nothing, as in training. */
const LEAST_VARIANCE = 1e-5
/** How many words to either side are seen, layer by layer. */
const REACHES = [1, 2] as const

/**
 * A net over what the sentence encoder says of each word (the mean of its pieces), which says how likely the word is part of what is uncivil
 * (training/spans.py): a window of three words, one of five over what that saw, and the most that is seen anywhere in the text. It reads each word in
 * its context, which the nets over words do not.
 */
export class SpanNet {
  private readonly kernel = new Kernel()
  private readonly near: Dense
  private readonly far: Dense
  private readonly whole: Dense
  private readonly told: Float32Array
  private readonly at: Readonly<Record<'window' | 'answer', number>>
  private readonly width: number

  constructor(file: TensorFile) {
    this.near = readDense(this.kernel, file, 'near', 3 * VECTOR_SIZE)
    this.width = this.near.bias.length
    this.far = readDense(this.kernel, file, 'far', 5 * this.width)
    this.whole = readDense(this.kernel, file, 'whole', this.width)
    this.told = file.readFloats('told')
    this.at = { window: this.kernel.allocate(3 * VECTOR_SIZE + 5 * this.width), answer: this.kernel.allocate(this.width) }
  }

  /** Log-odds of each word to be part of what is uncivil; of the first words, as far as the encoder has read. */
  read(encoded: Pick<EncodedText, 'states' | 'ends'>, words: Pick<PlacedWords, 'starts' | 'ends'>): Float32Array {
    const { width, told } = this
    const seen = readWords(encoded, words)
    const near = this.widen(this.near, seen, VECTOR_SIZE, REACHES[0])
    const far = this.widen(this.far, near, width, REACHES[1])
    const whole = this.apply(this.whole, strongestOf(far, width))
    const ofWhole = dot(told, 2 * width, whole, 0, width) + (told[3 * width] ?? 0)
    return Float32Array.from(
      { length: seen.length / VECTOR_SIZE },
      (_, word) => dot(told, 0, near, word * width, width) + dot(told, width, far, word * width, width) + ofWhole,
    )
  }

  /** Of each row what its window says; beyond the ends of the text there is nothing. */
  private widen(layer: Dense, rows: Float32Array, size: number, reach: number): Float32Array {
    const { width } = this
    const count = rows.length / size
    const said = new Float32Array(count * width)
    const window = new Float32Array((2 * reach + 1) * size)
    for (let row = 0; row < count; row += 1) {
      window.fill(0)
      const first = Math.max(0, row - reach)
      window.set(rows.subarray(first * size, Math.min(count, row + reach + 1) * size), (first - row + reach) * size)
      said.set(this.apply(layer, window), row * width)
    }
    return said
  }

  private apply({ strips, bias }: Dense, values: Float32Array): Float32Array {
    const { kernel, at } = this
    kernel.floats(at.window, values.length).set(values)
    kernel.run.project(at.window, strips, at.answer, values.length, bias.length)
    return kernel.floats(at.answer, bias.length).map((value, column) => Math.max(0, value + (bias[column] ?? 0)))
  }
}

/** A row for each word: the mean of its pieces' states, each by how much of the word it is, brought to mean 0 and variance 1. */
function readWords({ states, ends }: Pick<EncodedText, 'states' | 'ends'>, words: Pick<PlacedWords, 'starts' | 'ends'>): Float32Array {
  const read = ends.at(-1) ?? 0
  const count = words.ends.findIndex((end) => end > read)
  const rows = new Float32Array((count < 0 ? words.ends.length : count) * VECTOR_SIZE)
  let piece = 0
  for (let word = 0; word * VECTOR_SIZE < rows.length; word += 1) {
    const row = rows.subarray(word * VECTOR_SIZE, (word + 1) * VECTOR_SIZE)
    const [start, end] = [words.starts[word] ?? 0, words.ends[word] ?? 0]
    while (piece > 0 && (ends[piece - 1] ?? 0) > start) piece -= 1
    for (; piece < ends.length && (ends[piece - 1] ?? 0) < end; piece += 1) {
      const shared = Math.min(end, ends[piece] ?? 0) - Math.max(start, ends[piece - 1] ?? 0)
      for (let at = 0; shared > 0 && at < VECTOR_SIZE; at += 1) row[at] = (row[at] ?? 0) + shared * (states[piece * VECTOR_SIZE + at] ?? 0)
    }
    level(row, end - start)
  }
  return rows
}

/** Brings a word's sum to its mean, and then to mean 0 and variance 1. */
function level(row: Float32Array, length: number): void {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < row.length; at += 1) {
    row[at] = (row[at] ?? 0) / Math.max(1, length)
    sum += row[at] ?? 0
  }
  const mean = sum / row.length
  for (const value of row) squares += (value - mean) ** 2
  const scale = 1 / Math.sqrt(squares / row.length + LEAST_VARIANCE)
  for (let at = 0; at < row.length; at += 1) row[at] = ((row[at] ?? 0) - mean) * scale
}

function strongestOf(rows: Float32Array, width: number): Float32Array {
  const most = new Float32Array(width)
  for (let at = 0; at < rows.length; at += 1) most[at % width] = Math.max(most[at % width] ?? 0, rows[at] ?? 0)
  return most
}

function dot(weights: Float32Array, from: number, values: Float32Array, start: number, length: number): number {
  let sum = 0
  for (let at = 0; at < length; at += 1) sum += (weights[from + at] ?? 0) * (values[start + at] ?? 0)
  return sum
}

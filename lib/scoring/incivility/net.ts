import type { Kernel } from './kernel'
import { type TensorFile } from './tensor-file'
import { GeneralVectors, LearntVectors } from './word-vectors'

/** What a net says of one text. The arrays are the net's own, good until its next reading. */
export interface NetReading {
  /** Log-odds, one for each head of the model. */
  logits: Float32Array
  /** Log-odds of each word to be part of what is uncivil. */
  words: Float32Array
  /** The layer before the heads: a description of the text. */
  hidden: Float32Array
}

/** Windows of so many words are pooled. */
const WIDTHS = [1, 2, 3] as const
/** The window by which single words are judged. */
const SPOT_WIDTH = 5
/** Words whose projections are kept, 27 MB; then the one not used for longest goes. */
const KEPT_WORDS = 8192
const STRIP = 16
/** Words of a text that are read. */
export const LONGEST = 220

/**
 * A convolutional net over word vectors (Kim 2014, with subwords as in fastText): windows of one to three words pooled by
 * their maximum, and of single words by their mean; a window of five for each word, pooled by log-sum-exp; a hidden layer;
 * one log-odds for each head. What comes before the pooling depends on single words alone: a word's part in every window is
 * computed once and kept, which makes a text of known words some thirty times cheaper.
 */
export class ConvNet {
  private readonly learnt: LearntVectors
  private readonly input: Float32Array
  private readonly filters: number
  private readonly spots: number
  private readonly stride: number
  private readonly slots = new Map<string, number>()
  private readonly at: Record<
    'x' | 'matrix' | 'cache' | 'rows' | 'windowBias' | 'spotBias' | 'spotWeights' | 'best' | 'sums' | 'words',
    number
  >
  private readonly spotLast: number
  private readonly hiddenWeights: Float32Array
  private readonly hiddenBias: Float32Array
  private readonly headWeights: Float32Array
  private readonly headBias: Float32Array
  private readonly features: Float32Array
  private readonly hidden: Float32Array
  private readonly logits: Float32Array

  constructor(
    private readonly kernel: Kernel,
    private readonly general: GeneralVectors,
    file: TensorFile,
    prefix: string,
  ) {
    this.learnt = new LearntVectors(file, prefix)
    this.input = new Float32Array(GeneralVectors.SIZE + this.learnt.size)
    const windowBias = file.readFloats(`${prefix}.window_bias`)
    const spotBias = file.readFloats(`${prefix}.near_bias`)
    this.filters = windowBias.length / WIDTHS.length
    this.spots = spotBias.length
    this.stride = this.filters * WIDTHS.reduce<number>((sum, width) => sum + width, 0) + this.spots * SPOT_WIDTH
    this.hiddenWeights = file.readFloats(`${prefix}.hidden`)
    this.hiddenBias = file.readFloats(`${prefix}.hidden_bias`)
    this.headWeights = file.readFloats(`${prefix}.heads`)
    this.headBias = file.readFloats(`${prefix}.heads_bias`)
    this.features = new Float32Array(this.filters * 4 + 2)
    this.hidden = new Float32Array(this.hiddenBias.length)
    this.logits = new Float32Array(this.headBias.length)
    const spotWeights = file.readFloats(`${prefix}.token`)
    this.spotLast = spotWeights[this.spots] ?? 0
    this.at = {
      x: kernel.allocate(this.input.length),
      matrix: kernel.store(toStrips(file.readFloats(`${prefix}.project`), this.input.length)),
      rows: kernel.allocate(LONGEST),
      windowBias: kernel.store(windowBias),
      spotBias: kernel.store(spotBias),
      spotWeights: kernel.store(spotWeights.slice(0, this.spots)),
      best: kernel.allocate(this.filters * WIDTHS.length),
      sums: kernel.allocate(this.filters),
      words: kernel.allocate(LONGEST),
      cache: kernel.allocate(KEPT_WORDS * this.stride),
    }
  }

  /** Reads the first 220 of the words; null for none. */
  read(forms: readonly string[]): NetReading | null {
    const length = Math.min(forms.length, LONGEST)
    if (length === 0) return null
    const slots = this.kernel.integers(this.at.rows, length)
    for (let at = 0; at < length; at += 1) slots[at] = this.at.cache + this.slotOf(forms[at] ?? '') * this.stride * 4
    this.poolWindows(length)
    const { run } = this.kernel
    const spotOffset = this.filters * 6
    run.spot(this.at.rows, length, spotOffset, this.spots, this.at.spotBias, this.at.spotWeights, this.spotLast, this.at.words)
    return this.judge(length)
  }

  private slotOf(form: string): number {
    const known = this.slots.get(form)
    if (known !== undefined) {
      // To the end of the line: what is used last goes last.
      this.slots.delete(form)
      this.slots.set(form, known)
      return known
    }
    const slot = this.takeSlot()
    this.slots.set(form, slot)
    this.general.fill(form, this.input)
    this.learnt.fill(form, this.input, GeneralVectors.SIZE)
    this.kernel.floats(this.at.x, this.input.length).set(this.input)
    this.kernel.run.project(this.at.x, this.at.matrix, this.at.cache + slot * this.stride * 4, this.input.length, this.stride)
    return slot
  }

  /** A free slot, or that of the word that was not used for longest: never one of the text being read, which has fewer words. */
  private takeSlot(): number {
    if (this.slots.size < KEPT_WORDS) return this.slots.size
    const oldest = this.slots.entries().next()
    if (oldest.done) return 0
    this.slots.delete(oldest.value[0])
    return oldest.value[1]
  }

  private poolWindows(length: number): void {
    const { filters, at } = this
    let offset = 0
    for (const [place, width] of WIDTHS.entries()) {
      const bytes = place * filters * 4
      const sums = width === 1 ? at.sums : 0
      this.kernel.run.pool(at.rows, length, offset, width, filters, at.windowBias + bytes, at.best + bytes, sums)
      offset += filters * width
    }
  }

  /** From the pooled windows to the heads. The order of the features is the trainer's: best of one, mean of one, best of two, of three. */
  private judge(length: number): NetReading {
    const { filters, features, hidden, logits } = this
    const best = this.kernel.floats(this.at.best, filters * WIDTHS.length)
    const sums = this.kernel.floats(this.at.sums, filters)
    const words = this.kernel.floats(this.at.words, length)
    features.set(best.subarray(0, filters), 0)
    for (let at = 0; at < filters; at += 1) features[filters + at] = (sums[at] ?? 0) / length
    features.set(best.subarray(filters), filters * 2)
    const strongest = logSumExp(words) / 4
    features[filters * 4] = strongest
    features[filters * 4 + 1] = Math.log(length + 1) / 3
    multiply(this.hiddenWeights, features, this.hiddenBias, hidden)
    for (let at = 0; at < hidden.length; at += 1) hidden[at] = Math.max(0, hidden[at] ?? 0)
    const width = hidden.length + 1
    for (let head = 0; head < logits.length; head += 1) {
      let sum = (this.headBias[head] ?? 0) + (this.headWeights[head * width + hidden.length] ?? 0) * strongest
      for (let at = 0; at < hidden.length; at += 1) sum += (this.headWeights[head * width + at] ?? 0) * (hidden[at] ?? 0)
      logits[head] = sum
    }
    return { logits, words, hidden }
  }
}

/** Rows of a matrix as the kernel reads them: strips of 16 columns. */
function toStrips(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows
  const strips = new Float32Array(matrix.length)
  let to = 0
  for (let first = 0; first < columns; first += STRIP) {
    for (let row = 0; row < rows; row += 1) {
      for (let at = 0; at < STRIP; at += 1) strips[to++] = matrix[row * columns + first + at] ?? 0
    }
  }
  return strips
}

function multiply(matrix: Float32Array, input: Float32Array, bias: Float32Array, output: Float32Array): void {
  for (let row = 0; row < output.length; row += 1) {
    let sum = bias[row] ?? 0
    const from = row * input.length
    for (let at = 0; at < input.length; at += 1) sum += (matrix[from + at] ?? 0) * (input[at] ?? 0)
    output[row] = sum
  }
}

function logSumExp(values: Float32Array): number {
  let top = -Infinity
  for (const value of values) if (value > top) top = value
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}

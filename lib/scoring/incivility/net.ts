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
  /** The word in each slot, and whether it was read since the search for a free slot last came by. */
  private readonly kept: string[] = []
  private readonly isFresh = new Uint8Array(KEPT_WORDS)
  private hand = 0
  private readonly at: Record<
    'x' | 'matrix' | 'cache' | 'rows' | 'windowBias' | 'spotBias' | 'spotWeights' | 'features' | 'hiddenMatrix' | 'hidden' | 'words',
    number
  >
  private readonly spotLast: number
  private readonly hiddenBias: Float32Array
  private readonly headWeights: Float32Array
  private readonly headBias: Float32Array
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
    this.hiddenBias = file.readFloats(`${prefix}.hidden_bias`)
    this.headWeights = file.readFloats(`${prefix}.heads`)
    this.headBias = file.readFloats(`${prefix}.heads_bias`)
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
      features: kernel.allocate(this.featureCount),
      hiddenMatrix: kernel.store(toStrips(transpose(file.readFloats(`${prefix}.hidden`), this.featureCount), this.featureCount)),
      hidden: kernel.allocate(this.hidden.length),
      words: kernel.allocate(LONGEST),
      cache: kernel.allocate(KEPT_WORDS * this.stride),
    }
  }

  /** Best of one, mean of one, best of two, best of three, the strongest word, the length: the trainer's order. */
  private get featureCount(): number {
    return this.filters * 4 + 2
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
      this.isFresh[known] = 1
      return known
    }
    const slot = this.takeSlot()
    this.slots.set(form, slot)
    this.kept[slot] = form
    this.isFresh[slot] = 1
    this.general.fill(form, this.input)
    this.learnt.fill(form, this.input, GeneralVectors.SIZE)
    this.kernel.floats(this.at.x, this.input.length).set(this.input)
    this.kernel.run.project(this.at.x, this.at.matrix, this.at.cache + slot * this.stride * 4, this.input.length, this.stride)
    return slot
  }

  /**
   * A free slot, or that of a word not read for a while: a hand goes round and takes the first that was not read since it
   * last came by. Never one of the text being read: its words are fresh, and too few for the hand to come round twice.
   */
  private takeSlot(): number {
    if (this.slots.size < KEPT_WORDS) return this.slots.size
    while (this.isFresh[this.hand] === 1) {
      this.isFresh[this.hand] = 0
      this.hand = (this.hand + 1) % KEPT_WORDS
    }
    const slot = this.hand
    this.hand = (slot + 1) % KEPT_WORDS
    this.slots.delete(this.kept[slot] ?? '')
    return slot
  }

  private poolWindows(length: number): void {
    const { filters, at } = this
    let offset = 0
    for (const [place, width] of WIDTHS.entries()) {
      const bytes = filters * 4
      // The mean of single words stands between their best and that of the pairs.
      const [best, sums] = width === 1 ? [at.features, at.features + bytes] : [at.features + (place + 1) * bytes, 0]
      this.kernel.run.pool(at.rows, length, offset, width, filters, at.windowBias + place * bytes, best, sums)
      offset += filters * width
    }
  }

  /** From the pooled windows to the heads. */
  private judge(length: number): NetReading {
    const { filters, featureCount, hidden, logits, at: place } = this
    const features = this.kernel.floats(place.features, featureCount)
    const words = this.kernel.floats(place.words, length)
    for (let at = filters; at < filters * 2; at += 1) features[at] = (features[at] ?? 0) / length
    const strongest = logSumExp(words) / 4
    features[filters * 4] = strongest
    features[filters * 4 + 1] = Math.log(length + 1) / 3
    this.kernel.run.project(place.features, place.hiddenMatrix, place.hidden, featureCount, hidden.length)
    hidden.set(this.kernel.floats(place.hidden, hidden.length))
    for (let at = 0; at < hidden.length; at += 1) hidden[at] = Math.max(0, (hidden[at] ?? 0) + (this.hiddenBias[at] ?? 0))
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

function transpose(matrix: Float32Array, columns: number): Float32Array {
  const rows = matrix.length / columns
  return Float32Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)] ?? 0)
}

function logSumExp(values: Float32Array): number {
  let top = -Infinity
  for (const value of values) if (value > top) top = value
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}

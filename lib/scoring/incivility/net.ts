import type { Kernel } from './kernel'
import { LONGEST, logSumExp, readHeads, type NetReading } from './net-reading'
import { ProjectedWords } from './projected-words'
import { toStrips } from './strips'
import { type TensorFile } from './tensor-file'
import { GeneralVectors, LearntVectors } from './word-vectors'

/** Windows of one, two and three words are pooled. */
const WIDTHS = 3
/** The window by which single words are judged. */
const SPOT_WIDTH = 5

type Address = 'rows' | 'windowBias' | 'spotBias' | 'spotWeights' | 'features' | 'hiddenWeights' | 'hidden' | 'words' | 'room'

/**
 * A convolutional net over word vectors (Kim 2014, with subwords as in fastText): windows of one to three words pooled by
 * their maximum, and of single words by their mean; a window of five for each word, pooled by its maximum, and what it says of the
 * word by log-sum-exp; a hidden layer; one log-odds for each head.
 */
export class ConvNet {
  private readonly projected: ProjectedWords
  private readonly filters: number
  private readonly spots: number
  /** Numbers from which the hidden layer is made: what is pooled, the strongest word, the length. */
  private readonly featureCount: number
  private readonly at: Readonly<Record<Address, number>>
  private readonly spotLast: number
  private readonly hiddenBias: Float32Array
  private readonly headWeights: Float32Array
  private readonly headBias: Float32Array
  private readonly logits: Float32Array

  constructor(
    private readonly kernel: Kernel,
    general: GeneralVectors,
    file: TensorFile,
    prefix: string,
  ) {
    const windowBias = file.readFloats(`${prefix}.window_bias`)
    const spotBias = file.readFloats(`${prefix}.near_bias`)
    this.filters = windowBias.length / WIDTHS
    this.spots = spotBias.length
    this.featureCount = this.filters * 4 + this.spots + 2
    this.hiddenBias = file.readFloats(`${prefix}.hidden_bias`)
    this.headWeights = file.readFloats(`${prefix}.heads`)
    this.headBias = file.readFloats(`${prefix}.heads_bias`)
    this.logits = new Float32Array(this.headBias.length)
    const spotWeights = file.readFloats(`${prefix}.token`)
    this.spotLast = spotWeights[this.spots] ?? 0
    this.at = {
      rows: kernel.allocate(LONGEST),
      windowBias: kernel.storePacked(windowBias),
      spotBias: kernel.storePacked(spotBias),
      spotWeights: kernel.store(spotWeights.slice(0, this.spots)),
      features: kernel.allocate(this.featureCount),
      hiddenWeights: kernel.store(toStrips(file.readFloats(`${prefix}.hidden`), this.featureCount)),
      hidden: kernel.allocate(this.hiddenBias.length),
      words: kernel.allocate(LONGEST),
      room: kernel.allocate(Math.max(this.filters, this.spots) / 2),
    }
    const learnt = new LearntVectors(file, prefix)
    const matrix = toStrips(file.readFloats(`${prefix}.project`), GeneralVectors.SIZE + learnt.size)
    this.projected = new ProjectedWords(kernel, general, learnt, matrix, this.filters * 6 + this.spots * SPOT_WIDTH)
  }

  /** Works out a word's part in every window, once for as long as it has this number. */
  keep(form: string, number: number): void {
    this.projected.keep(form, number)
  }

  /** Reads a text by the numbers of its words, at least one and at most 220. */
  read(numbers: Uint32Array): NetReading {
    const { length } = numbers
    this.projected.locate(numbers, this.at.rows)
    this.pool(length)
    const words = this.kernel.floats(this.at.words, length)
    const strongest = logSumExp(words) / 4
    const hidden = this.describe(length, strongest)
    return { logits: readHeads(this.headWeights, this.headBias, hidden, strongest, this.logits), words, hidden }
  }

  /** Writes the features in the trainer's order: best of one, mean of one, best of two, of three, of five. */
  private pool(length: number): void {
    const { filters, spots, at } = this
    const { run } = this.kernel
    const place = (part: number) => at.features + part * filters * 4
    run.pool(at.rows, length, 0, 1, filters, at.windowBias, place(0), place(1), at.room)
    run.pool(at.rows, length, filters, 2, filters, at.windowBias + filters * 2, place(2), 0, at.room)
    run.pool(at.rows, length, filters * 3, 3, filters, at.windowBias + filters * 4, place(3), 0, at.room)
    run.spot(at.rows, length, filters * 6, spots, at.spotBias, at.spotWeights, this.spotLast, place(4), at.words, at.room)
    const sums = this.kernel.floats(place(1), filters)
    for (let step = 0; step < filters; step += 1) sums[step] = (sums[step] ?? 0) / length
  }

  private describe(length: number, strongest: number): Float32Array {
    const { at, featureCount, hiddenBias } = this
    const features = this.kernel.floats(at.features, featureCount)
    features[featureCount - 2] = strongest
    features[featureCount - 1] = Math.log(length + 1) / 3
    this.kernel.run.project(at.features, at.hiddenWeights, at.hidden, featureCount, hiddenBias.length)
    const hidden = this.kernel.floats(at.hidden, hiddenBias.length)
    for (let step = 0; step < hidden.length; step += 1) hidden[step] = Math.max(0, (hidden[step] ?? 0) + (hiddenBias[step] ?? 0))
    return hidden
  }
}

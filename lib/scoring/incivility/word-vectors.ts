import { hashForm, listSubwords } from '../text/word-features'
import type { Tensor, TensorFile } from './tensor-file'

/** General word vectors: 100 numbers for each of 60,000 words (GloVe), centred and scaled to about unit variance. */
export class GeneralVectors {
  static readonly SIZE = 100
  private readonly rows = new Map<string, number>()
  private readonly vectors: Int8Array
  private readonly scales: Float32Array
  private readonly mean: Float32Array

  /** @param words one a line, in the order of the rows */
  constructor(file: TensorFile, words: string) {
    words.split('\n').forEach((word, row) => word !== '' && this.rows.set(word, row))
    const { data } = file.read('vectors')
    if (!(data instanceof Int8Array)) throw new Error('General vectors are whole numbers')
    this.vectors = data
    this.scales = file.readFloats('scales')
    this.mean = file.readFloats('mean')
  }

  has(form: string): boolean {
    return this.rows.has(form)
  }

  /** A word's place by frequency, 0 for the most frequent; null for one that is not known. */
  rankOf(form: string): number | null {
    return this.rows.get(form) ?? null
  }

  /** So many of the most frequent words. */
  listFrequent(count: number): string[] {
    const words: string[] = []
    for (const word of this.rows.keys()) if (words.push(word) >= count) break
    return words
  }

  /** Adds a word's vector, times `weight`, to `target`. */
  addTo(rank: number, weight: number, target: Float32Array): void {
    const scale = this.scales[rank] ?? 0
    for (let at = 0; at < GeneralVectors.SIZE; at += 1) {
      const value = (this.vectors[rank * GeneralVectors.SIZE + at] ?? 0) * scale - (this.mean[at] ?? 0)
      target[at] = (target[at] ?? 0) + weight * value
    }
  }

  /** Adds a word's vector as it is kept, not centred, times `weight`: quicker, for those who centre the sum. */
  addAsKept(rank: number, weight: number, sum: Float64Array): void {
    const { vectors } = this
    const scale = weight * (this.scales[rank] ?? 0)
    const from = rank * GeneralVectors.SIZE
    // Four at a time take half as long as one.
    for (let at = 0; at < GeneralVectors.SIZE; at += 4) {
      sum[at] = (sum[at] ?? 0) + scale * (vectors[from + at] ?? 0)
      sum[at + 1] = (sum[at + 1] ?? 0) + scale * (vectors[from + at + 1] ?? 0)
      sum[at + 2] = (sum[at + 2] ?? 0) + scale * (vectors[from + at + 2] ?? 0)
      sum[at + 3] = (sum[at + 3] ?? 0) + scale * (vectors[from + at + 3] ?? 0)
    }
  }

  /**
   * Reads a number of each line of memory that these vectors lie in, before they are added: they lie far apart, and what is asked for in a
   * row comes together, while a sum waits for each. What it returns means nothing, but keeps the reads.
   */
  fetch(ranks: Uint32Array, count: number): number {
    const { vectors } = this
    let all = 0
    for (let at = 0; at < count; at += 1) {
      const from = (ranks[at] ?? 0) * GeneralVectors.SIZE
      all |= (vectors[from] ?? 0) | (vectors[from + 64] ?? 0) | (vectors[from + GeneralVectors.SIZE - 1] ?? 0)
    }
    return all
  }

  /** Writes a word's vector to the front of `target`; zeros for a word that is not known. */
  fill(form: string, target: Float32Array): void {
    const row = this.rows.get(form)
    if (row === undefined) {
      target.fill(0, 0, GeneralVectors.SIZE)
      return
    }
    const { vectors, mean } = this
    const scale = this.scales[row] ?? 0
    const from = row * GeneralVectors.SIZE
    for (let at = 0; at < GeneralVectors.SIZE; at += 1) target[at] = (vectors[from + at] ?? 0) * scale - (mean[at] ?? 0)
  }
}

/** What a net itself has learnt of words: the mean of their subwords' vectors, and a vector by the hash of the whole form. */
export class LearntVectors {
  readonly size: number
  private readonly subwords: Tensor
  private readonly own: Tensor

  constructor(file: TensorFile, prefix: string) {
    this.subwords = file.read(`${prefix}.subwords`)
    this.own = file.read(`${prefix}.own`)
    this.size = (this.subwords.shape[1] ?? 0) + (this.own.shape[1] ?? 0)
  }

  /** Writes a form's vector to `target` from `offset` on. */
  fill(form: string, target: Float32Array, offset: number): void {
    const [, width = 0] = this.subwords.shape
    const { data } = this.subwords
    const buckets = listSubwords(form)
    target.fill(0, offset, offset + width)
    for (const bucket of buckets) {
      const from = bucket * width
      for (let at = 0; at < width; at += 1) target[offset + at] = (target[offset + at] ?? 0) + (data[from + at] ?? 0)
    }
    const share = this.subwords.scale / Math.max(1, buckets.length)
    for (let at = 0; at < width; at += 1) target[offset + at] = (target[offset + at] ?? 0) * share
    const [rows = 1, ownWidth = 0] = this.own.shape
    const row = hashForm(form) % rows
    for (let at = 0; at < ownWidth; at += 1) target[offset + width + at] = (this.own.data[row * ownWidth + at] ?? 0) * this.own.scale
  }
}

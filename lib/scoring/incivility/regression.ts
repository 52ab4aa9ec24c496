import { hashForm, hashPair, listSubwords } from '../word-features'
import type { Tensor, TensorFile } from './tensor-file'

/** Words whose parts are kept; at the limit all are forgotten. */
const KEPT_WORDS = 50_000

/**
 * A plain regression over words, pairs of neighbouring words and subwords, hashed: the sum of their weights over the root of
 * the number of words. Knows turns of phrase that the net does not; a word's own part is computed once and kept.
 */
export class PlainRegression {
  private readonly words: Tensor
  private readonly pairs: Tensor
  private readonly subwords: Tensor
  private readonly bias: number
  private readonly known = new Map<string, { hash: number; weight: number }>()

  constructor(file: TensorFile) {
    this.words = file.read('regression.words')
    this.pairs = file.read('regression.pairs')
    this.subwords = file.read('regression.subwords')
    this.bias = file.readFloats('regression.bias')[0] ?? 0
  }

  /** The log-odds of "uncivil" for a text of these words, of which there is at least one. */
  read(forms: readonly string[]): number {
    let sum = 0
    let before: number | null = null
    for (const form of forms) {
      const { hash, weight } = this.lookUp(form)
      sum += weight
      if (before !== null) sum += weightOf(this.pairs, hashPair(before, hash))
      before = hash
    }
    return sum / Math.sqrt(forms.length) + this.bias
  }

  private lookUp(form: string): { hash: number; weight: number } {
    const known = this.known.get(form)
    if (known !== undefined) return known
    if (this.known.size >= KEPT_WORDS) this.known.clear()
    const hash = hashForm(form)
    let weight = weightOf(this.words, hash)
    for (const bucket of listSubwords(form)) weight += weightOf(this.subwords, bucket)
    const made = { hash, weight }
    this.known.set(form, made)
    return made
  }
}

function weightOf({ data, scale }: Tensor, hash: number): number {
  return (data[hash % data.length] ?? 0) * scale
}

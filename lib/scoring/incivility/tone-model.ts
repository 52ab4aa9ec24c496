import { hashForm, hashPair } from '../text/word-features'
import { HEADS, type Head } from './heads'
import { KEPT_FORMS } from './kept-forms'
import { LONGEST } from './net-reading'
import type { Tensor, TensorFile } from './tensor-file'
import { describeStyle, type PhraseCounts } from './tone-style'
import { GeneralVectors } from './word-vectors'

/** Ways of speaking, in the order of their weights. Those that are heads of the nets as well take these heads' place. */
export const TONES = ['condescension', 'generalisation', 'dismissal', 'antagonism', 'mockery'] as const
export type Tone = (typeof TONES)[number]

/** Columns of the tables of words: one for each tone, and room. */
const ROW = 8

/**
 * Tones, learnt from comments that were marked for this project (training/tones.py): a regression on how a text speaks (tone-style.ts), what the
 * nets say of it, and its words; where a text is read thoroughly, another one that hears the sentence vector too.
 *
 * The words' part is hashed words, hashed pairs and the words' general vectors: their sum over the root of the number of words.
 */
export class ToneModel {
  private readonly words: Tensor
  private readonly pairs: Tensor
  private readonly meant: Float32Array
  private readonly first: Float32Array
  private readonly second: Float32Array
  private readonly views: Float32Array
  /** By the word's number. */
  private readonly hashes = new Uint32Array(KEPT_FORMS)
  private readonly weights = new Float32Array(KEPT_FORMS * ROW)
  private readonly vector = new Float32Array(GeneralVectors.SIZE)
  private readonly places = new Uint32Array(LONGEST)

  constructor(
    private readonly general: GeneralVectors,
    file: TensorFile,
  ) {
    this.words = file.read('words')
    this.pairs = file.read('pairs')
    this.meant = file.readFloats('meant')
    this.first = file.readFloats('first')
    this.second = file.readFloats('second')
    this.views = file.readFloats('views')
  }

  /** Works out what a word says, once for as long as it has this number. */
  keep(form: string, number: number): void {
    const hash = hashForm(form)
    this.hashes[number] = hash
    this.general.fill(form, this.vector)
    const from = (hash & (rowsOf(this.words) - 1)) * ROW
    for (let tone = 0; tone < TONES.length; tone += 1)
      this.weights[number * ROW + tone] = (this.words.data[from + tone] ?? 0) * this.words.scale + dot(this.meant, tone, this.vector)
  }

  /** What the words of a text say of each tone, given by their numbers, at least one and at most 220. */
  hearWords(numbers: Uint32Array): Float64Array {
    const heard = new Float64Array(TONES.length)
    const { length } = numbers
    const { data, scale } = this.pairs
    this.findPairs(numbers)
    for (let at = 0; at < length; at += 1) {
      const [word, pair] = [(numbers[at] ?? 0) * ROW, this.places[at] ?? 0]
      for (let tone = 0; tone < TONES.length; tone += 1)
        heard[tone] = (heard[tone] ?? 0) + (this.weights[word + tone] ?? 0) + (at > 0 ? (data[pair + tone] ?? 0) * scale : 0)
    }
    return heard.map((sum) => sum / Math.sqrt(length))
  }

  /** The log-odds of each tone. `vector`: the sentence vector of the text in which nobody is named; null where there is none. */
  read(
    trained: Readonly<Record<Head, number>>,
    {
      forms,
      phrases,
      words,
      vector,
    }: { forms: readonly string[]; phrases: PhraseCounts; words: Float64Array; vector: Float32Array | null },
  ): Record<Tone, number> {
    const features = describeStyle(forms, phrases)
    for (const head of HEADS) features.push(trained[head])
    features.push(1)
    const weights = vector === null ? this.first : this.second
    // The last weight is that of the words' part.
    const row = features.length + 1
    const read = (tone: number) => {
      let sum = (vector === null ? 0 : dot(this.views, tone, vector)) + (words[tone] ?? 0) * (weights[(tone + 1) * row - 1] ?? 0)
      for (let at = 0; at < features.length; at += 1) sum += (features[at] ?? 0) * (weights[tone * row + at] ?? 0)
      return sum
    }
    return { condescension: read(0), generalisation: read(1), dismissal: read(2), antagonism: read(3), mockery: read(4) }
  }

  /** Where in their table the pairs lie that end at each word: found for all, then read, so that what lies far apart in memory comes together. */
  private findPairs(numbers: Uint32Array): void {
    const last = rowsOf(this.pairs) - 1
    for (let at = 1; at < numbers.length; at += 1) {
      const pair = hashPair(this.hashes[numbers[at - 1] ?? 0] ?? 0, this.hashes[numbers[at] ?? 0] ?? 0)
      this.places[at] = (pair & last) * ROW
    }
  }
}

const rowsOf = ({ shape }: Tensor) => shape[0] ?? 1

/** Row `at` of a matrix times a vector. */
function dot(matrix: Float32Array, at: number, vector: Float32Array): number {
  const from = at * vector.length
  let sum = 0
  for (let place = 0; place < vector.length; place += 1) sum += (matrix[from + place] ?? 0) * (vector[place] ?? 0)
  return sum
}

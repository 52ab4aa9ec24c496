import { IDENTITY_FORM } from '../text/model-words'
import { hashForm, hashPair, listSubwords } from '../text/word-features'
import { KEPT_FORMS } from './kept-forms'
import { LONGEST } from './net-reading'
import type { Tensor, TensorFile } from './tensor-file'
import { GeneralVectors } from './word-vectors'

/** Words on each side of a term of identity that say something of it. */
const AROUND = 6

/**
 * What a word adds: to the plain regression; to that for groups wherever it stands, before a term of identity and after one, from its
 * hash and (meant) from its general vector; to that for put-downs. Places in the word's row of weights.
 */
const [PLAIN, ANYWHERE, BEFORE, AFTER, MEANT, MEANT_BEFORE, MEANT_AFTER, PUT_DOWN] = [0, 1, 2, 3, 4, 5, 6, 7] as const
const ROW = 8

interface RegressionReading {
  /** The plain regression's log-odds of "uncivil". */
  plain: number
  /** The same by the regression for groups, and whether the text names one. */
  groups: number
  namesGroup: boolean
}

/**
 * Three regressions on "uncivil", hashed, in one place because they look up the same words.
 *
 * The plain one is over words, pairs of neighbouring words and subwords: the sum of their weights over the root of the number of
 * words. It knows turns of phrase that the net does not.
 *
 * The other is on what is said of groups of people (training/groups.py): over words, pairs and triples of neighbouring words and the
 * words on either side of a term of identity, and the mean of the general vectors of each. It learnt from sentences that hate, and
 * from those that only look like it: hate denied, quoted or answered, kind words, the same words about things.
 *
 * The third is on put-downs without a harsh word (training/put_downs.py): over words, pairs and triples.
 *
 * A word's own weights are computed once and kept side by side: objects of boxed numbers all over the heap took longer to fetch than
 * to add.
 */
export class Regressions {
  private readonly plain: Record<'words' | 'pairs' | 'subwords', Tensor>
  private readonly groups: Record<'words' | 'pairs' | 'triples' | 'before' | 'after', Tensor>
  private readonly putDowns: Record<'words' | 'pairs' | 'triples', Tensor>
  private readonly dense: Float32Array
  private readonly bias: Record<'plain' | 'groups' | 'putDowns', number>
  /** By the word's number. */
  private readonly hashes = new Uint32Array(KEPT_FORMS)
  private readonly weights = new Float64Array(KEPT_FORMS * ROW)
  private readonly vector = new Float32Array(GeneralVectors.SIZE)
  /** Of the text that was read last, how much its words say of put-downs up to each, and the pairs and triples that end there. */
  private readonly sums = { words: newSums(), pairs: newSums(), triples: newSums() }

  constructor(
    private readonly general: GeneralVectors,
    file: TensorFile,
    putDowns: TensorFile,
  ) {
    this.plain = {
      words: readTable(file, 'regression.words'),
      pairs: readTable(file, 'regression.pairs'),
      subwords: readTable(file, 'regression.subwords'),
    }
    this.groups = {
      words: readTable(file, 'groups.words'),
      pairs: readTable(file, 'groups.pairs'),
      triples: readTable(file, 'groups.triples'),
      before: readTable(file, 'groups.before'),
      after: readTable(file, 'groups.after'),
    }
    this.putDowns = { words: readTable(putDowns, 'words'), pairs: readTable(putDowns, 'pairs'), triples: readTable(putDowns, 'triples') }
    this.dense = file.readFloats('groups.dense')
    const readBias = (from: TensorFile, name: string) => from.readFloats(name)[0] ?? 0
    this.bias = { plain: readBias(file, 'regression.bias'), groups: readBias(file, 'groups.bias'), putDowns: readBias(putDowns, 'bias') }
  }

  /** Works out what a word adds, once for as long as it has this number. */
  keep(form: string, number: number): void {
    const hash = hashForm(form)
    this.hashes[number] = hash
    this.general.fill(form, this.vector)
    const { words, before, after } = this.groups
    const parts = [this.weighPlainly(form, hash), ...[words, before, after].map((table) => weightOf(table, hash))]
    this.weights.set([...parts, this.project(0), this.project(1), this.project(2)], number * ROW)
    this.weights[number * ROW + PUT_DOWN] = weightOf(this.putDowns.words, hash)
  }

  /** Reads a text of these words, at least one and at most 220, given with their numbers. */
  read(forms: readonly string[], numbers: Uint32Array): RegressionReading {
    let [plain, groups, meant] = [0, 0, 0]
    let last: number | null = null
    let lastPair: number | null = null
    const { sums } = this
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0
      const hash = this.hashes[number] ?? 0
      let pairSaid = 0
      let tripleSaid = 0
      plain += this.weightOf(number, PLAIN)
      groups += this.weightOf(number, ANYWHERE)
      meant += this.weightOf(number, MEANT)
      if (lastPair !== null) {
        const triple = hashPair(lastPair, hash)
        groups += weightOf(this.groups.triples, triple)
        tripleSaid = weightOf(this.putDowns.triples, triple)
      }
      lastPair = last === null ? null : hashPair(last, hash)
      if (lastPair !== null) {
        plain += weightOf(this.plain.pairs, lastPair)
        groups += weightOf(this.groups.pairs, lastPair)
        pairSaid = weightOf(this.putDowns.pairs, lastPair)
      }
      sums.words[at + 1] = (sums.words[at] ?? 0) + this.weightOf(number, PUT_DOWN)
      sums.pairs[at + 1] = (sums.pairs[at] ?? 0) + pairSaid
      sums.triples[at + 1] = (sums.triples[at] ?? 0) + tripleSaid
      last = hash
    }
    const { length } = numbers
    const around = this.readAround(forms, numbers)
    const count = length + Math.max(0, length - 1) + Math.max(0, length - 2) + around.count
    return {
      plain: plain / Math.sqrt(length) + this.bias.plain,
      groups: (groups + around.sparse) / Math.sqrt(count) + meant / length + around.meant / Math.max(1, around.terms) + this.bias.groups,
      namesGroup: around.terms > 0,
    }
  }

  /**
   * How much words `from`–`to` (exclusive, two at least) of the text that was read last speak to put somebody down without a harsh word:
   * log-odds, for put-down-hearing.ts.
   */
  readPutDown(from: number, to: number): number {
    const { words, pairs, triples } = this.sums
    const sum = between(words, from, to) + between(pairs, from + 1, to) + between(triples, Math.min(from + 2, to), to)
    return sum / Math.sqrt(3 * (to - from) - 3) + this.bias.putDowns
  }

  /** What the words on either side of each term of identity add; a word between two of them counts for both. */
  private readAround(forms: readonly string[], numbers: Uint32Array) {
    const sum = { sparse: 0, meant: 0, count: 0, terms: 0 }
    for (let term = forms.indexOf(IDENTITY_FORM); term >= 0; term = forms.indexOf(IDENTITY_FORM, term + 1)) {
      sum.terms += 1
      const to = Math.min(forms.length, term + 1 + AROUND)
      for (let at = Math.max(0, term - AROUND); at < to; at += 1) {
        if (at === term) continue
        const number = numbers[at] ?? 0
        sum.count += 1
        sum.sparse += this.weightOf(number, at < term ? BEFORE : AFTER)
        sum.meant += this.weightOf(number, at < term ? MEANT_BEFORE : MEANT_AFTER)
      }
    }
    return sum
  }

  private weightOf(number: number, part: number): number {
    return this.weights[number * ROW + part] ?? 0
  }

  private weighPlainly(form: string, hash: number): number {
    let weight = weightOf(this.plain.words, hash)
    for (const bucket of listSubwords(form)) weight += weightOf(this.plain.subwords, bucket)
    return weight
  }

  /** The word's vector times one of the three vectors of weights. */
  private project(part: number): number {
    let sum = 0
    for (let at = 0; at < GeneralVectors.SIZE; at += 1) sum += (this.vector[at] ?? 0) * (this.dense[part * GeneralVectors.SIZE + at] ?? 0)
    return sum
  }
}

const newSums = () => new Float64Array(LONGEST + 1)
const between = (sums: Float64Array, from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0)

/** A table by hashes; it has a power of two of places, so that the lowest bits are the place. @throws Error when it has not */
function readTable(file: TensorFile, name: string): Tensor {
  const table = file.read(name)
  if (!Number.isInteger(Math.log2(table.data.length))) throw new Error(`The table ${name} has ${table.data.length} places`)
  return table
}

function weightOf({ data, scale }: Tensor, hash: number): number {
  return (data[hash & (data.length - 1)] ?? 0) * scale
}

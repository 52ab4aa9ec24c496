import { IDENTITY_FORM } from '../text/model-words'
import { hashForm, hashPair, listSubwords } from '../text/word-features'
import { KEPT_FORMS } from './kept-forms'
import { LONGEST } from './net-reading'
import type { TensorFile } from './tensor-file'
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
  private readonly plain: Record<'words' | 'pairs' | 'subwords', Table>
  private readonly groups: Record<'words' | 'pairs' | 'triples' | 'before' | 'after', Table>
  private readonly putDowns: Record<'words' | 'pairs' | 'triples', Table>
  private readonly dense: Float32Array
  private readonly bias: Record<'plain' | 'groups' | 'putDowns', number>
  /** By the word's number. */
  private readonly hashes = new Uint32Array(KEPT_FORMS)
  private readonly weights = new Float64Array(KEPT_FORMS * ROW)
  private readonly vector = new Float32Array(GeneralVectors.SIZE)
  /** Of the text that was read last, how much its words say of put-downs up to each, and the pairs and triples that end there. */
  private readonly sums = { words: newSums(), pairs: newSums(), triples: newSums() }
  /** By place in the text: the pair and the triple that end there, and what the tables hold of them, whole numbers. */
  private readonly pairs = new Uint32Array(LONGEST)
  private readonly triples = new Uint32Array(LONGEST)
  private readonly found = {
    plainPairs: new Int8Array(LONGEST),
    groupPairs: new Int8Array(LONGEST),
    putDownPairs: new Int8Array(LONGEST),
    groupTriples: new Int8Array(LONGEST),
    putDownTriples: new Int8Array(LONGEST),
  }

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
    this.lookUpNeighbours(numbers)
    let [plain, groups, meant] = [0, 0, 0]
    const { sums, found } = this
    const { length } = numbers
    for (let at = 0; at < length; at += 1) {
      const number = numbers[at] ?? 0
      plain += this.weightOf(number, PLAIN)
      groups += this.weightOf(number, ANYWHERE)
      meant += this.weightOf(number, MEANT)
      // The first word ends no pair, the second no triple.
      if (at > 1) groups += (found.groupTriples[at] ?? 0) * this.groups.triples.scale
      if (at > 0) {
        plain += (found.plainPairs[at] ?? 0) * this.plain.pairs.scale
        groups += (found.groupPairs[at] ?? 0) * this.groups.pairs.scale
      }
      sums.words[at + 1] = (sums.words[at] ?? 0) + this.weightOf(number, PUT_DOWN)
      sums.pairs[at + 1] = (sums.pairs[at] ?? 0) + (at > 0 ? (found.putDownPairs[at] ?? 0) * this.putDowns.pairs.scale : 0)
      sums.triples[at + 1] = (sums.triples[at] ?? 0) + (at > 1 ? (found.putDownTriples[at] ?? 0) * this.putDowns.triples.scale : 0)
    }
    const around = this.readAround(forms, numbers)
    const count = length + Math.max(0, length - 1) + Math.max(0, length - 2) + around.count
    return {
      plain: plain / Math.sqrt(length) + this.bias.plain,
      groups: (groups + around.sparse) / Math.sqrt(count) + meant / length + around.meant / Math.max(1, around.terms) + this.bias.groups,
      namesGroup: around.terms > 0,
    }
  }

  /** Looks up what the pairs and triples that end at each word say: table by table, so that what lies far apart in memory comes together. */
  private lookUpNeighbours(numbers: Uint32Array): void {
    const { pairs, triples, found } = this
    const { length } = numbers
    for (let at = 0, last = 0; at < length; at += 1) {
      const hash = this.hashes[numbers[at] ?? 0] ?? 0
      pairs[at] = hashPair(last, hash)
      triples[at] = hashPair(pairs[at - 1] ?? 0, hash)
      last = hash
    }
    lookUp(this.plain.pairs, pairs, length, found.plainPairs)
    lookUp(this.groups.pairs, pairs, length, found.groupPairs)
    lookUp(this.putDowns.pairs, pairs, length, found.putDownPairs)
    lookUp(this.groups.triples, triples, length, found.groupTriples)
    lookUp(this.putDowns.triples, triples, length, found.putDownTriples)
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

/** A table by hashes; it has a power of two of places, so that the lowest bits are the place. */
interface Table {
  data: Int8Array
  scale: number
}

/** @throws Error when its places are no power of two, or no whole numbers */
function readTable(file: TensorFile, name: string): Table {
  const { data, scale } = file.read(name)
  if (!Number.isInteger(Math.log2(data.length)) || !(data instanceof Int8Array)) throw new Error(`The table ${name} is not one by hashes`)
  return { data, scale }
}

/** Writes to `found` what a table holds of each of these, whole numbers. */
function lookUp({ data }: Table, hashes: Uint32Array, length: number, found: Int8Array): void {
  const last = data.length - 1
  for (let at = 0; at < length; at += 1) found[at] = data[(hashes[at] ?? 0) & last] ?? 0
}

function weightOf({ data, scale }: Table, hash: number): number {
  return (data[hash & (data.length - 1)] ?? 0) * scale
}

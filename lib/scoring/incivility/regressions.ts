import { IDENTITY_FORM } from '../text/model-words'
import { hashForm, hashPair, listSubwords } from '../text/word-features'
import { LONGEST } from './net-reading'
import type { Tensor, TensorFile } from './tensor-file'
import { GeneralVectors } from './word-vectors'

/** Words on each side of a term of identity that say something of it. */
const AROUND = 6
/** Words whose numbers are kept, 3 MB; at the limit all are forgotten. */
const KEPT_WORDS = 50_000

/**
 * What a word adds: to the plain regression; to that for groups wherever it stands, before a term of identity and after one, from its
 * hash and (meant) from its general vector. Places in the word's row of numbers.
 */
const [PLAIN, ANYWHERE, BEFORE, AFTER, MEANT, MEANT_BEFORE, MEANT_AFTER] = [0, 1, 2, 3, 4, 5, 6] as const
const ROW = 7

interface RegressionReading {
  /** The plain regression's log-odds of "uncivil". */
  plain: number
  /** The same by the regression for groups, and whether the text names one. */
  groups: number
  namesGroup: boolean
}

/**
 * Two regressions on "uncivil", hashed, read in one go because both look up the same words.
 *
 * The plain one is over words, pairs of neighbouring words and subwords: the sum of their weights over the root of the number of
 * words. It knows turns of phrase that the net does not.
 *
 * The other is on what is said of groups of people (training/groups.py): over words, pairs and triples of neighbouring words and the
 * words on either side of a term of identity, and the mean of the general vectors of each. It learnt from sentences that hate, and
 * from those that only look like it: hate denied, quoted or answered, kind words, the same words about things.
 *
 * A word's own numbers are computed once and kept side by side: objects of boxed numbers all over the heap took longer to fetch than
 * to add.
 */
export class Regressions {
  private readonly plain: Record<'words' | 'pairs' | 'subwords', Tensor>
  private readonly groups: Record<'words' | 'pairs' | 'triples' | 'before' | 'after', Tensor>
  private readonly dense: Float32Array
  private readonly bias: Record<'plain' | 'groups', number>
  private readonly known = new Map<string, number>()
  private readonly hashes = new Uint32Array(KEPT_WORDS)
  private readonly numbers = new Float64Array(KEPT_WORDS * ROW)
  private readonly vector = new Float32Array(GeneralVectors.SIZE)
  /** The places of the text's words. */
  private readonly places = new Uint32Array(LONGEST)

  constructor(
    private readonly general: GeneralVectors,
    file: TensorFile,
  ) {
    this.plain = {
      words: file.read('regression.words'),
      pairs: file.read('regression.pairs'),
      subwords: file.read('regression.subwords'),
    }
    this.groups = {
      words: file.read('groups.words'),
      pairs: file.read('groups.pairs'),
      triples: file.read('groups.triples'),
      before: file.read('groups.before'),
      after: file.read('groups.after'),
    }
    this.dense = file.readFloats('groups.dense')
    this.bias = { plain: file.readFloats('regression.bias')[0] ?? 0, groups: file.readFloats('groups.bias')[0] ?? 0 }
  }

  /** Reads a text of these words, at least one and at most 220. */
  read(forms: readonly string[]): RegressionReading {
    if (this.known.size + forms.length > KEPT_WORDS) this.known.clear()
    let [plain, groups, meant] = [0, 0, 0]
    let last: number | null = null
    let lastPair: number | null = null
    for (let at = 0; at < forms.length; at += 1) {
      const place = this.findPlace(forms[at] ?? '')
      this.places[at] = place
      const hash = this.hashes[place] ?? 0
      plain += this.numberOf(place, PLAIN)
      groups += this.numberOf(place, ANYWHERE)
      meant += this.numberOf(place, MEANT)
      if (lastPair !== null) groups += weightOf(this.groups.triples, hashPair(lastPair, hash))
      lastPair = last === null ? null : hashPair(last, hash)
      if (lastPair !== null) {
        plain += weightOf(this.plain.pairs, lastPair)
        groups += weightOf(this.groups.pairs, lastPair)
      }
      last = hash
    }
    const { length } = forms
    const around = this.readAround(forms)
    const count = length + Math.max(0, length - 1) + Math.max(0, length - 2) + around.count
    return {
      plain: plain / Math.sqrt(length) + this.bias.plain,
      groups: (groups + around.sparse) / Math.sqrt(count) + meant / length + around.meant / Math.max(1, around.terms) + this.bias.groups,
      namesGroup: around.terms > 0,
    }
  }

  /** What the words on either side of each term of identity add; a word between two of them counts for both. */
  private readAround(forms: readonly string[]) {
    const sum = { sparse: 0, meant: 0, count: 0, terms: 0 }
    for (let term = forms.indexOf(IDENTITY_FORM); term >= 0; term = forms.indexOf(IDENTITY_FORM, term + 1)) {
      sum.terms += 1
      const to = Math.min(forms.length, term + 1 + AROUND)
      for (let at = Math.max(0, term - AROUND); at < to; at += 1) {
        if (at === term) continue
        const place = this.places[at] ?? 0
        sum.count += 1
        sum.sparse += this.numberOf(place, at < term ? BEFORE : AFTER)
        sum.meant += this.numberOf(place, at < term ? MEANT_BEFORE : MEANT_AFTER)
      }
    }
    return sum
  }

  private numberOf(place: number, part: number): number {
    return this.numbers[place * ROW + part] ?? 0
  }

  private findPlace(form: string): number {
    const known = this.known.get(form)
    if (known !== undefined) return known
    const place = this.known.size
    this.known.set(form, place)
    const hash = hashForm(form)
    this.hashes[place] = hash
    this.general.fill(form, this.vector)
    const { words, before, after } = this.groups
    const parts = [this.weighPlainly(form, hash), ...[words, before, after].map((table) => weightOf(table, hash))]
    this.numbers.set([...parts, this.project(0), this.project(1), this.project(2)], place * ROW)
    return place
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

function weightOf({ data, scale }: Tensor, hash: number): number {
  return (data[hash % data.length] ?? 0) * scale
}

import { IDENTITY_FORM } from '../model-words'
import { hashForm, hashPair } from '../word-features'
import type { Tensor, TensorFile } from './tensor-file'
import { GeneralVectors } from './word-vectors'

/** Words on each side of a term of identity that say something of it. */
const AROUND = 6
/** Words whose parts are kept; at the limit all are forgotten. */
const KEPT_WORDS = 50_000

/** What a word adds wherever it stands, before a term of identity and after one: from its hash, and from its general vector. */
interface WordParts {
  hash: number
  anywhere: number
  before: number
  after: number
  meant: number
  meantBefore: number
  meantAfter: number
}

/**
 * What is said of groups of people (training/groups.py): a regression over words, pairs of neighbouring words and the words on
 * either side of a term of identity, hashed, and the mean of the general vectors of each. It learnt from sentences that hate,
 * and from those that only look like it: hate denied, quoted or answered, kind words, the same words about things.
 */
export class GroupRegression {
  private readonly tables: Record<'words' | 'pairs' | 'before' | 'after', Tensor>
  private readonly dense: Float32Array
  private readonly bias: number
  private readonly known = new Map<string, WordParts>()
  private readonly vector = new Float32Array(GeneralVectors.SIZE)

  constructor(
    private readonly general: GeneralVectors,
    file: TensorFile,
  ) {
    this.tables = {
      words: file.read('groups.words'),
      pairs: file.read('groups.pairs'),
      before: file.read('groups.before'),
      after: file.read('groups.after'),
    }
    this.dense = file.readFloats('groups.dense')
    this.bias = file.readFloats('groups.bias')[0] ?? 0
  }

  /** The log-odds of "uncivil" for a text of these words, of which there is at least one, and whether it names a group. */
  read(forms: readonly string[]): { logit: number; namesGroup: boolean } {
    const words = forms.map((form) => this.lookUp(form))
    let sparse = 0
    let meant = 0
    let last: WordParts | null = null
    for (const word of words) {
      sparse += word.anywhere
      if (last !== null) sparse += weightOf(this.tables.pairs, hashPair(last.hash, word.hash))
      meant += word.meant
      last = word
    }
    const around = readAround(forms, words)
    const count = words.length * 2 - 1 + around.count
    const logit = (sparse + around.sparse) / Math.sqrt(count) + meant / words.length + around.meant / Math.max(1, around.terms) + this.bias
    return { logit, namesGroup: around.terms > 0 }
  }

  private lookUp(form: string): WordParts {
    const known = this.known.get(form)
    if (known !== undefined) return known
    if (this.known.size >= KEPT_WORDS) this.known.clear()
    const hash = hashForm(form)
    this.general.fill(form, this.vector)
    const made = {
      hash,
      anywhere: weightOf(this.tables.words, hash),
      before: weightOf(this.tables.before, hash),
      after: weightOf(this.tables.after, hash),
      meant: this.project(0),
      meantBefore: this.project(1),
      meantAfter: this.project(2),
    }
    this.known.set(form, made)
    return made
  }

  /** The word's vector times one of the three vectors of weights. */
  private project(part: number): number {
    let sum = 0
    for (let at = 0; at < GeneralVectors.SIZE; at += 1) sum += (this.vector[at] ?? 0) * (this.dense[part * GeneralVectors.SIZE + at] ?? 0)
    return sum
  }
}

/** What the words on either side of each term of identity add; a word between two of them counts for both. */
function readAround(forms: readonly string[], words: readonly WordParts[]) {
  const sum = { sparse: 0, meant: 0, count: 0, terms: 0 }
  for (let term = forms.indexOf(IDENTITY_FORM); term >= 0; term = forms.indexOf(IDENTITY_FORM, term + 1)) {
    sum.terms += 1
    const from = Math.max(0, term - AROUND)
    const to = Math.min(words.length, term + 1 + AROUND)
    for (let at = from; at < to; at += 1) {
      const word = words[at]
      if (word === undefined || at === term) continue
      sum.count += 1
      sum.sparse += at < term ? word.before : word.after
      sum.meant += at < term ? word.meantBefore : word.meantAfter
    }
  }
  return sum
}

function weightOf({ data, scale }: Tensor, hash: number): number {
  return (data[hash % data.length] ?? 0) * scale
}

import { readModelWords, type ModelVocabulary, type ModelWord } from '../model-words'
import { getGeneralVectors } from './general'
import { GroupRegression } from './group-regression'
import { readHarshLexicon } from './harsh-lexicon'
import { HEADS, type Head } from './heads'
import { Kernel } from './kernel'
import { ConvNet, LONGEST } from './net'
import { PlainRegression } from './regression'
import { readWeights, TensorFile } from './tensor-file'
import { addTone, type Tone } from './tone'

/** What the model says of one text. */
export interface IncivilityReading {
  words: readonly ModelWord[]
  /** Log-odds by head: the net's, calibrated, and what tone adds (tone.ts). */
  logits: Readonly<Record<Head | Tone, number>>
  /** Log-odds by head as the net gives them, calibrated. */
  trained: Readonly<Record<Head, number>>
  /** Log-odds of each word to be part of what is uncivil; of the first 220. */
  perWord: Float32Array
  /** The nets' last layers, one after the other: a description of the text, about unit variance. */
  hidden: Float32Array
}

/** How much the regression's log-odds of "uncivil" count beside the net's (docs/models.md). */
const REGRESSION_SHARE = 0.35
/** The same of the regression for groups, by head: always, more in a short text, more where a text names a group, and more in both. */
const GROUP_SHARES = { uncivil: [0.2, 0.2, 0, 0.5], identity_attack: [0.5, 0, 0.2, 0] } as const
/** Where a short text names a group, net and plain regression count so much less. */
const LESS_IN_BOTH = 0.3
/** A text of 30 words is not short, one of 15 is. */
const howShort = (words: number) => Math.min(1, Math.max(0, (30 - words) / 15))

/** The trained nets with all they need; 11 MB of weights and about 90 MB of memory, loaded once. */
class IncivilityModel {
  readonly version: string
  readonly vocabulary: ModelVocabulary
  private readonly nets: readonly ConvNet[]
  private readonly regression: PlainRegression
  private readonly groups: GroupRegression
  private readonly slope: Float32Array
  private readonly offset: Float32Array
  private readonly hiddenScale: Float32Array

  constructor() {
    const general = getGeneralVectors()
    const file = new TensorFile(readWeights('incivility.bin'))
    const kernel = new Kernel()
    this.version = file.version
    this.vocabulary = { isWord: (form) => general.has(form), lexicon: readHarshLexicon() }
    const count = file.readFloats('nets')[0] ?? 0
    this.nets = Array.from({ length: count }, (_, at) => new ConvNet(kernel, general, file, `net${at}`))
    this.regression = new PlainRegression(file)
    this.groups = new GroupRegression(general, file)
    this.slope = file.readFloats('calibration.slope')
    this.offset = file.readFloats('calibration.offset')
    this.hiddenScale = file.readFloats('hidden_scale')
  }

  /** Reads a text. Null when there is no word or emoji in it. */
  read(text: string): IncivilityReading | null {
    const words = readModelWords(text, this.vocabulary)
    if (!words.some(({ form }) => SAYS_SOMETHING.test(form))) return null
    const forms = words.slice(0, LONGEST).map(({ form }) => form)
    const sums = new Float32Array(HEADS.length)
    const perWord = new Float32Array(forms.length)
    const hidden = new Float32Array(this.hiddenScale.length)
    let filled = 0
    for (const net of this.nets) {
      const reading = net.read(forms)
      if (reading === null) return null
      addShare(reading.logits, 1 / this.nets.length, sums)
      addShare(reading.words, 1 / this.nets.length, perWord)
      hidden.set(reading.hidden, filled)
      filled += reading.hidden.length
    }
    for (let at = 0; at < filled; at += 1) hidden[at] = (hidden[at] ?? 0) * (this.hiddenScale[at] ?? 1)
    this.addRegressions(forms, sums)
    const trained = {} as Record<Head, number>
    HEADS.forEach((head, at) => (trained[head] = (sums[at] ?? 0) * (this.slope[at] ?? 1) + (this.offset[at] ?? 0)))
    return { words, logits: addTone(trained, forms), trained, perWord, hidden }
  }

  private addRegressions(forms: readonly string[], sums: Float32Array): void {
    const { logit, namesGroup } = this.groups.read(forms)
    const short = howShort(forms.length)
    const named = namesGroup ? 1 : 0
    const overall = (sums[0] ?? 0) + REGRESSION_SHARE * this.regression.read(forms)
    sums[0] = overall * (1 - LESS_IN_BOTH * named * short)
    HEADS.forEach((head, at) => {
      if (head !== 'uncivil' && head !== 'identity_attack') return
      const [always, ifShort, ifNamed, ifBoth] = GROUP_SHARES[head]
      sums[at] = (sums[at] ?? 0) + (always + ifShort * short + ifNamed * named + ifBoth * named * short) * logit
    })
  }
}

/** A letter, an emoji, or what stands for a term of identity. */
const SAYS_SOMETHING = /[\p{L}\p{Extended_Pictographic}<]/u

function addShare(values: Float32Array, share: number, target: Float32Array): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + share * (values[at] ?? 0)
}

/** One for the process: the server in front and the pages behind it are bundled apart. */
const shared = globalThis as typeof globalThis & { parleyIncivility?: IncivilityModel }

/** The shipped model, loaded at its first use (about half a second). */
export function getIncivilityModel(): IncivilityModel {
  return (shared.parleyIncivility ??= new IncivilityModel())
}

import { readModelWords, type ModelVocabulary, type ModelWord } from '../model-words'
import { RespellingLexicon } from '../respell'
import { getGeneralVectors } from './general'
import { HEADS, type Head } from './heads'
import { Kernel } from './kernel'
import { ConvNet, LONGEST } from './net'
import { PlainRegression } from './regression'
import { readWeights, TensorFile } from './tensor-file'
import { addTone } from './tone'

/** What the model says of one text. */
export interface IncivilityReading {
  words: readonly ModelWord[]
  /** Log-odds by head: the net's, calibrated, and what phrases add (tone.ts). */
  logits: Readonly<Record<Head, number>>
  /** Log-odds by head as the net gives them, calibrated. */
  trained: Readonly<Record<Head, number>>
  /** Log-odds of each word to be part of what is uncivil; of the first 220. */
  perWord: Float32Array
  /** The nets' last layers, one after the other: a description of the text, about unit variance. */
  hidden: Float32Array
}

/** How much the regression's log-odds of "uncivil" count beside the net's (docs/models.md). */
const REGRESSION_SHARE = 0.35

/** The trained nets with all they need; 15 MB of weights and about 60 MB of memory, loaded once. */
class IncivilityModel {
  readonly version: string
  readonly vocabulary: ModelVocabulary
  private readonly nets: readonly ConvNet[]
  private readonly regression: PlainRegression
  private readonly slope: Float32Array
  private readonly offset: Float32Array
  private readonly hiddenScale: Float32Array

  constructor() {
    const general = getGeneralVectors()
    const harsh = readWeights('harsh-words.txt').toString('utf8').split('\n')
    const file = new TensorFile(readWeights('incivility.bin'))
    const kernel = new Kernel()
    this.version = file.version
    this.vocabulary = { isWord: (form) => general.has(form), lexicon: new RespellingLexicon(harsh.filter((word) => word !== '')) }
    const count = file.readFloats('nets')[0] ?? 0
    this.nets = Array.from({ length: count }, (_, at) => new ConvNet(kernel, general, file, `net${at}`))
    this.regression = new PlainRegression(file)
    this.slope = file.readFloats('calibration.slope')
    this.offset = file.readFloats('calibration.offset')
    this.hiddenScale = file.readFloats('hidden_scale')
  }

  /** Reads a text. Null when there is no word or emoji in it. */
  read(text: string): IncivilityReading | null {
    const words = readModelWords(text, this.vocabulary)
    if (!words.some(({ form }) => /[\p{L}\p{Extended_Pictographic}<]/u.test(form))) return null
    const forms = words.map(({ form }) => form)
    const sums = new Float32Array(HEADS.length)
    const hidden: number[] = []
    let perWord: Float32Array | null = null
    for (const net of this.nets) {
      const reading = net.read(forms)
      if (reading === null) return null
      for (let head = 0; head < sums.length; head += 1) sums[head] = (sums[head] ?? 0) + (reading.logits[head] ?? 0) / this.nets.length
      perWord ??= new Float32Array(reading.words.length)
      for (let at = 0; at < perWord.length; at += 1) perWord[at] = (perWord[at] ?? 0) + (reading.words[at] ?? 0) / this.nets.length
      hidden.push(...reading.hidden)
    }
    sums[0] = (sums[0] ?? 0) + REGRESSION_SHARE * this.regression.read(forms.slice(0, LONGEST))
    const trained = Object.fromEntries(
      HEADS.map((head, at) => [head, (sums[at] ?? 0) * (this.slope[at] ?? 1) + (this.offset[at] ?? 0)]),
    ) as Record<Head, number>
    const scaled = Float32Array.from(hidden, (value, at) => value * (this.hiddenScale[at] ?? 1))
    return { words, logits: addTone(trained, text), trained, perWord: perWord ?? new Float32Array(), hidden: scaled }
  }
}

/** One for the process: the server in front and the pages behind it are bundled apart. */
const shared = globalThis as typeof globalThis & { parleyIncivility?: IncivilityModel }

/** The shipped model, loaded at its first use (about half a second). */
export function getIncivilityModel(): IncivilityModel {
  return (shared.parleyIncivility ??= new IncivilityModel())
}

import { readModelWords, spanOf, type ModelVocabulary, type ModelWord } from '../text/model-words'
import { DeepNet } from './deep-net'
import { getGeneralVectors } from './general'
import { readHarshLexicon } from './harsh-lexicon'
import { HEADS, type Head } from './heads'
import { Kernel } from './kernel'
import { KeptForms } from './kept-forms'
import { ConvNet } from './net'
import { LONGEST, type NetReading } from './net-reading'
import { PieceNet } from './piece-net'
import { Regressions } from './regressions'
import { readMeant } from './quoted'
import { findDoubtfulSentences, findSentenceStarts, hearPutDown, NOTHING_HEARD, type HeardPutDown } from './put-down-hearing'
import { SentenceViews } from './sentence-views'
import { hasLetterOrEmoji, NO_TONES, NOTHING_SAID, saysSomething } from './nothing-said'
import { howShort } from './shortness'
import { readWeights, TensorFile } from './tensor-file'
import { addTone } from './tone'
import { ToneModel, type Tone } from './tone-model'
import { countPhrases } from './tone-style'
import type { GeneralVectors } from './word-vectors'

/** What the model says of one text. */
export interface IncivilityReading {
  words: readonly ModelWord[]
  /** Log-odds by head: the net's, calibrated, and what tones add (tone.ts). */
  logits: Readonly<Record<Head | Tone, number>>
  /** Log-odds by head as the net gives them, calibrated. */
  trained: Readonly<Record<Head, number>>
  /** Log-odds of each word to be part of what is uncivil; of the first 220. */
  perWord: Float32Array
  /** The first net's last layer: a description of the text, about unit variance. */
  hidden: Float32Array
  /** A put-down in plain words, and in which of `words`. */
  heard: HeardPutDown
}

/** Sentence vectors (lib/scoring/topicality/sentence-vectors.ts) of a whole text, and what `readPieces` says of it. */
export interface WholeText {
  whole: Float32Array
  /** The same of the text with one word for all terms of identity. */
  unnamed: Float32Array
  pieces: Float32Array
}

export interface TextVectors extends WholeText {
  /** The same of the text without the harsh words that insult nobody; null where there are none. */
  meant: WholeText | null
  /** Vectors of the doubtful sentences, by their first word. */
  sentences: ReadonlyMap<number, Float32Array>
}

/** How much the regression's log-odds of "uncivil" count beside the net's (docs/models.md). */
const REGRESSION_SHARE = 0.35
/** The same of the regression for groups, by head: always, more in a short text, more where a text names a group, and more in both. */
const GROUP_SHARES = { uncivil: [0.2, 0.2, 0, 0.5], identity_attack: [0.5, 0, 0.2, 0] } as const
/** Where a short text names a group, net and plain regression count so much less. */
const LESS_IN_BOTH = 0.3
/** How much the regression over sentence vectors counts. */
const SENTENCE_SHARE = 0.4
/** And how much less where a short text names a group: "women are nice" is close to much that is not. */
const SENTENCE_LESS_IN_BOTH = 0.6
/** How much what a short text says of people counts by its sentence vector, and how much more where it names a group. */
const STATEMENT_IF_SHORT = 0.1
const STATEMENT_IF_BOTH = 1.2
/** How much the net over pieces of words counts, by head: what it says of the others is no better than what is known. */
const PIECE_SHARES: Partial<Record<Head, number>> = { uncivil: 0.3, identity_attack: 0.5, sexual: 0.5 }

/** What makes a probability of log-odds, by head. */
interface Calibration {
  slope: Float32Array
  offset: Float32Array
}

/** What reading thoroughly adds, with the calibration of it all; loaded when somebody asks for it. */
interface Second {
  net: DeepNet
  sentence: SentenceViews
  pieces: PieceNet
  calibration: Calibration
}

/** The trained nets with all they need; 11 MB of weights and about 75 MB of memory, loaded once. The second net takes 20 MB more. */
class IncivilityModel {
  readonly vocabulary: ModelVocabulary
  private readonly general = getGeneralVectors()
  private readonly net: ConvNet
  private readonly regressions: Regressions
  private readonly tones: ToneModel
  private readonly kept: KeptForms
  private readonly calibration: Calibration
  private readonly hiddenScale: Float32Array
  private second: Second | null = null

  constructor() {
    const file = new TensorFile(readWeights('incivility.bin'))
    const putDowns = new TensorFile(readWeights('put-downs.bin'))
    this.vocabulary = { isWord: (form) => this.general.has(form), lexicon: readHarshLexicon() }
    this.net = new ConvNet(new Kernel(), this.general, file, 'net')
    this.regressions = new Regressions(this.general, file, putDowns)
    this.tones = new ToneModel(this.general, new TensorFile(readWeights('tones.bin')))
    this.kept = new KeptForms((form, number) => {
      this.net.keep(form, number)
      this.regressions.keep(form, number)
      this.tones.keep(form, number)
    })
    this.calibration = readCalibration(file)
    this.hiddenScale = file.readFloats('hidden_scale')
  }

  /** Reads a text as fast as ingest has to. Null when there is no word or emoji in it. */
  read(text: string): IncivilityReading | null {
    return this.readWith(text, null)
  }

  /**
   * Reads a text with both nets and, when there are any, its sentence vectors: better, six times slower. The log-odds are calibrated for
   * texts with vectors.
   */
  readThoroughly(text: string, vectors: TextVectors | null): IncivilityReading | null {
    return this.readWith(text, this.getSecond(), vectors)
  }

  /** Log-odds by head of a text in which nobody is named (text/masked-text.ts), by the states of its pieces. */
  readPieces(states: Float32Array): Float32Array {
    return this.getSecond().pieces.read(states)
  }

  private getSecond(): Second {
    return (this.second ??= loadSecond(this.general))
  }

  /** Lets go of what reading thoroughly takes beside the vectors, 20 MB; the next such reading loads it again. */
  forgetSecond(): void {
    this.second = null
  }

  /** The sentences of a text that are worth a vector of their own, each with its place among the words. */
  findDoubtfulSentences(text: string): { from: number; text: string }[] {
    const words = readModelWords(text, this.vocabulary)
    const starts = findSentenceStarts(text, words)
    if (starts.length === 0) return []
    const forms = words.slice(0, LONGEST).map(({ form }) => form)
    this.regressions.read(forms, this.kept.numberWords(forms))
    const doubtful = findDoubtfulSentences(starts, forms.length, (from, to) => this.regressions.readPutDown(from, to))
    return doubtful.map(({ from, to }) => {
      const { start, end } = spanOf(words.slice(from, to))
      // With the mark that ends it: the vectors tell a question from what is said.
      return { from, text: text.slice(start, Math.max(end, words[to]?.start ?? text.length)).trim() }
    })
  }

  private readWith(text: string, second: Second | null, vectors: TextVectors | null = null): IncivilityReading | null {
    const words = readModelWords(text, this.vocabulary)
    if (!words.some(hasLetterOrEmoji)) return null
    const forms = words.slice(0, LONGEST).map(({ form }) => form)
    const starts = findSentenceStarts(text, words)
    const softened = readMeant(text, words).slice(0, LONGEST)
    const written = this.readForms(forms, starts, second, vectors)
    const meant = softened.every((form, at) => form === forms[at])
      ? written
      : atMostMild(written, this.readForms(softened, starts, second, vectors && { ...vectors, ...vectors.meant }))
    const { perWord, hidden, heard } = meant
    const logits = addTone(meant.trained, softened, meant.phrases, meant.tones, vectors !== null, heard.least)
    return { words, logits, trained: written.trained, perWord, hidden, heard }
  }

  private readForms(forms: readonly string[], starts: readonly number[], second: Second | null, vectors: TextVectors | null) {
    const numbers = this.kept.numberWords(forms)
    const first = this.net.read(numbers)
    const others = second?.net.read(forms) ?? null
    const sums = meanOf(first, others, 'logits')
    const perWord = meanOf(first, others, 'words')
    const hidden = first.hidden.map((value, at) => value * (this.hiddenScale[at] ?? 1))
    const inBoth = this.addRegressions(forms, numbers, sums)
    const putDown = second === null || vectors === null ? null : addViews(sums, second.sentence, vectors, howShort(forms.length), inBoth)
    const { slope, offset } = second?.calibration ?? this.calibration
    const isSaid = forms.some(saysSomething)
    const trained = {} as Record<Head, number>
    HEADS.forEach((head, at) => (trained[head] = isSaid ? (sums[at] ?? 0) * (slope[at] ?? 1) + (offset[at] ?? 0) : NOTHING_SAID))
    const readPutDown = (from: number, to: number) => this.regressions.readPutDown(from, to)
    const heard = isSaid ? hearPutDown(forms, starts, readPutDown, putDown) : NOTHING_HEARD
    const phrases = countPhrases(forms)
    const told = { forms, phrases, words: this.tones.hearWords(numbers), vector: vectors?.unnamed ?? null }
    return { trained, tones: isSaid ? this.tones.read(trained, told) : NO_TONES, phrases, heard, perWord, hidden }
  }

  /** Returns how short a text is that names a group, 0–1; 0 for one that names none. */
  private addRegressions(forms: readonly string[], numbers: Uint32Array, sums: Float32Array): number {
    const { plain, groups, namesGroup } = this.regressions.read(forms, numbers)
    const short = howShort(forms.length)
    const named = namesGroup ? 1 : 0
    const overall = (sums[0] ?? 0) + REGRESSION_SHARE * plain
    sums[0] = overall * (1 - LESS_IN_BOTH * named * short)
    HEADS.forEach((head, at) => {
      if (head !== 'uncivil' && head !== 'identity_attack') return
      const [always, ifShort, ifNamed, ifBoth] = GROUP_SHARES[head]
      sums[at] = (sums[at] ?? 0) + (always + ifShort * short + ifNamed * named + ifBoth * named * short) * groups
    })
    return named * short
  }
}

/** What is harsh only of a thing, or of the one who writes, counts up to so many log-odds: 0.29. */
const MOST_IF_MILD = -0.9

/** A reading held to what is left without the words that mean no insult, and the most they may count. */
function atMostMild<Read extends { trained: Record<Head, number> }>(written: Read, softened: Read): Read {
  for (const head of HEADS) softened.trained[head] = Math.max(softened.trained[head], Math.min(written.trained[head], MOST_IF_MILD))
  return softened
}

function meanOf(first: NetReading, second: NetReading | null, part: 'logits' | 'words'): Float32Array {
  return second === null ? first[part].slice() : first[part].map((value, at) => (value + (second[part][at] ?? 0)) / 2)
}

/** Adds what the sentence vector says to the log-odds of "uncivil"; returns what it and those of sentences say of put-downs. */
function addViews(sums: Float32Array, views: SentenceViews, { whole, pieces, sentences }: TextVectors, short: number, inBoth: number) {
  const general = SENTENCE_SHARE * (1 - SENTENCE_LESS_IN_BOTH * inBoth) * views.readInGeneral(whole)
  const statement = (STATEMENT_IF_SHORT * short + STATEMENT_IF_BOTH * inBoth) * views.readStatement(whole)
  sums[0] = (sums[0] ?? 0) + general + statement
  HEADS.forEach((head, at) => (sums[at] = (sums[at] ?? 0) + (PIECE_SHARES[head] ?? 0) * (pieces[at] ?? 0)))
  const ofSentences = new Map([...sentences].map(([from, vector]) => [from, views.readPutDown(vector)] as const))
  return { whole: views.readPutDown(whole), sentences: ofSentences }
}

function readCalibration(file: TensorFile): Calibration {
  return { slope: file.readFloats('calibration.slope'), offset: file.readFloats('calibration.offset') }
}

function loadSecond(general: GeneralVectors): Second {
  const file = new TensorFile(readWeights('incivility-second.bin'))
  const sentence = new SentenceViews(file, new TensorFile(readWeights('put-downs.bin')))
  return { net: new DeepNet(new Kernel(), general, file, 'net'), sentence, pieces: new PieceNet(file), calibration: readCalibration(file) }
}

/** One for the process: the server in front and the pages behind it are bundled apart. */
const shared = globalThis as typeof globalThis & { parleyIncivility?: IncivilityModel }

/** The shipped model, loaded at its first use (about half a second). */
export function getIncivilityModel(): IncivilityModel {
  return (shared.parleyIncivility ??= new IncivilityModel())
}

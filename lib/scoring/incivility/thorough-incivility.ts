import { setImmediate } from 'node:timers/promises'
import { isEnglish } from '../language/language-gate'
import { scoreByJudgement } from '../judgement/apply-judgement'
import type { ScoreReason } from '../../contracts/score'
import type { LateScorer } from '../late-scorer'
import type { ScorerInput } from '../scorer'
import { SCORER_VERSIONS } from '../scorer-versions'
import { SentenceVectors } from '../topicality/sentence-vectors'
import { maskIdentityTerms, writePlainly } from '../text/masked-text'
import { placeWords } from '../text/placed-words'
import { showText } from '../text/shown-text'
import { incivility, scoreKinds } from './incivility'
import { getIncivilityModel, type IncivilityReading, type WholeText } from './model'
import { readMeant } from './quoted'
import { findReasons, hasReasons } from './reasons'
import { SpanNet } from './span-net'
import { readWeights, TensorFile } from './tensor-file'

/** What all there is says of a text. */
export interface ThoroughReading extends IncivilityReading {
  /** The sentence vector of the text, with one word for all terms of identity. */
  vector: Float32Array
  /** Which words are meant; null where nobody asks why. */
  reason: ScoreReason | null
}

/** Reads texts with all there is: two nets and what the sentence encoder says. */
export interface ThoroughReader {
  /** One reading for each text; null for other languages and for texts without words. */
  read: (bodies: readonly string[]) => Promise<(ThoroughReading | null)[]>
  stop: () => Promise<void>
}

/** Where no word is meant as likely as this, what is uncivil is the tone: nothing is kept, and whoever looks has the nets over words asked. */
const LEAST_KEPT = 0.15

/** Which texts a reason is asked of, and from what weight on one is kept. */
const ASKS = {
  all: { isAsked: () => true, leastWeight: 0 },
  likely: { isAsked: hasReasons, leastWeight: LEAST_KEPT },
  none: { isAsked: () => false, leastWeight: 0 },
}

/**
 * Loads what reading thoroughly takes: some 15 milliseconds a text, nearly all of them in the thread of the sentence vectors.
 *
 * @param explains which texts get a reason: every one, however weak it is; likely uncivil ones in which a word is likely meant; or none
 */
export async function startThoroughReader(explains: keyof typeof ASKS = 'likely'): Promise<ThoroughReader> {
  const vectors = await SentenceVectors.start()
  const spans = new SpanNet(new TensorFile(readWeights('spans.bin')))
  const stop = () => {
    getIncivilityModel().forgetSecond()
    return vectors.stop()
  }
  const read = async (bodies: readonly string[]) => addReasons(bodies, await readAll(bodies, vectors), ASKS[explains], { vectors, spans })
  return { read, stop }
}

async function readAll(bodies: readonly string[], vectors: SentenceVectors): Promise<(ThoroughReading | null)[]> {
  const { vocabulary } = getIncivilityModel()
  const english = bodies.map(isEnglish)
  const doubtful = bodies.map((body, at) => (english[at] ? getIncivilityModel().findDoubtfulSentences(body) : []))
  const known = bodies.filter((_body, at) => english[at]).map(showText)
  const written = known.map((text) => writePlainly(text, vocabulary))
  const meant = known.map((text) => writePlainly(text, vocabulary, readMeant))
  const wholes = await readWholes([...written, ...meant.filter((text, at) => text !== written[at])], vectors)
  const ofMeant = wholes.splice(written.length)
  const ofSentences = await vectors.embed(doubtful.flat().map(({ text }) => writePlainly(showText(text), vocabulary, readMeant)))
  const readings: (ThoroughReading | null)[] = []
  for (const [at, body] of bodies.entries()) {
    const whole = english[at] ? wholes.shift() : undefined
    const isMild = whole !== undefined && written.shift() !== meant.shift()
    const sentences = new Map((doubtful[at] ?? []).map(({ from }) => [from, ofSentences.shift() ?? new Float32Array()] as const))
    const meantToo = isMild ? (ofMeant.shift() ?? null) : null
    const reading = whole === undefined ? null : getIncivilityModel().readThoroughly(body, { ...whole, meant: meantToo, sentences })
    readings.push(whole === undefined || reading === null ? null : { ...reading, vector: whole.unnamed, reason: null })
    // Half a millisecond each: whoever waits for the process has its turn in between.
    await setImmediate()
  }
  return readings
}

/** Has the encoder read once more, as they are written, those texts of which somebody asks why. */
async function addReasons(
  bodies: readonly string[],
  readings: (ThoroughReading | null)[],
  { isAsked, leastWeight }: { isAsked: (reading: ThoroughReading) => boolean; leastWeight: number },
  { vectors, spans }: { vectors: SentenceVectors; spans: SpanNet },
): Promise<(ThoroughReading | null)[]> {
  const { vocabulary } = getIncivilityModel()
  const asked = readings.flatMap((reading, at) => {
    if (reading === null || !isAsked(reading)) return []
    return [{ reading, placed: placeWords(bodies[at] ?? '', reading.words.slice(0, reading.perWord.length), vocabulary) }]
  })
  for await (const encoded of vectors.embedWithStates(asked.map(({ placed }) => placed.text))) {
    const next = asked.shift()
    if (next === undefined) break
    const told = spans.read(encoded, next.placed)
    next.reading.perWord = next.reading.perWord.map((logit, word) => (word < told.length ? (logit + (told[word] ?? 0)) / 2 : logit))
    const found = findReasons(next.reading)
    if (leastWeight === 0 || found.some(({ weight }) => weight >= leastWeight)) next.reading.reason = { spans: found, sentences: [] }
  }
  return readings
}

/** Of each text its vectors, and what is said of its pieces, in which nobody is named. */
async function readWholes(texts: readonly string[], vectors: SentenceVectors): Promise<WholeText[]> {
  const model = getIncivilityModel()
  const masked = texts.map((text) => maskIdentityTerms(text, model.vocabulary))
  const wholes: WholeText[] = []
  for await (const { vector, states } of vectors.embedWithStates(masked))
    wholes.push({ whole: vector, unnamed: vector, pieces: model.readPieces(states) })
  const naming = texts.filter((text, at) => text !== masked[at])
  const ofNaming = await vectors.embed(naming)
  return wholes.map((read, at) => (texts[at] === masked[at] ? read : { ...read, whole: ofNaming.shift() ?? read.whole }))
}

/**
 * The same numbers as `incivility`, read thoroughly: too slow for ingest, where it would take longer than all else. It has the
 * name of the scorer whose numbers it replaces, and a version of its own.
 */
export const thoroughIncivility: LateScorer = {
  name: incivility.name,
  version: SCORER_VERSIONS.late_incivility,
  start: async () => {
    const reader = await startThoroughReader()
    const read = (inputs: readonly ScorerInput[]) => reader.read(inputs.map(({ body }) => body))
    return {
      score: async (inputs) => (await read(inputs)).map((reading) => reading && scoreKinds(reading.logits, reading.reason)),
      judge: async (inputs) => {
        const readings = await read(inputs)
        return inputs.map((input, at) => scoreByJudgement(input, input.newsroom, readings[at] ?? null))
      },
      stop: reader.stop,
    }
  },
}

// Fits how tones are told (lib/scoring/incivility/tone.ts) on 200 news comments that one reader marked: node --import tsx training/fit-tone.ts DATA_FOLDER
// tone-labels.json holds rows of civil-comments-1k/seed200.csv by tone. Writes lib/scoring/weights/tone.json, and ROC-AUC by eight folds for the report.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { rocAuc } from '../lib/scoring/evaluation/ranking'
import { getIncivilityModel } from '../lib/scoring/incivility/model'
import { LONGEST } from '../lib/scoring/incivility/net-reading'
import { describeTone, TONE_FEATURES, TONES } from '../lib/scoring/incivility/tone'
import { fitLogistic, type DesignMatrix } from '../lib/scoring/judgement/fit-logistic'

const FOLDS = 8
/** Few labels move many weights: as hard to move as if so many comments spoke for 0. */
const PRECISION = 15
/** What is uncivil is a little likelier of any tone: the mean that the labels have to speak against. */
const UNCIVIL_MEAN = 0.2
/** The reader marked more than moderators do. */
const POSITIVE_COUNT = 0.5

const root = path.join(import.meta.dirname, '..')
const weightsFile = path.join(root, 'lib/scoring/weights/tone.json')
const seed = path.join(process.argv[2] ?? '', 'civil-comments-1k/seed200.csv')
const rows = parse<{ example: string }>(readFileSync(seed), { columns: true })
const labels = JSON.parse(readFileSync(path.join(root, 'training/tone-labels.json'), 'utf8')) as Record<string, number[]>

// The model itself asks for the weights that are made here.
writeFileSync(weightsFile, JSON.stringify(Object.fromEntries(TONES.map((tone) => [tone, [...TONE_FEATURES, 1].map(() => 0)]))))
const model = getIncivilityModel()
const read = rows.map(({ example }) => {
  const reading = model.read(example)
  return (
    reading &&
    describeTone(
      reading.trained,
      reading.words.slice(0, LONGEST).map(({ form }) => form),
    )
  )
})
const known = read.flatMap((features, row) => (features === null ? [] : [{ row, features }]))
const means = TONE_FEATURES.map((_, at) => known.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / known.length)
const spreads = TONE_FEATURES.map((_, at) =>
  Math.sqrt(known.reduce((sum, { features }) => sum + ((features[at] ?? 0) - (means[at] ?? 0)) ** 2, 0) / known.length),
)
const size = TONE_FEATURES.length + 1
const matrix: DesignMatrix = {
  rows: known.length,
  denseSize: size,
  dense: Float32Array.from(
    known.flatMap(({ features }) => [...features.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)), 1]),
  ),
  sparseSize: 0,
  starts: new Uint32Array(known.length + 1),
  slots: new Uint32Array(),
  sparseValue: new Float32Array(known.length),
}
const prior = {
  priorMean: Float64Array.from({ length: size }, (_, at) => (TONE_FEATURES[at] === 'uncivil' ? UNCIVIL_MEAN : 0)),
  priorPrecision: Float64Array.from({ length: size }, (_, at) => (at === size - 1 ? 0.01 : PRECISION)),
}

async function fit(marked: ReadonlySet<number>, isLeftOut: (at: number) => boolean): Promise<Float64Array> {
  const wanted = Uint8Array.from(known, ({ row }) => (marked.has(row) ? 1 : 0))
  const counts = Float32Array.from(known, (_, at) => (isLeftOut(at) ? 0 : wanted[at] === 1 ? POSITIVE_COUNT : 1))
  return fitLogistic({ matrix, labels: wanted, counts, ...prior }, () => Promise.resolve())
}

const logitOf = (weights: Float64Array, at: number) =>
  weights.reduce((sum, weight, place) => sum + weight * (matrix.dense[at * size + place] ?? 0), 0)

const fitted: Record<string, number[]> = {}
const figures: Record<string, number> = {}
for (const tone of TONES) {
  // What moderators mark as condescension is both: talking down, and waving away.
  const marked = new Set([...(labels[tone] ?? []), ...(tone === 'condescension' ? (labels['dismissal'] ?? []) : [])])
  const judged = known.map(({ row }) => ({ score: 0, isPositive: marked.has(row) }))
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = await fit(marked, (at) => at % FOLDS === fold)
    for (const [at, one] of judged.entries()) if (at % FOLDS === fold) one.score = logitOf(weights, at)
  }
  const weights = await fit(marked, () => false)
  const plain = TONE_FEATURES.map((_, at) => (weights[at] ?? 0) / (spreads[at] ?? 1))
  const constant = (weights[size - 1] ?? 0) - plain.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0)
  figures[tone] = rocAuc(judged) ?? NaN
  fitted[tone] = [...plain, constant].map((weight) => Math.round(weight * 1e4) / 1e4)
  console.log(
    tone,
    marked.size,
    'of',
    known.length,
    'ROC-AUC by folds',
    figures[tone].toFixed(3),
    TONE_FEATURES.map((name, at) => `${name} ${(weights[at] ?? 0).toFixed(2)}`).join(' '),
  )
}
writeFileSync(weightsFile, `${JSON.stringify(fitted, null, 1)}\n`)
writeFileSync(path.join(root, 'training/cache/tones.json'), JSON.stringify(figures))

// What the models say of the comments that tone-marks.tsv marks, for tones.py: node --import tsx training/tone-readings.ts DATA_FOLDER
// Writes cache/tone-readings.ndjson, a line a comment: its source, marks (0-1, in the order of TONES), how it speaks, both readings' log-odds by head,
// hashes of its words and pairs, the sum of its words' general vectors over the root of their number, its sentence vector. In the second file, the
// same of sentences written for this project, for the test.
import { createWriteStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { HEADS } from '../lib/scoring/incivility/heads'
import { getIncivilityModel, type IncivilityReading } from '../lib/scoring/incivility/model'
import { LONGEST } from '../lib/scoring/incivility/net-reading'
import { startThoroughReader } from '../lib/scoring/incivility/thorough-incivility'
import { getGeneralVectors } from '../lib/scoring/incivility/general'
import { countPhrases, describeStyle } from '../lib/scoring/incivility/tone-style'
import { GeneralVectors } from '../lib/scoring/incivility/word-vectors'
import { hashForm, hashPair } from '../lib/scoring/text/word-features'

const LOT = 32
/** Of a debater's comment, so much is marked: whole sentences up to here. */
const [LONGEST_CUT, LONGEST_SENTENCE] = [280, 300]
/** Sentences written for this project, by their files and lines. */
const WRITTEN = [
  'put-down-said',
  'put-down-said-civil',
  ...['condescending', 'dismissive', 'generalising', 'hostile', 'mockery', 'civil'].map((name) => `template-${name}`),
]
const root = path.join(import.meta.dirname, '..')
const data = process.argv[2] ?? ''

interface Marked {
  source: string
  text: string
  marks: number[]
}

const readTable = (file: string, columns: string[] | true) =>
  parse<Record<string, string>>(readFileSync(path.join(data, file)), { columns, bom: true, relax_quotes: true })

function cutToSentences(text: string): string {
  let kept = ''
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    if (kept !== '' && kept.length + sentence.length > LONGEST_CUT) break
    kept = `${kept} ${sentence}`.trim()
  }
  return kept.slice(0, LONGEST_SENTENCE)
}

const readPatterns = (name: string) =>
  readFileSync(path.join(root, `training/patterns/${name}.txt`), 'utf8')
    .trim()
    .replaceAll(/\{\w+\}/g, 'trains')
    .split('\n')

function readMarked(): Marked[] {
  const news = readTable('civil-comments-1k/civil_comments_multilabel.csv', true)
  const seed = readTable('civil-comments-1k/seed200.csv', true)
  const forum = readTable('reddit-incivility/incivility_coded_0302.train.csv', ['comment', 'label'])
  const posts = new Map(readTable('civil-toxic-spans/comments.csv', true).map((row) => [row['comment_id'], row['comment_text']]))
  const debates = new Map(readTable('nyt-roomfordebate-topic/comments.csv', true).map((row) => [row['id'], row['text'] ?? '']))
  const find: Record<string, (id: string) => string | undefined> = {
    'civil-1k': (id) => news[Number(id)]?.['text'],
    seed: (id) => seed[Number(id)]?.['example'],
    reddit: (id) => forum[Number(id)]?.['comment'],
    'civil-spans': (id) => posts.get(id),
    debate: (id) => cutToSentences(debates.get(id) ?? ''),
    'debate-whole': (id) => debates.get(id),
    ...Object.fromEntries(WRITTEN.map((name) => [name, (id: string) => readPatterns(name)[Number(id)]])),
  }
  const lines = readFileSync(path.join(root, 'training/tone-marks.tsv'), 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => {
    const [source = '', id = '', ...marks] = line.split('\t')
    const text = find[source]?.(id)
    if (text === undefined || text === '') throw new Error(`There is no comment ${id} in ${source}`)
    return { source, text, marks: marks.map((mark) => Number(mark) / 10) }
  })
}

/** Some of the sentences written for this project, for the test. */
function readWritten(): Marked[] {
  const lines = WRITTEN.slice(2).flatMap((name) => readPatterns(name).slice(0, 8))
  return lines.map((text) => ({ source: 'written', text, marks: [] }))
}

const round = (values: Iterable<number>) => Array.from(values, (value) => Math.round(value * 1e5) / 1e5)
const vector = new Float32Array(GeneralVectors.SIZE)

function describe({ source, marks }: Marked, first: IncivilityReading, second: IncivilityReading & { vector: Float32Array }) {
  const forms = first.words.slice(0, LONGEST).map(({ form }) => form)
  const hashes = forms.map(hashForm)
  const meant = new Float64Array(GeneralVectors.SIZE)
  for (const form of forms) {
    getGeneralVectors().fill(form, vector)
    for (const [at, value] of vector.entries()) meant[at] = (meant[at] ?? 0) + value / Math.sqrt(forms.length)
  }
  return {
    ...{ source, marks, style: round(describeStyle(forms, countPhrases(forms))), length: forms.length },
    ...{ first: round(HEADS.map((head) => first.trained[head])), second: round(HEADS.map((head) => second.trained[head])) },
    ...{ words: hashes, pairs: hashes.slice(1).map((hash, at) => hashPair(hashes[at] ?? 0, hash)) },
    ...{ meant: round(meant), vector: round(second.vector) },
  }
}

async function write(rows: readonly Marked[], file: string, withText: boolean): Promise<void> {
  const out = createWriteStream(path.join(root, 'training/cache', file))
  for (let from = 0; from < rows.length; from += LOT) {
    const lot = rows.slice(from, from + LOT)
    const thorough = await reader.read(lot.map(({ text }) => text))
    for (const [at, row] of lot.entries()) {
      const [first, second] = [getIncivilityModel().read(row.text), thorough[at] ?? null]
      if (first !== null && second !== null)
        out.write(`${JSON.stringify({ ...(withText ? { text: row.text } : {}), ...describe(row, first, second) })}\n`)
    }
  }
  await new Promise<void>((resolve) => out.end(resolve))
}

const reader = await startThoroughReader('none')
await write(readMarked(), 'tone-readings.ndjson', false)
await write(readWritten(), 'tone-written.ndjson', true)
await reader.stop()

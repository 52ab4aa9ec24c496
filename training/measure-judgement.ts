// What a newsroom's own judgement learns of a tone no model was trained on: node --import tsx training/measure-judgement.ts DATA_FOLDER
// By thirds: two are learnt from, one is judged. Sarcasm is what annotators called so under newspaper debates; "toxic as a whole" what six of
// ten said of posts of Civil Comments, in which they marked no words; the others are the highest 15 % of Perspective on Wikipedia.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { readBase } from '../lib/scoring/base-reading'
import { deepen, readLate } from '../lib/scoring/late-reading'
import { startThoroughReader } from '../lib/scoring/incivility/thorough-incivility'
import type { DecidedText } from '../lib/scoring/judgement/decided-text'
import type { Judgement } from '../lib/scoring/judgement/judgement'
import { learnJudgement } from '../lib/scoring/judgement/learn'
import { estimateAll, measureAgreement } from '../lib/scoring/judgement/measure'

const FOLDS = 3
const POSTS = 4500
const HIGH = 0.85
const KIND = 'mockery'
const article = { id: 'none', version: '1', title: '', standfirst: null, body: '' }

type Row = Record<string, string>
interface Labelled {
  body: string
  isMarked: boolean
}

const folder = process.argv[2] ?? ''
const read = (file: string) => parse<Row>(readFileSync(path.join(folder, file)), { columns: true })

function readSarcasm(): Labelled[] {
  return read('nyt-roomfordebate-topic/comments.csv').map((row) => ({
    body: row['text'] ?? '',
    isMarked: row['annotatedSarcastic'] === 'true',
  }))
}

function readToxicAsAWhole(): Labelled[] {
  const votes = new Map<string, boolean[]>()
  for (const { comment_id: id = '', 'all toxic': said } of read('civil-toxic-spans/annotations.csv'))
    votes.set(id, [...(votes.get(id) ?? []), said === 'True'])
  return read('civil-toxic-spans/comments.csv')
    .slice(0, POSTS)
    .flatMap(({ comment_id: id = '', comment_text: body = '' }) => {
      const said = votes.get(id) ?? []
      return said.length === 0 ? [] : [{ body, isMarked: said.filter(Boolean).length / said.length >= 0.6 }]
    })
}

function readPerspective(attribute: string): Labelled[] {
  const rows = read('perspective-sample/perspective_wikipedia_2k_score_sample_20180829.csv')
  const scores = rows.map((row) => Number(row[attribute])).sort((a, b) => a - b)
  const line = scores[Math.floor(scores.length * HIGH)] ?? 1
  return rows.map((row) => ({ body: row['comment_text'] ?? '', isMarked: Number(row[attribute]) >= line }))
}

/** Numbers 0–1, the same at every run (a linear congruential generator, Numerical Recipes' constants). */
let state = 1
function roll(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const reader = await startThoroughReader('none')

async function decide(labelled: readonly Labelled[]): Promise<DecidedText[]> {
  const decided: DecidedText[] = []
  for (const { body, isMarked } of labelled) {
    const base = readBase({ body, parentBody: null, article, watchedWords: [] })
    const [thorough] = await reader.read([body])
    if (base === null || !thorough) continue
    const text = { body, reading: base, late: readLate(base, thorough), parent: null, isReply: false, depth: 0 }
    decided.push({ text, isUncivil: isMarked, kind: isMarked ? KIND : null, isOffTopic: null, count: 1 })
  }
  return decided
    .map((one) => ({ one, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

const hideLate = (texts: readonly DecidedText[], isDeepened: boolean) =>
  texts.map((one) => {
    const { reading, late } = one.text
    return { ...one, text: { ...one.text, reading: isDeepened ? deepen(reading, late) : reading, late: null } }
  })

function measure(judgement: Judgement | null, texts: readonly DecidedText[]): number {
  return measureAgreement(estimateAll(judgement, texts, KIND), texts, KIND).auc ?? 0
}

const TASKS: [string, () => Labelled[]][] = [
  ['sarcasm', readSarcasm],
  ['toxic as a whole', readToxicAsAWhole],
  ...['INCOHERENT', 'UNSUBSTANTIAL', 'ATTACK_ON_AUTHOR'].map((name): [string, () => Labelled[]] => [name, () => readPerspective(name)]),
]
for (const [name, readRows] of TASKS) {
  const decided = await decide(readRows())
  const sums = { 'models alone': 0, 'when it comes in': 0, 'later, without vectors': 0, later: 0 }
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const judgement = await learnJudgement(
      decided.filter((_, at) => at % FOLDS !== fold),
      1,
    )
    const tried = decided.filter((_, at) => at % FOLDS === fold)
    sums['models alone'] += measure(null, hideLate(tried, true)) / FOLDS
    sums['when it comes in'] += measure(judgement, hideLate(tried, false)) / FOLDS
    sums['later, without vectors'] += measure(judgement, hideLate(tried, true)) / FOLDS
    sums.later += measure(judgement, tried) / FOLDS
  }
  const told = Object.entries(sums).map(([how, auc]) => `${how} ${auc.toFixed(3)}`)
  console.log(`${name} (${decided.filter((one) => one.isUncivil).length} of ${decided.length}): ${told.join(', ')}`)
}
await reader.stop()

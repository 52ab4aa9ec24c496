// How well the topic is told, at once and later: node --import tsx training/measure-topicality.ts DATA_FOLDER
// Readers' comments under newspaper debates (those of odd number, which no regression saw), whole and cut to so many words, each against its own and
// two other debates of which the title is known, or title and standfirst, by the product's own scorers. What gets no number counts as even.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { rocAuc } from '../lib/scoring/evaluation/ranking'
import { lexicalTopicality } from '../lib/scoring/topicality/lexical-topicality'
import { sentenceTopicality } from '../lib/scoring/topicality/sentence-topicality'

const LENGTHS = [8, 12, 16, 24, 40, Infinity]
const COMMENTS = 300
/** From where a new site suggests "off-topic". */
const LINE = 0.85
const EVEN = 0.5

const file = path.join(process.argv[2] ?? '', 'nyt-roomfordebate-topic/comments.csv')
const comments = parse<{ title: string; description: string; text: string }>(readFileSync(file), { columns: true })
const debates = [...new Map(comments.map((comment) => [comment.title, comment])).values()]
const own = new Map(debates.map(({ title }, at) => [title, at]))
const unseen = comments.filter(({ title }) => (own.get(title) ?? 0) % 2 === 1)
const step = Math.floor(unseen.length / COMMENTS)
const chosen = unseen.filter((_comment, at) => at % step === 0).slice(0, COMMENTS)

interface Told {
  score: number | null
  isPositive: boolean
}

function report(name: string, told: readonly Told[]): void {
  const named = (isPositive: boolean) => {
    const rows = told.filter((row) => row.isPositive === isPositive)
    return (rows.filter(({ score }) => score !== null && score >= LINE).length / rows.length).toFixed(3)
  }
  const auc = (rows: readonly Told[]) => rocAuc(rows.map(({ score, isPositive }) => ({ score: score ?? EVEN, isPositive })))?.toFixed(3)
  const numbered = told.filter(({ score }) => score !== null)
  console.log(
    `${name}: told ${(numbered.length / told.length).toFixed(2)}, ROC-AUC ${auc(numbered)}, of all ${auc(told)}, named at ${LINE}: own ${named(false)}, others ${named(true)}`,
  )
}

const late = await sentenceTopicality.start()
for (const length of LENGTHS) {
  const told = new Map<string, Told[]>()
  for (const [at, { title, text }] of chosen.entries()) {
    const home = own.get(title) ?? 0
    const body = text.split(/\s+/).slice(0, length).join(' ')
    // Two debates of others, far from each other and the same in every run.
    const places = [home, (home + 17 + at) % debates.length, (home + 61 + at) % debates.length]
    const asked = ['title', 'title and standfirst'].flatMap((known) =>
      places.map((place) => {
        const debate = debates[place]
        const standfirst = known === 'title' ? null : (debate?.description ?? null)
        const article = { id: `${known} ${place}`, version: '1', title: debate?.title ?? '', standfirst, body: '' }
        return { known, isPositive: place !== home, input: { body, parentBody: null, article, watchedWords: [] } }
      }),
    )
    const later = await late.score(asked.map(({ input }) => input))
    for (const [place, { known, isPositive, input }] of asked.entries()) {
      const scores = { 'at once': lexicalTopicality.score(input)[0]?.value, later: later[place]?.[0]?.value }
      for (const [when, score] of Object.entries(scores)) {
        const key = `${known}, ${when}`
        told.set(key, [...(told.get(key) ?? []), { score: score ?? null, isPositive }])
      }
    }
  }
  for (const [key, rows] of told) report(`${length === Infinity ? 'whole' : `${length} words`}, ${key}`, rows)
}
await late.stop()

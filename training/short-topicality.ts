// How well the topic of short comments is told: node --import tsx training/short-topicality.ts DATA_FOLDER
// Readers' comments under newspaper debates, cut to so many words, each against its own and two other debates, by the product's own scorer.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { rocAuc } from '../lib/scoring/evaluation/ranking'
import { sentenceTopicality } from '../lib/scoring/topicality/sentence-topicality'

const LENGTHS = [8, 12, 16, 24, 40]
const COMMENTS = 300
/** From where a new site suggests "off-topic". */
const LINE = 0.85

const file = path.join(process.argv[2] ?? '', 'nyt-roomfordebate-topic/comments.csv')
const comments = parse<{ title: string; description: string; text: string }>(readFileSync(file), { columns: true })
const debates = [...new Map(comments.map((comment) => [comment.title, comment])).values()]
const articles = debates.map(({ title, description }) => ({ id: title, version: '1', title, standfirst: description, body: '' }))
const own = new Map(debates.map(({ title }, at) => [title, at]))
const step = Math.floor(comments.length / COMMENTS)
const chosen = comments.filter((_comment, at) => at % step === 0).slice(0, COMMENTS)

const scorer = await sentenceTopicality.start()
for (const length of LENGTHS) {
  const pairs = chosen.flatMap(({ title, text }, at) => {
    const home = own.get(title) ?? 0
    const body = text.split(/\s+/).slice(0, length).join(' ')
    // Two debates of others, far from each other and the same in every run.
    return [home, (home + 17 + at) % articles.length, (home + 61 + at) % articles.length].flatMap((place) => {
      const article = articles[place]
      return article === undefined ? [] : [{ isPositive: place !== home, input: { body, parentBody: null, article, watchedWords: [] } }]
    })
  })
  const said = await scorer.score(pairs.map(({ input }) => input))
  const told = pairs.flatMap(({ isPositive }, at) => {
    const score = said[at]?.[0]?.value
    return score === undefined ? [] : [{ score, isPositive }]
  })
  const named = (isPositive: boolean) => {
    const rows = told.filter((row) => row.isPositive === isPositive)
    return (rows.filter(({ score }) => score >= LINE).length / rows.length).toFixed(3)
  }
  console.log(
    `${length} words: told ${told.length} of ${pairs.length}, ROC-AUC ${rocAuc(told)?.toFixed(3)}, named at ${LINE}: own ${named(false)}, others ${named(true)}`,
  )
}
await scorer.stop()

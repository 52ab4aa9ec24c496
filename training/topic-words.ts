// The distance by shared words of each pair of cache/topic-pairs.ndjson, a number or null a line, by the product's own scorer.
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { lexicalTopicality } from '../lib/scoring/topicality/lexical-topicality'

const cache = path.join(import.meta.dirname, 'cache')
const output = createWriteStream(path.join(cache, 'topic-words.ndjson'))
for await (const line of createInterface({ input: createReadStream(path.join(cache, 'topic-pairs.ndjson')) })) {
  const { title, standfirst, text } = JSON.parse(line) as { title: string; standfirst: string; text: string }
  const article = { id: title, version: '1', title, standfirst, body: '' }
  const [score] = lexicalTopicality.score({ body: text, parentBody: null, article, watchedWords: [] })
  output.write(`${JSON.stringify(score?.value ?? null)}\n`)
}
output.end()

// Features of own and other articles' comments, by the product's own code: node --import tsx training/topic-features.ts
// Reads cache/topic-pairs.ndjson ({title, standfirst, body, text, own}); writes cache/topic-features.ndjson.
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { lexicalTopicality } from '../lib/scoring/lexical-topicality'
import { averageWords, cosine } from '../lib/scoring/topic-vectors'

const cache = path.join(import.meta.dirname, 'cache')
const output = createWriteStream(path.join(cache, 'topic-features.ndjson'))
interface Pair {
  title: string
  standfirst: string
  body: string
  text: string
}
const vectors = new Map<string, Float32Array | null>()
const vectorOf = (text: string) => {
  const known = vectors.get(text)
  if (known !== undefined) return known
  const made = averageWords(text)
  vectors.set(text, made)
  return made
}
for await (const line of createInterface({ input: createReadStream(path.join(cache, 'topic-pairs.ndjson')) })) {
  const { title, standfirst, body, text } = JSON.parse(line) as Pair
  const article = { id: title, version: standfirst + body.length, title, standfirst, body }
  const lexical = lexicalTopicality.score({ body: text, parentBody: null, article, watchedWords: [] })[0]?.value ?? null
  const [a, b, c] = [vectorOf(text), vectorOf(`${title} ${standfirst}`), vectorOf(title)]
  output.write(`${JSON.stringify({ lexical, head: a && b ? cosine(a, b) : null, title: a && c ? cosine(a, c) : null })}\n`)
}
output.end()

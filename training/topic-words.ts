// What words say of a topic, by the product's own reader. With `means`: the mean of the general vectors of each of cache/topic-texts.ndjson, 100 numbers
// a text. With `pairs`: distance by shared words and nearness in general of each of cache/topic-pairs.ndjson, or nulls.
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { GeneralVectors } from '../lib/scoring/incivility/word-vectors'
import { readWords } from '../lib/scoring/text/words'
import { compareWords } from '../lib/scoring/topicality/lexical-topicality'
import { averageWords } from '../lib/scoring/topicality/word-meaning'

const cache = path.join(import.meta.dirname, 'cache')
const linesOf = (name: string) => createInterface({ input: createReadStream(path.join(cache, name)) })

if (process.argv[2] === 'means') {
  const output = createWriteStream(path.join(cache, 'topic-means.f32'))
  for await (const line of linesOf('topic-texts.ndjson')) {
    const { text } = JSON.parse(line) as { text: string }
    const mean = averageWords([readWords(text)]) ?? new Float32Array(GeneralVectors.SIZE).fill(NaN)
    output.write(Buffer.from(mean.buffer))
  }
  output.end()
} else {
  const output = createWriteStream(path.join(cache, 'topic-words.ndjson'))
  for await (const line of linesOf('topic-pairs.ndjson')) {
    const { title, standfirst, text } = JSON.parse(line) as { title: string; standfirst: string; text: string }
    const article = { id: `${title}\n${standfirst}`, version: '1', title, standfirst, body: '' }
    const [compared] = compareWords({ body: text, parentBody: null, article })
    output.write(`${JSON.stringify([compared?.evidence.lexical ?? null, compared?.evidence.nearness ?? null])}\n`)
  }
  output.end()
}

// Sentence embeddings of lines of text: node training/embed.mjs IN.ndjson OUT.f32 (a line: {"text"}; 512 numbers each, in order).
import { createWriteStream, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Encoder } from '../lib/scoring/topicality/encoder/encoder.mjs'

const [input, output] = process.argv.slice(2)
const encoder = new Encoder()
const out = createWriteStream(output)
const texts = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).text)
const started = Date.now()
for (let at = 0; at < texts.length; at += 8) {
  const { vectors } = encoder.encode(texts.slice(at, at + 8))
  for (const vector of vectors) out.write(Buffer.from(vector.buffer))
  // Nothing else has its turn meanwhile: without a pause all would be kept until the end.
  if (at % 80 === 0) await setImmediate()
  if (at % 800 === 0) console.log(at, Math.round((Date.now() - started) / 1000))
}
out.end()

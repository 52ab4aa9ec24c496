// @ts-check
import { readFileSync } from 'node:fs'

/** How `multiply` leaves what it finds: as it is, with nothing below 0, or added to what stands there. */
export const PLAIN = 0
export const RECTIFIED = 1
export const ADDED = 2

/**
 * The encoder's arithmetic as WebAssembly (source: training/encoder.c). All arguments are byte addresses or counts.
 *
 * @typedef {object} Arithmetic
 * @property {(from: number, count: number, size: number, to: number, scales: number) => void} keep
 * @property {(from: number, stride: number, depth: number, width: number, to: number, scales: number) => void} pack
 * @property {(vectors: number, vectorScales: number, signals: number, pieces: number, count: number, size: number, out: number) => void} place
 * @property {(from: number, stride: number, count: number, size: number, to: number, scales: number) => void} quantise
 * @property {(from: number, gain: number, bias: number, count: number, size: number, to: number, scales: number, room: number) => void} normalise
 * @property {(rows: number, rowScales: number, weights: number, scales: number, bias: number, out: number, count: number, depth: number, width: number, stride: number, mode: number) => void} multiply
 * @property {(asked: number, count: number, size: number, heads: number, out: number) => void} attend
 * @property {(from: number, count: number, size: number, out: number) => void} average
 */

const PAGE = 1 << 16
const wasm = new URL('../../weights/encoder.wasm', import.meta.url)

/** The module with its memory, of which pieces are given out once and never taken back. */
export class EncoderKernel {
  #memory
  #next

  constructor() {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)))
    this.run = /** @type {Arithmetic} */ (/** @type {unknown} */ (exports))
    this.#memory = /** @type {WebAssembly.Memory} */ (exports.memory)
    this.#next = /** @type {WebAssembly.Global} */ (exports.__heap_base).value
  }

  /** Room for so many bytes; its address. Views made before are stale afterwards. @param {number} bytes */
  allocate(bytes) {
    const address = Math.ceil(this.#next / 16) * 16
    this.#next = address + bytes
    const missing = this.#next - this.#memory.buffer.byteLength
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE))
    return address
  }

  /** @param {number} address @param {number} count */
  bytes(address, count) {
    return new Uint8Array(this.#memory.buffer, address, count)
  }

  /** @param {number} address @param {number} count */
  floats(address, count) {
    return new Float32Array(this.#memory.buffer, address, count)
  }

  /** @param {number} address @param {number} count */
  integers(address, count) {
    return new Int32Array(this.#memory.buffer, address, count)
  }
}

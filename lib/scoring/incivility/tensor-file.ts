import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A table of numbers as the trainer wrote it. `scale` turns whole numbers into what they stand for. */
export interface Tensor {
  shape: readonly number[]
  data: Float32Array | Int8Array
  scale: number
}

interface Header {
  tensors: Record<string, { type: 'f32' | 'i8'; shape: number[]; offset: number; scale: number }>
}

/** The weights of a model: its tables by name. */
export class TensorFile {
  private readonly header: Header
  private readonly bytes: ArrayBuffer

  /**
   * Layout: a 32-bit little-endian length, a JSON header of that many bytes, padding to 16 bytes, the tables.
   *
   * @throws Error when the file is missing or is none of ours
   */
  constructor(bytes: Uint8Array) {
    const copy = new Uint8Array(bytes)
    const length = new DataView(copy.buffer).getUint32(0, true)
    const text = new TextDecoder().decode(copy.subarray(4, 4 + length))
    this.header = JSON.parse(text) as Header
    this.bytes = copy.buffer.slice(Math.ceil((4 + length) / 16) * 16)
  }

  /** @throws Error when the model has no such table */
  read(name: string): Tensor {
    const entry = this.header.tensors[name]
    if (entry === undefined) throw new Error(`The model has no table ${name}`)
    const size = entry.shape.reduce((product, part) => product * part, 1)
    const data = entry.type === 'f32' ? new Float32Array(this.bytes, entry.offset, size) : new Int8Array(this.bytes, entry.offset, size)
    return { shape: entry.shape, data, scale: entry.scale }
  }

  /** A table of real numbers. */
  readFloats(name: string): Float32Array {
    const { data, scale } = this.read(name)
    return data instanceof Float32Array ? data : Float32Array.from(data, (value) => value * scale)
  }
}

/** Where the weights lie: beside the code in the repository, and there too in what a container keeps. */
const FOLDER = 'lib/scoring/weights'

/** Reads a file of weights, from the folder the server was started in. @throws Error when it is missing */
export function readWeights(name: string): Buffer {
  return readFileSync(path.join(/*turbopackIgnore: true*/ process.cwd(), FOLDER, name))
}

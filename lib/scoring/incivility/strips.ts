import type { Kernel } from './kernel'
import type { TensorFile } from './tensor-file'

const STRIP = 16

/** A layer in the kernel's memory: where its matrix lies, as strips, and what is added. */
export interface Dense {
  strips: number
  bias: Float32Array
}

/** Reads the matrix (`rows` by its number of columns) and the bias of a layer. */
export function readDense(kernel: Kernel, file: TensorFile, name: string, rows: number): Dense {
  return { strips: kernel.store(toStrips(file.readFloats(name), rows)), bias: file.readFloats(`${name}_bias`) }
}

/** Rows of a matrix as the kernel reads them: strips of 16 columns. */
export function toStrips(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows
  const strips = new Float32Array(matrix.length)
  let to = 0
  for (let first = 0; first < columns; first += STRIP) {
    for (let row = 0; row < rows; row += 1) {
      for (let at = 0; at < STRIP; at += 1) strips[to++] = matrix[row * columns + first + at] ?? 0
    }
  }
  return strips
}

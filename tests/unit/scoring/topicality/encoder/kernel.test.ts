import { expect, it } from 'vitest'
import { ADDED, EncoderKernel, PLAIN, RECTIFIED } from '@/lib/scoring/topicality/encoder/kernel.mjs'

interface Asked {
  rows: number[][]
  weights: number[][]
  bias?: number[]
  mode: number
  /** What stands where the product goes. */
  before?: number
}

/** Rows times weights by the kernel, by whole numbers of 16 bits. */
function multiply({ rows, weights, bias, mode, before = 0 }: Asked): number[][] {
  const kernel = new EncoderKernel()
  const [depth, width] = [weights.length, weights[0]?.length ?? 0]
  const store = (values: number[]) => {
    const address = kernel.allocate(values.length * 4)
    kernel.floats(address, values.length).set(values)
    return address
  }
  const [from, table, added] = [store(rows.flat()), store(weights.flat()), bias === undefined ? 0 : store(bias)]
  const [whole, packed] = [kernel.allocate(rows.length * depth * 2), kernel.allocate(depth * width * 2)]
  const [rowScales, scales] = [kernel.allocate(rows.length * 4), kernel.allocate(width * 4)]
  const out = store(Array.from({ length: rows.length * width }, () => before))
  kernel.run.pack(table, width, depth, width, packed, scales)
  kernel.run.quantise(from, depth, rows.length, depth, whole, rowScales)
  kernel.run.multiply(whole, rowScales, packed, scales, added, out, rows.length, depth, width, width, mode)
  return rows.map((_row, at) => [...kernel.floats(out + at * width * 4, width)])
}

/** Numbers between −1 and 1, the same in every run. */
const makeTable = (height: number, width: number, seed: number) =>
  Array.from({ length: height }, (_row, r) => Array.from({ length: width }, (_column, c) => Math.sin((r * width + c + 1) * seed)))
const multiplyPlainly = (rows: number[][], weights: number[][]) =>
  rows.map((row) =>
    (weights[0] ?? []).map((_weight, column) => row.reduce((sum, value, at) => sum + value * (weights[at]?.[column] ?? 0), 0)),
  )

it('multiplies any number of rows', () => {
  const weights = makeTable(64, 24, 1.7)
  for (const count of [1, 2, 3, 4, 5, 11]) {
    const rows = makeTable(count, 64, 0.9)
    const plain = multiplyPlainly(rows, weights).flat()
    for (const [at, value] of multiply({ rows, weights, mode: PLAIN }).flat().entries()) expect(value).toBeCloseTo(plain[at] ?? NaN, 2)
  }
})

it('adds a bias, leaves out what is below nothing, or adds to what is there', () => {
  const [rows, weights] = [[[1, 1, 0, 0, 0, 0, 0, 0]], makeTable(8, 8, 0).map(() => [1, -1, 2, -2, 0, 0, 0, 0])]
  const bias = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -0.5, -0.5]
  const near = (values: number[]) => [values.map((value) => expect.closeTo(value, 2) as number)]
  expect(multiply({ rows, weights, bias, mode: PLAIN })).toEqual(near([2.5, -1.5, 4.5, -3.5, 0.5, 0.5, -0.5, -0.5]))
  expect(multiply({ rows, weights, bias, mode: RECTIFIED })).toEqual(near([2.5, 0, 4.5, 0, 0.5, 0.5, 0, 0]))
  expect(multiply({ rows, weights, bias, mode: ADDED, before: 10 })).toEqual(near([12.5, 8.5, 14.5, 6.5, 10.5, 10.5, 9.5, 9.5]))
})

it('holds the largest sums there can be', () => {
  const depth = 1536
  const rows = [1e-3, 1, 1e6, -1e6].map((value) => Array.from({ length: depth }, () => value))
  const weights = Array.from({ length: depth }, () => [1, -1, 1e-4, 1e4, 1, 1, 1, 1])
  const plain = multiplyPlainly(rows, weights).flat()
  const ratios = multiply({ rows, weights, mode: PLAIN })
    .flatMap((row) => row)
    .map((value, at) => value / (plain[at] ?? NaN))
  for (const ratio of ratios) expect(ratio).toBeCloseTo(1, 2)
})

it('takes rows and weights of nothing but zeros', () => {
  const zeros = makeTable(8, 8, 0)
  expect(multiply({ rows: zeros, weights: zeros, mode: PLAIN })).toEqual(zeros)
})

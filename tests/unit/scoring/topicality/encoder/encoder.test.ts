import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Encoder } from '@/lib/scoring/topicality/encoder/encoder.mjs'

/** By the package's own run-time, in 32-bit floats (training/vectors-of-package.mjs). */
interface Told {
  text: string
  vector: string
  states?: string
}

const SIZE = 512
const told = JSON.parse(readFileSync('tests/fixtures/scoring/sentence-vectors.json', 'utf8')) as Told[]
const texts = told.map(({ text }) => text)
const readFloats = (base64: string) => new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)
const multiply = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
const cosine = (a: Float32Array, b: Float32Array) => multiply(a, b) / Math.sqrt(multiply(a, a) * multiply(b, b))

let encoder: Encoder
beforeAll(() => {
  encoder = new Encoder()
})

describe('a text’s vector', () => {
  it('is the one that the package’s own run-time gives', () => {
    const { vectors } = encoder.encode(texts)
    for (const [at, { text, vector }] of told.entries()) {
      expect(cosine(vectors[at] ?? new Float32Array(), readFloats(vector)), text).toBeGreaterThan(0.99999)
    }
  })

  it('is the same whatever texts it is read with', () => {
    const many = [...texts, ...texts.toReversed(), '', ...texts]
    const { vectors, states } = encoder.encode(many, true)
    expect(vectors).toHaveLength(many.length)
    for (const [at, text] of many.entries()) {
      const alone = encoder.encode([text], true)
      expect(vectors[at], text).toEqual(alone.vectors[0])
      expect(states[at], text).toEqual(alone.states[0])
    }
  })

  it('has 512 numbers and length 1, whatever is read', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(' ', 'a', '\ud800', '\udfff', '\0', '😀', '\u200d', 'ﷺ', '▁'), maxLength: 400 }),
    )
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 5 }), (asked) => {
        const { vectors } = encoder.encode(asked)
        expect(vectors.map(({ length }) => length)).toEqual(asked.map(() => SIZE))
        for (const vector of vectors) expect(multiply(vector, vector)).toBeCloseTo(1, 4)
      }),
      { numRuns: 100 },
    )
  })

  it('is of the first 128 pieces of a text, however long it is', () => {
    const start = 'tram '.repeat(128)
    const [long, short, other] = encoder.encode([start + 'and more '.repeat(20_000), start, `so ${start}`]).vectors
    expect(long).toEqual(short)
    expect(other).not.toEqual(short)
  })
})

describe('the states of a text’s pieces', () => {
  it('are those of the package’s graph', () => {
    const known = told.flatMap(({ text, states }) => (states === undefined ? [] : [{ text, states: readFloats(states) }]))
    expect(known.length).toBeGreaterThan(3)
    for (const { text, states } of known) {
      const [ours = new Float32Array()] = encoder.encode([text], true).states
      expect(ours, text).toHaveLength(states.length)
      for (let at = 0; at < states.length; at += SIZE) {
        expect(cosine(ours.subarray(at, at + SIZE), states.subarray(at, at + SIZE)), `${text}, piece ${at / SIZE}`).toBeGreaterThan(0.9999)
      }
    }
  })

  it('are given when asked for alone, and none for an empty text', () => {
    expect(encoder.encode(texts).states).toEqual([])
    expect(encoder.encode(['', 'The tram is late.'], true).states.map(({ length }) => length)).toEqual([0, 6 * SIZE])
  })
})

import { expect, it } from 'vitest'
import { calibrate } from '@/lib/scoring/judgement/calibrate'
import { makeDice } from '@/tests/factories/decided-texts'

const roll = makeDice(4)
const logits = Float64Array.from({ length: 4000 }, () => roll() * 8 - 4)

it('finds slope and offset of log-odds that are too bold and shifted', () => {
  // The truth is half of what the log-odds say, less one.
  const labels = Uint8Array.from(logits, (logit) => (roll() < 1 / (1 + Math.exp(-(0.5 * logit - 1))) ? 1 : 0))
  const { slope, offset } = calibrate(logits, labels, new Float32Array(4000).fill(1))
  expect(slope).toBeCloseTo(0.5, 1)
  expect(offset).toBeCloseTo(-1, 1)
})

it('gives the share of marks where log-odds say nothing, and never turns them round', () => {
  const labels = Uint8Array.from(logits, (logit) => (roll() < (logit > 0 ? 0.15 : 0.25) ? 1 : 0))
  const { slope, offset } = calibrate(logits, labels, new Float32Array(4000).fill(1))
  expect(slope).toBe(0.05)
  expect(1 / (1 + Math.exp(-offset))).toBeCloseTo(0.2, 1)
})

it('leaves out what counts nothing', () => {
  const labels = Uint8Array.from(logits, () => (roll() < 0.3 ? 1 : 0))
  const counts = Float32Array.from(logits, (_, row) => (row < 2000 ? 1 : 0))
  const whole = calibrate(logits.slice(0, 2000), labels.slice(0, 2000), counts.slice(0, 2000))
  expect(calibrate(logits, labels, counts)).toEqual(whole)
})

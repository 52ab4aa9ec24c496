import { vi } from 'vitest'
import * as batches from '@/lib/services/comment/load-batch'
import { makeGate } from './gate'

export interface HeldBatch {
  reached: Promise<void>
  letGo: () => void
}

/**
 * Holds back one of the batches of comments that are written from now on, within its transaction and before it has written anything:
 * however fast the machine, all before it are in and none after it is.
 *
 * @param nth counted from 1
 */
export function holdBatch(nth: number): HeldBatch {
  const [held] = holdBatches([nth])
  if (!held) throw new Error('Nothing is held.')
  return held
}

/** The same for several of them. Once the last is let go, no other is held. */
export function holdBatches(nths: readonly number[]): HeldBatch[] {
  const load = batches.loadBatch
  const gates = new Map(nths.map((nth) => [nth, { reached: makeGate(), held: makeGate() }]))
  let calls = 0
  const spy = vi.spyOn(batches, 'loadBatch').mockImplementation(async (...args) => {
    calls += 1
    const gate = gates.get(calls)
    gate?.reached.open()
    await gate?.held.opened
    return load(...args)
  })
  return [...gates.values()].map(({ reached, held }) => ({
    reached: reached.opened,
    letGo: () => {
      gates.forEach((gate, nth) => void (gate.held === held && gates.delete(nth)))
      if (gates.size === 0) spy.mockRestore()
      held.open()
    },
  }))
}

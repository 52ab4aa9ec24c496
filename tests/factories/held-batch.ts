import { vi } from 'vitest'
import * as batches from '@/lib/services/comment/load-batch'
import { makeGate } from './gate'

/**
 * Holds back one of the batches of comments that are written from now on, within its transaction and before it has written anything:
 * however fast the machine, all before it are in and none after it is.
 *
 * @param nth counted from 1
 */
export function holdBatch(nth: number): { reached: Promise<void>; letGo: () => void } {
  const load = batches.loadBatch
  const [reached, held] = [makeGate(), makeGate()]
  let calls = 0
  const spy = vi.spyOn(batches, 'loadBatch').mockImplementation(async (...args) => {
    calls += 1
    if (calls === nth) {
      reached.open()
      await held.opened
    }
    return load(...args)
  })
  const letGo = () => {
    spy.mockRestore()
    held.open()
  }
  return { reached: reached.opened, letGo }
}

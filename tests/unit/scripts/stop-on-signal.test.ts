import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeSignalHandler } from '@/scripts/stop-on-signal'

beforeAll(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined))
afterAll(() => void vi.mocked(console.log).mockRestore())

function begin() {
  const clock = { now: 5000 }
  const exits: number[] = []
  const failures: unknown[] = []
  let [finish, breakOff] = [(): void => undefined, (_error: Error): void => undefined]
  const stop = vi.fn(() => new Promise<void>((resolve, reject) => ([finish, breakOff] = [resolve, reject])))
  const signal = makeSignalHandler({
    stop,
    exit: (code) => void exits.push(code),
    fail: (error) => void failures.push(error),
    now: () => clock.now,
  })
  return { clock, exits, failures, stop, signal, finish: () => finish(), breakOff: (error: Error) => breakOff(error) }
}

it('stops once, however often the same stop arrives, and ends when all is done', async () => {
  const { clock, exits, stop, signal, finish } = begin()
  signal()
  signal()
  clock.now += 900
  signal()
  expect(stop).toHaveBeenCalledTimes(1)
  expect(exits).toEqual([])
  finish()
  await vi.waitFor(() => expect(exits).toEqual([0]))
})

it('ends at once for somebody who asks again', () => {
  const { clock, exits, signal } = begin()
  signal()
  clock.now += 1001
  signal()
  expect(exits).toEqual([1])
})

it('says what went wrong while it stopped', async () => {
  const { exits, failures, signal, breakOff } = begin()
  signal()
  const error = new Error('The database is gone.')
  breakOff(error)
  await vi.waitFor(() => expect(failures).toEqual([error]))
  expect(exits).toEqual([])
})

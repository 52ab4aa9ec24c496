import { describe, expect, it } from 'vitest'
import { afterFailure, afterSuccess, stateOf, type CircuitBreaker } from '@/lib/domain/circuit-breaker'

const START = new Date('2026-11-25T10:00:00Z')
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const fail = (breaker: CircuitBreaker, seconds: number, times = 1, chance = 0.5): CircuitBreaker =>
  Array.from({ length: times }).reduce<CircuitBreaker>((one) => afterFailure(one, at(seconds), chance), breaker)

describe('a circuit breaker', () => {
  it('stays closed for four failures in a row and opens with the fifth, for 15 seconds', () => {
    const four = fail(afterSuccess(), 0, 4)
    expect([stateOf(four, at(0)), four.failures]).toEqual(['closed', 4])
    const five = fail(four, 0)
    expect([stateOf(five, at(0)), stateOf(five, at(14.9)), stateOf(five, at(15))]).toEqual(['open', 'open', 'trial'])
  })

  it('counts failures in a row only', () => {
    expect(stateOf(fail(afterSuccess(), 0, 4), at(0))).toBe('closed')
    expect(afterSuccess()).toEqual({ failures: 0, trips: 0, openUntil: null })
  })

  it('doubles the pause with each trial that fails, up to ten minutes, and closes with one that works', () => {
    let breaker = fail(afterSuccess(), 0, 5)
    const pauses: number[] = []
    for (let now = 15, trial = 0; trial < 8; trial += 1) {
      breaker = fail(breaker, now)
      const until = ((breaker.openUntil?.getTime() ?? 0) - START.getTime()) / 1000
      pauses.push(until - now)
      now = until
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 600, 600, 600])
  })

  it('is not opened for longer by calls that were on their way when it opened', () => {
    const open = fail(afterSuccess(), 0, 5)
    expect(fail(open, 5, 3)).toBe(open)
  })

  it('spreads its pauses by a fifth', () => {
    expect(fail(afterSuccess(), 0, 5, 0).openUntil).toEqual(at(12))
    expect(fail(afterSuccess(), 0, 5, 1).openUntil).toEqual(at(18))
  })
})

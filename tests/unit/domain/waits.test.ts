import { expect, it } from 'vitest'
import { estimateWait, startOfWaitBucket, WAIT_STEPS_MS, type WaitBucket } from '@/lib/domain/waits'

const bucketOf = (ms: number) => WAIT_STEPS_MS.findLastIndex((end) => end <= ms) + 1

function count(waits: readonly number[]): WaitBucket[] {
  const buckets = [...waits].sort((a, b) => a - b).map((seconds) => bucketOf(seconds * 1000))
  return [...new Set(buckets)].map((bucket) => ({ bucket, comments: buckets.filter((other) => other === bucket).length }))
}

/** As percentile_cont of PostgreSQL. */
function exact(waits: readonly number[], share: number): number {
  const sorted = [...waits].sort((a, b) => a - b)
  const rank = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0]
  return low + (rank - Math.floor(rank)) * (high - low)
}

it('puts a wait in the step that holds it', () => {
  expect([500, 1000, 60_000, 61_000].map((ms) => startOfWaitBucket(bucketOf(ms)) <= ms)).toEqual([true, true, true, true])
})

it('lies between two waits where the exact figure does, so that the overview and an article’s page tell the same of few comments', () => {
  const waits = [60, 90, 5400, 7200]
  expect(exact(waits, 0.5)).toBe(2745)
  expect(Math.abs((estimateWait(count(waits), 0.5) ?? 0) / 2745 - 1)).toBeLessThan(0.045)
})

it('is right to within four and a half per cent, whatever the waits and the share', () => {
  const waits = Array.from({ length: 101 }, (_, at) => 2 + ((at * 7919) % 101) ** 2)
  for (let size = 1; size <= waits.length; size += 1) {
    const some = waits.slice(0, size)
    for (const share of [0, 0.1, 0.5, 0.9, 1])
      expect(Math.abs((estimateWait(count(some), share) ?? 0) / exact(some, share) - 1)).toBeLessThan(0.0455)
  }
})

it('is nothing where nothing was decided', () => {
  expect(estimateWait([], 0.5)).toBeNull()
})

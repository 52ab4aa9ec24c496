import { expect, it } from 'vitest'
import { LateWorkers } from '@/lib/services/scoring/late-workers'
import type { LateScorer } from '@/lib/scoring/late-scorer'

/** Notes in `told` when it starts and stops; breaks at its first start if it `isBroken`. */
function makeScorer(name: string, told: string[], isBroken = false): LateScorer {
  let isFirst = true
  const start = () => {
    told.push(`${name} starts`)
    const breaks = isBroken && isFirst
    isFirst = false
    if (breaks) return Promise.reject(new Error('no weights'))
    return Promise.resolve({ score: () => Promise.resolve([null]), stop: () => void told.push(`${name} stops`) })
  }
  return { name, version: '1', start }
}

it('loads slow scorers once, lets them go, and loads them again when they are asked for', async () => {
  const told: string[] = []
  const workers = new LateWorkers([makeScorer('topic', told), makeScorer('tone', told)])
  await workers.release()
  expect(told).toEqual([])
  const [first, second] = await Promise.all([workers.load(), workers.load()])
  expect(first.map(({ name }) => name)).toEqual(['topic', 'tone'])
  expect(second[0]).toBe(first[0])
  await workers.release()
  await workers.release()
  await workers.load()
  expect(told).toEqual(['topic starts', 'tone starts', 'topic stops', 'tone stops', 'topic starts', 'tone starts'])
})

it('stops what was loaded when another cannot be, and tries again at the next call', async () => {
  const told: string[] = []
  const workers = new LateWorkers([makeScorer('topic', told), makeScorer('tone', told, true)])
  await expect(workers.load()).rejects.toThrow('no weights')
  expect(told).toEqual(['topic starts', 'tone starts', 'topic stops'])
  expect(await workers.load()).toHaveLength(2)
})

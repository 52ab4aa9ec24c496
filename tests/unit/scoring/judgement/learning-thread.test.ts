import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LearningHere, type Learning } from '@/lib/scoring/judgement/learning'
import { LearningThread } from '@/lib/scoring/judgement/learning-thread'
import { bundleServer } from '@/tests/factories/bundled-server'
import { makeDecided } from '@/tests/factories/decided-texts'

let server = ''
const startThread = () => new LearningThread(pathToFileURL(path.join(path.dirname(server), 'learning-worker.mjs')))

beforeAll(async () => {
  server = await bundleServer('tests/bench/front.ts')
})
afterAll(() => rm(path.dirname(server), { recursive: true }))

const decided = makeDecided(400)
const passed = makeDecided(100, 5).map((one) => ({ ...one, isUncivil: false, kind: null, count: 0.1 }))

/** As a site's texts come: lot by lot, in order. */
function teach(learning: Learning): void {
  for (let from = 0; from < decided.length; from += 50) learning.addDecided(decided.slice(from, from + 50))
  learning.addPassed(passed)
}

describe('learning on a thread of its own', () => {
  it('comes to the same as learning here, for the base and beside what is in use', async () => {
    const [here, thread] = [new LearningHere(), startThread()]
    teach(here)
    teach(thread)
    const first = await here.conclude({ number: 1, live: null, unseen: 80 })
    expect(await thread.conclude({ number: 1, live: null, unseen: 80 })).toEqual(first)
    expect(first.trial).toMatchObject({ isKept: true, targets: ['uncivil', 'insult', 'condescension'], measures: { triedOn: 80 } })
    expect([...(first.learnt?.targets.keys() ?? [])]).toEqual(['uncivil', 'insult', 'condescension'])
    const second = { number: 2, live: first.learnt, unseen: 80 }
    const answer = await thread.conclude(second)
    expect(answer).toEqual(await here.conclude(second))
    // What is in use has seen those decisions, and nothing has been learnt since.
    expect(answer.learnt).toBeNull()
    await thread.stop()
  })

  it('says so when there is too little to learn from', async () => {
    const thread = startThread()
    thread.addDecided(decided.slice(0, 10))
    expect(await thread.conclude({ number: 1, live: null, unseen: 5 })).toEqual({ trial: null, learnt: null })
    await thread.stop()
  })

  it('that ends before it has come to anything leaves nobody waiting', async () => {
    const stopped = startThread()
    teach(stopped)
    const answer = stopped.conclude({ number: 1, live: null, unseen: 80 })
    void stopped.stop()
    await expect(answer).rejects.toThrow('The thread that learns has ended.')
    const missing = new LearningThread(pathToFileURL(path.join(path.dirname(server), 'no-such-worker.mjs')))
    // It has ended long before it is asked.
    await setTimeout(500)
    await expect(missing.conclude({ number: 1, live: null, unseen: 80 })).rejects.toThrow('no-such-worker.mjs')
    const broken = startThread()
    // No decision is like this: it is a fault, and its reason is told.
    broken.addDecided([null as never])
    await expect(broken.conclude({ number: 1, live: null, unseen: 0 })).rejects.toThrow('as it is null')
  })
})

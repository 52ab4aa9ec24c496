import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

interface Answer {
  id?: number
  ready?: boolean
  vectors?: Float32Array[]
  states?: Float32Array[]
  failure?: string
}

it('answers with vectors, with the states of pieces where they are asked for, and goes on after what it cannot read', async () => {
  const worker = new Worker('./lib/scoring/topicality/embedding-worker.mjs')
  const ask = (question: object | null) =>
    new Promise<Answer>((resolve) => {
      worker.once('message', resolve)
      if (question !== null) worker.postMessage(question)
    })
  expect(await ask(null)).toEqual({ ready: true })
  const texts = ['The tram is late.', 'My cat sleeps.']
  const plain = await ask({ id: 1, texts })
  expect(plain).toEqual({ id: 1, vectors: [expect.any(Float32Array), expect.any(Float32Array)] })
  const failed = await ask({ id: 2, texts: [null] })
  expect([failed.id, typeof failed.failure]).toEqual([2, 'string'])
  const both = await ask({ id: 3, texts, states: true })
  expect(both).toMatchObject({ id: 3, vectors: plain.vectors })
  expect(both.states?.map(({ length }) => length / 512)).toEqual([6, 5])
  await worker.terminate()
})

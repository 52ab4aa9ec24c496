import { expect, it } from 'vitest'
import { SentenceVectors, VECTOR_SIZE, type EncodedText } from '@/lib/scoring/topicality/sentence-vectors'

it('is one thread for all who start it, and runs until the last has stopped', async () => {
  const [first, second] = await Promise.all([SentenceVectors.start(), SentenceVectors.start()])
  expect(second).toBe(first)
  await first.stop()
  const [tram, again, cat] = await second.embed(['The tram is late.', 'The tram is late.', 'My cat sleeps.'])
  expect(tram).toHaveLength(VECTOR_SIZE)
  expect(again).toBe(tram)
  expect(cat).not.toEqual(tram)
  await second.stop()
  await expect(second.embed(['It has ended.'])).rejects.toThrow('ended')
  const third = await SentenceVectors.start()
  expect(third).not.toBe(first)
  expect(await third.embed(['The tram is late.'])).toEqual([tram])
  await third.stop()
})

it('gives a row of states for each piece of a word, whatever other text is read with it', async () => {
  const vectors = await SentenceVectors.start()
  const read = async (texts: readonly string[]) => {
    const told: EncodedText[] = []
    for await (const one of vectors.embedWithStates(texts)) told.push(one)
    return told
  }
  const short = 'The tram is late.'
  const [together, long] = await read([short, 'The tram is late again today, and so is every bus to the harbour.'])
  const [alone] = await read([short])
  const [vector = new Float32Array()] = await vectors.embed([short])
  expect(together?.states.length).toBe(6 * VECTOR_SIZE)
  expect(long?.states.length).toBeGreaterThan(10 * VECTOR_SIZE)
  expect((long?.states.length ?? NaN) % VECTOR_SIZE).toBe(0)
  expect(alone?.states.length).toBe(together?.states.length)
  alone?.states.forEach((value, at) => expect(value).toBeCloseTo(together?.states[at] ?? NaN, 1))
  vector.forEach((value, at) => expect(alone?.vector[at]).toBeCloseTo(value, 3))
  expect(await read([])).toEqual([])
  await vectors.stop()
})

import { expect, it } from 'vitest'
import { SentenceVectors, VECTOR_SIZE } from '@/lib/scoring/topicality/sentence-vectors'

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

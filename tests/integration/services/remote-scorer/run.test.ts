import { expect, it } from 'vitest'
import { askReady } from '@/lib/services/remote-scorer/run'
import { addHttp, dispatch, OF_INSULT, prepareScorerWorld, send, world } from '@/tests/factories/scorer-world'

prepareScorerWorld()

it('goes on at once until a scorer has been asked about all that waits for it', async () => {
  await addHttp()
  world.service.mood = () => OF_INSULT
  const texts = Array.from({ length: 11 }, (_, at) => [`c${at}`, `You would say that, number ${at}.`] as const)
  await send(Object.fromEntries(texts))
  const running = new Map<string, Promise<number>>()
  while (await askReady(dispatch(), running));
  expect(world.service.asked).toHaveLength(texts.length)
})

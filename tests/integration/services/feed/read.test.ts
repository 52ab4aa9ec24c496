import { expect, it, vi } from 'vitest'
import type { FeedItem } from '@/lib/contracts/feed'
import * as feed from '@/lib/db/decision/feed'
import { decideComment } from '@/lib/services/comment/decide'
import { followFeed } from '@/lib/services/feed/read'
import { makeComment } from '@/tests/factories/comment'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite } from '@/tests/factories/site'

it('is read once for all who wait at the same place, and tells each of them everything', async () => {
  const site = await makeSite()
  const comments = [await makeComment(site), await makeComment(site)]
  const moderator = await site.as('moderator')
  const followers = 200
  const listFeed = vi.spyOn(feed, 'listFeed')
  const heard: FeedItem[][] = Array.from({ length: followers }, () => [])
  const stops = heard.map(() => new AbortController())
  const following = heard.map(async (own, at) => {
    for await (const items of followFeed(moderator, 0, 60_000, stops[at]?.signal ?? AbortSignal.abort())) own.push(...items)
  })
  const ids: string[] = []
  for (const { id } of comments) {
    ids.push((await decideComment(moderator, id, { version: 1, act: { kind: 'approve' } })).decisionId)
    await vi.waitFor(() => expect(heard.every((own) => own.length === ids.length)).toBe(true), PATIENT)
  }
  expect(new Set(heard.map((own) => own.map(({ id, position }) => `${position} ${id}`).join()))).toEqual(
    new Set([`1 ${ids[0]},2 ${ids[1]}`]),
  )
  // Each by itself would have read three times and more.
  expect(listFeed.mock.calls.length).toBeLessThan(followers / 2)
  for (const stop of stops) stop.abort()
  await Promise.all(following)
  listFeed.mockRestore()
})

it('goes on where it was when the database has been away', async () => {
  const site = await makeSite()
  const [first, second] = [await makeComment(site), await makeComment(site)]
  const moderator = await site.as('moderator')
  const approve = (id: string) => decideComment(moderator, id, { version: 1, act: { kind: 'approve' } })
  const stop = new AbortController()
  const following = followFeed(moderator, 0, 20, stop.signal)
  await approve(first.id)
  const positions = async () => {
    const { value } = (await following.next()) as IteratorYieldResult<readonly FeedItem[]>
    return value.map(({ position }) => position)
  }
  expect(await positions()).toEqual([1])
  const away = vi.spyOn(feed, 'listFeed').mockRejectedValue(new Error('Connection terminated unexpectedly'))
  await approve(second.id)
  expect(await positions()).toEqual([])
  expect(away).toHaveBeenCalled()
  away.mockRestore()
  const told: number[] = []
  while (told.length === 0) told.push(...(await positions()))
  expect(told).toEqual([2])
  stop.abort()
  await following.return(undefined)
})

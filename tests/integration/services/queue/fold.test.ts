import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { listFeed, sweepFeed } from '@/lib/db/decision/feed'
import { decideComment } from '@/lib/services/comment/decide'
import { foldCounts } from '@/lib/services/queue/fold'
import { makeComment } from '@/tests/factories/comment'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite } from '@/tests/factories/site'

const countWaiting = async () => {
  const [row] = await getDb().query<{ count: number }>('SELECT count(*) AS count FROM feed_waiting')
  return row?.count
}

it('numbers what waits in the feeds of all sites, whoever reads them, in the order of the decisions', async () => {
  const sites = [await makeSite(), await makeSite()]
  for (const site of sites) {
    const mo = await site.as('moderator')
    const { id } = await makeComment(site)
    await decideComment(mo, id, { version: 1, act: { kind: 'approve' } })
    await decideComment(mo, id, { version: 2, act: { kind: 'reject', reason: 'spam' } })
  }
  expect(await countWaiting()).toBe(4)
  const stop = new AbortController()
  const folding = foldCounts(stop.signal)
  await expect.poll(countWaiting, PATIENT).toBe(0)
  stop.abort()
  await folding
  for (const site of sites) {
    const items = await listFeed(getDb(), site.id, 0, 10)
    expect(items.map(({ position, kind }) => [position, kind])).toEqual([
      [1, 'approve'],
      [2, 'reject'],
    ])
  }
})

it('gives the space back of many that have been numbered', async () => {
  const site = await makeSite()
  await getDb().transaction(async (db) => {
    await db.query(`SET LOCAL session_replication_role = replica`)
    await db.query(
      `INSERT INTO feed_waiting (site_id, decision_id, comment_id) SELECT $1, gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 12000)`,
      [site.id],
    )
  })
  const size = async () => (await getDb().query<{ bytes: number }>(`SELECT pg_relation_size('feed_waiting') AS bytes`))[0]?.bytes
  const before = await size()
  await getDb().query('DELETE FROM feed_waiting WHERE site_id = $1', [site.id])
  await sweepFeed(getDb())
  expect(before).toBeGreaterThan(1_000_000)
  expect(await size()).toBeLessThan(before ?? 0)
})

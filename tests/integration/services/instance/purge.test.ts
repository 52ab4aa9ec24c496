import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { numberFeed } from '@/lib/db/decision/feed'
import * as deliveries from '@/lib/db/webhook-delivery'
import { findHomeSite } from '@/lib/db/session'
import { makeBatch } from '@/lib/services/batch/preview'
import { startBatch } from '@/lib/services/batch/start'
import { decideComment } from '@/lib/services/comment/decide'
import { claimKey } from '@/lib/services/idempotency/once'
import { KEPT, purgeOld } from '@/lib/services/instance/purge'
import { tidyOnce } from '@/lib/services/instance/tidy'
import { listWebhooks } from '@/lib/services/webhook/manage'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-11-29T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const after = (days: number) => new Date(Date.now() + days * 86_400_000)

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
})

async function count(table: string, where = ''): Promise<number> {
  const [row] = await getDb().query<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE site_id = $1 ${where}`, [site.id])
  return row?.count ?? 0
}

/** An endpoint with a delivery for each of these ends, in their order; null is still to be sent. */
async function makeDeliveries(ends: readonly { state: 'delivered' | 'failed' | 'pending'; settledAt: Date | null }[]): Promise<void> {
  const moderator = await site.as('moderator')
  const comment = await makeComment(site)
  let version = 1
  for (let made = 0; made < ends.length; made += 1) {
    const act = made % 2 === 0 ? ({ kind: 'reject', reason: 'abuse' } as const) : ({ kind: 'approve' } as const)
    version = (await decideComment(moderator, comment.id, { version, act })).version
  }
  await numberFeed(getDb(), site.id)
  const endpoint = uuidv7()
  await getDb().query(
    `INSERT INTO webhook_endpoint (site_id, id, url, secret, position, created_at) VALUES ($1, $2, 'https://cms.example/', 'whsec_eA==', 0, $3)`,
    [site.id, endpoint, daysAgo(90)],
  )
  await deliveries.makeOutDeliveries(getDb(), site.id, daysAgo(60))
  for (const [at, { state, settledAt }] of ends.entries())
    await getDb().query(`UPDATE webhook_delivery SET state = $3::delivery_state, settled_at = $4 WHERE site_id = $1 AND position = $2`, [
      site.id,
      at + 1,
      state,
      settledAt,
    ])
  await getDb().query(
    `INSERT INTO webhook_attempt (site_id, id, delivery_id, attempted_at, duration_ms, status)
     SELECT site_id, gen_random_uuid(), id, $2, 5, 204 FROM webhook_delivery WHERE site_id = $1`,
    [site.id, daysAgo(31)],
  )
}

const positions = async () =>
  (await getDb().query<{ position: number }>('SELECT position FROM webhook_delivery WHERE site_id = $1 ORDER BY 1', [site.id])).map(
    ({ position }) => position,
  )

describe('what has done its work', () => {
  it('of webhooks is forgotten a month after it arrived or failed, with its tries; what is to be sent and the newest stay', async () => {
    await makeDeliveries([
      { state: 'delivered', settledAt: daysAgo(31) },
      { state: 'failed', settledAt: daysAgo(31) },
      { state: 'pending', settledAt: null },
      { state: 'delivered', settledAt: daysAgo(29) },
      { state: 'delivered', settledAt: daysAgo(31) },
    ])
    expect(await purgeOld(getDb(), { ...KEPT.webhookDeliveries, lot: 1 }, NOW)).toBe(2)
    expect(await positions()).toEqual([3, 4, 5])
    expect(await count('webhook_attempt')).toBe(3)
    expect(await count('feed_entry')).toBe(5)
    const [endpoint] = await listWebhooks(await site.as('admin'))
    expect(endpoint?.lastDeliveredAt).toBe(daysAgo(29).toISOString())
    // What is forgotten is not made out again.
    await deliveries.makeOutDeliveries(getDb(), site.id, NOW)
    expect(await positions()).toEqual([3, 4, 5])
  })

  it('of sessions is forgotten a month after they ended; the newest still says where the next begins', async () => {
    const other = await makeSite()
    const { actor } = await site.as('moderator')
    const add = async (siteId: string, revokedAt: Date | null, expiresAt: Date) => {
      const id = uuidv7()
      await getDb().prisma.session.create({ data: { id, userId: actor.id, siteId, revokedAt, expiresAt } })
      return id
    }
    const ids = [
      actor.sessionId,
      await add(site.id, daysAgo(31), daysAgo(20)),
      await add(site.id, null, daysAgo(31)),
      await add(site.id, daysAgo(29), daysAgo(20)),
      await add(other.id, daysAgo(40), daysAgo(35)),
    ]
    expect(await purgeOld(getDb(), { ...KEPT.sessions, lot: 1 }, NOW)).toBe(2)
    const left = await getDb().query<{ id: string }>('SELECT id FROM session WHERE user_id = $1 ORDER BY id', [actor.id])
    expect(left.map(({ id }) => id)).toEqual([ids[0], ids[3], ids[4]])
    expect(await findHomeSite(getDb(), actor.id)).toBe(other.id)
  })

  it('of batches is what was only previewed, a week ago; one that was carried out stays', async () => {
    const moderator = await site.as('moderator')
    const comments = [await makeComment(site), await makeComment(site)]
    const preview = () =>
      makeBatch(moderator, {
        of: { kind: 'comments', items: comments.map(({ id }) => ({ id, version: 1 })) },
        act: { kind: 'reject', reason: 'abuse' },
      })
    const [started, left] = [await preview(), await preview()]
    await startBatch(moderator, started.id, () => undefined)
    expect(await purgeOld(getDb(), KEPT.batchDrafts, after(6.9))).toBe(0)
    expect(await purgeOld(getDb(), { ...KEPT.batchDrafts, lot: 1 }, after(7.1))).toBe(1)
    expect(await getDb().query('SELECT id, state FROM batch WHERE site_id = $1', [site.id])).toEqual([{ id: started.id, state: 'done' }])
    expect(await count('batch_item')).toBe(2)
    await expect(startBatch(moderator, left.id, () => undefined)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of imports is what was only read, a month ago; what came in stays on record', async () => {
    const add = (isDryRun: boolean, state: string, finishedAt: Date | null) =>
      getDb().query(
        `INSERT INTO import_run (site_id, id, actor_name, file_name, file_size, is_dry_run, state, created_at, finished_at)
         VALUES ($1, $2, 'Ada', $3, 1, $4, $5::import_state, $6, $7)`,
        [site.id, uuidv7(), `${isDryRun ? 'read' : 'imported'} ${state}`, isDryRun, state, daysAgo(40), finishedAt],
      )
    await add(true, 'done', daysAgo(31))
    await add(true, 'failed', daysAgo(31))
    await add(true, 'waiting', null)
    await add(true, 'stopped', daysAgo(29))
    await add(false, 'done', daysAgo(31))
    expect(await purgeOld(getDb(), { ...KEPT.rehearsedImports, lot: 1 }, NOW)).toBe(2)
    const rows = await getDb().query<{ name: string }>('SELECT file_name AS name FROM import_run WHERE site_id = $1 ORDER BY 1', [site.id])
    expect(rows.map(({ name }) => name)).toEqual(['imported done', 'read stopped', 'read waiting'])
  })

  it('of second looks is what nobody answered, a year after its time was up; answers stay', async () => {
    const { actor } = await site.as('moderator')
    const article = await makeArticle(site)
    const { id: comment } = await makeComment(site, { article })
    const add = (expiresAt: Date) =>
      getDb().query(
        `INSERT INTO second_look (site_id, id, decision_id, comment_id, article_id, revision, verdict, decided_at, expires_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, 1, 'approve', $5, $5)`,
        [site.id, uuidv7(), comment, article.id, expiresAt],
      )
    for (const days of [367, 368, 365, 369]) await add(daysAgo(days))
    await getDb().query(
      `UPDATE second_look SET second = 'unsure', answer = '{"kind":"unsure"}', answered_by = $3, answered_at = $2
       WHERE site_id = $1 AND expires_at = $2`,
      [site.id, daysAgo(369), actor.id],
    )
    expect(await purgeOld(getDb(), { ...KEPT.secondLooks, lot: 1 }, NOW)).toBe(2)
    expect([await count('second_look', 'AND answered_at IS NULL'), await count('second_look', 'AND answered_at IS NOT NULL')]).toEqual([
      1, 1,
    ])
  })

  it('of requests that were sent once is forgotten a day later, though no other comes', async () => {
    const ctx = site.asKey('ingest')
    await claimKey(ctx, 'one', Buffer.from('1'))
    await claimKey(ctx, 'two', Buffer.from('2'))
    expect(await purgeOld(getDb(), KEPT.idempotencyKeys, after(0.9))).toBe(0)
    expect(await purgeOld(getDb(), { ...KEPT.idempotencyKeys, lot: 1 }, after(1.1))).toBe(2)
    expect(await count('idempotency_key')).toBe(0)
  })

  it('is thrown away though something before it cannot be', async () => {
    await claimKey(site.asKey('ingest'), 'one', Buffer.from('1'))
    const fault = vi.spyOn(KEPT.webhookDeliveries, 'purge').mockRejectedValue(new Error('no'))
    await tidyOnce(getDb(), after(2))
    fault.mockRestore()
    expect(await count('idempotency_key')).toBe(0)
  })
})

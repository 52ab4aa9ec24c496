import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { listFeed } from '@/lib/db/decision/feed'
import * as env from '@/lib/env'
import { WebhookSender } from '@/lib/events/send-webhook'
import { listAuditEntries } from '@/lib/services/audit/list'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { listWebhookDeliveries, redeliverMissed, redeliverOne } from '@/lib/services/webhook/deliveries'
import { prepareDeliveries } from '@/lib/services/webhook/dispatch'
import { createWebhook, deleteWebhook, listWebhooks, patchWebhook, rotateWebhook } from '@/lib/services/webhook/manage'
import { makeComment } from '@/tests/factories/comment'
import { FakeCms } from '@/tests/factories/fake-cms'
import { sendDueDeliveries } from '@/tests/factories/send-due'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let cms: FakeCms
let url: string
let sender: WebhookSender
let clock: number
const dispatch = () => ({ db: getDb(), now: () => new Date(clock), sender, random: () => 0.5 })

beforeEach(async () => {
  await getDb().query('UPDATE webhook_endpoint SET disabled_at = now()')
  const given = env.readEnv()
  vi.spyOn(env, 'readEnv').mockReturnValue({ ...given, WEBHOOK_ALLOW_PRIVATE: true })
  clock = Date.now()
  site = await makeSite()
  cms = new FakeCms()
  url = await cms.listen()
  sender = new WebhookSender(true)
})
afterEach(async () => {
  cms.close()
  await sender.close()
  vi.mocked(env.readEnv).mockRestore()
})

async function subscribe(): Promise<string> {
  const { id, secret } = await createWebhook(await site.as('admin'), { url })
  cms.secret = secret
  return id
}

/** Decides on comments, some of them several times, and gives the ids of the decisions. */
async function decideOn(count: number): Promise<string[]> {
  const moderator = await site.as('moderator')
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) {
    const comment = await makeComment(site)
    const { decisionId } = await decideComment(moderator, comment.id, { version: 1, act: { kind: 'reject', reason: 'abuse' } })
    const undo = await undoDecision(moderator, decisionId)
    const again = await decideComment(moderator, comment.id, { version: undo.version, act: { kind: 'approve' } })
    ids.push(decisionId, undo.decisionId, again.decisionId)
  }
  return ids
}

/** Lets time pass, an hour at a step, until nothing is waiting; the schedule is over after four days. */
async function runUntilQuiet(hours = 100): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    await prepareDeliveries(dispatch())
    while ((await sendDueDeliveries(dispatch())) > 0);
    const [row] = await getDb().query<{ count: number }>(
      `SELECT count(*) AS count FROM webhook_delivery w JOIN webhook_endpoint e USING (site_id)
       WHERE w.site_id = $1 AND w.state = 'pending' AND e.disabled_at IS NULL`,
      [site.id],
    )
    if (row?.count === 0) return
    clock += 60 * 60 * 1000
  }
}

describe('webhooks', () => {
  it('all arrive, in order for each comment and with their own ids, at a receiver that fails, dawdles and hangs up', async () => {
    await subscribe()
    let seed = 7
    cms.mood = () => {
      seed = (seed * 48_271) % 2_147_483_647
      const chance = seed / 2_147_483_647
      if (chance < 0.15) return 500
      if (chance < 0.3) return 'reset'
      return chance < 0.4 ? { slow: 30 } : 204
    }
    const decisions = await decideOn(30)
    await runUntilQuiet()
    expect(cms.statuses.filter((status) => status === 500 || status === 'reset').length).toBeGreaterThan(15)
    expect([...new Set(cms.taken.map(({ id }) => id))].sort()).toEqual([...decisions].sort())
    for (const { item } of cms.taken) {
      const own = cms.taken.filter((other) => other.item.comment?.externalId === item.comment?.externalId)
      expect(own.map((other) => other.item.kind)).toEqual(['reject', 'undo', 'approve'])
      expect(own.map((other) => other.id)).toEqual(own.map((other) => other.item.id))
    }
  })

  it('tell of what is decided after the subscription, once for each endpoint', async () => {
    await decideOn(1)
    await subscribe()
    await decideOn(1)
    await runUntilQuiet()
    await runUntilQuiet(1)
    expect(cms.taken.map(({ item }) => item.kind)).toEqual(['reject', 'undo', 'approve'])
    expect(cms.taken.map(({ item }) => item)).toEqual(await listFeed(getDb(), site.id, 3, 10))
  })

  it('are sent again with the same id when the one who sent them died', async () => {
    await subscribe()
    const [first] = await decideOn(1)
    await prepareDeliveries(dispatch())
    const dead = { ...dispatch(), sender: { send: () => new Promise<never>(() => undefined) } as unknown as WebhookSender }
    void sendDueDeliveries(dead)
    await vi.waitFor(async () => {
      const rows = await getDb().query<{ attempts: number }>('SELECT attempts FROM webhook_delivery WHERE site_id = $1 AND attempts > 0', [
        site.id,
      ])
      expect(rows).toHaveLength(1)
    }, PATIENT)
    expect(await sendDueDeliveries(dispatch())).toBe(0)
    clock += 31_000
    expect(await sendDueDeliveries(dispatch())).toBe(1)
    expect(cms.taken.map(({ id }) => id)).toEqual([first])
  })

  it('wait by the schedule and fail after the last try; then others go on', async () => {
    const endpoint = await subscribe()
    cms.mood = () => 500
    await decideOn(1)
    await runUntilQuiet(24 * 14)
    const deliveries = await listWebhookDeliveries(await site.as('admin'), endpoint)
    expect(deliveries.map(({ state, attempts }) => [state, attempts])).toEqual(Array.from({ length: 3 }, () => ['failed', 10]))
    expect(deliveries[0]?.log[0]).toMatchObject({ status: 500, failure: 'It answered 500.' })
    cms.mood = () => 204
    expect(await redeliverMissed(await site.as('admin'), endpoint)).toBe(3)
    await runUntilQuiet()
    expect(cms.taken.map(({ item }) => item.kind)).toEqual(['reject', 'undo', 'approve'])
    await redeliverOne(await site.as('admin'), deliveries[0]?.id ?? '')
    await runUntilQuiet()
    expect(cms.taken).toHaveLength(4)
    expect(cms.taken[3]?.id).toBe(deliveries[0]?.decisionId)
  })

  it('that do not arrive are told of in the list, and go out at once when they are sent again', async () => {
    const endpoint = await subscribe()
    const admin = await site.as('admin')
    cms.mood = () => 500
    await decideOn(1)
    await prepareDeliveries(dispatch())
    expect(await listWebhooks(admin)).toMatchObject([{ pending: 3, failing: null }])
    while ((await sendDueDeliveries(dispatch())) > 0);
    // The first wait is of seconds, the second of minutes.
    clock += 30_000
    while ((await sendDueDeliveries(dispatch())) > 0);
    expect(await listWebhooks(admin)).toMatchObject([
      { pending: 3, failed: 0, failing: { failure: 'It answered 500.', at: new Date(clock).toISOString() } },
    ])
    cms.mood = () => 204
    // Of one comment only the first has been tried; those behind it wait for nothing but it.
    expect(await redeliverMissed(admin, endpoint)).toBe(1)
    clock += 60_000
    while ((await sendDueDeliveries(dispatch())) > 0);
    expect(await listWebhooks(admin)).toMatchObject([{ pending: 0, failing: null }])
    expect(cms.taken.map(({ item }) => item.kind)).toEqual(['reject', 'undo', 'approve'])
  })

  it('stop when the receiver is gone, and go on when it is enabled again', async () => {
    const endpoint = await subscribe()
    cms.mood = () => 410
    await decideOn(1)
    await runUntilQuiet(3)
    const admin = await site.as('admin')
    expect(cms.statuses).toEqual([410])
    expect(await listWebhooks(admin)).toMatchObject([
      { id: endpoint, disabledReason: expect.stringContaining('410') as string, pending: 3 },
    ])
    const { entries } = await listAuditEntries(admin)
    expect(entries).toContainEqual(expect.objectContaining({ actorName: 'Parley', act: 'webhook.disable', subjectName: url }))
    cms.mood = () => 204
    await patchWebhook(admin, endpoint, { isEnabled: true })
    clock += 60_000
    await runUntilQuiet()
    expect(cms.taken).toHaveLength(3)
    expect(await listWebhooks(admin)).toMatchObject([{ disabledReason: null, pending: 0 }])
  })

  it('follow no redirect', async () => {
    const endpoint = await subscribe()
    cms.mood = () => 302
    await decideOn(1)
    await runUntilQuiet(1)
    const deliveries = await listWebhookDeliveries(await site.as('admin'), endpoint)
    expect(deliveries.at(-1)?.log[0]?.failure).toBe('It answered 302, and redirects are not followed.')
  })

  it('are signed by both secrets for a day after a rotation', async () => {
    const endpoint = await subscribe()
    const old = cms.secret
    const { secret } = await rotateWebhook(await site.as('admin'), endpoint)
    await decideOn(1)
    await prepareDeliveries(dispatch())
    await sendDueDeliveries(dispatch())
    cms.secret = secret
    await sendDueDeliveries(dispatch())
    expect(cms.signatures.map((signature) => signature.split(' ').length)).toEqual([2, 2])
    clock += 25 * 60 * 60 * 1000
    await sendDueDeliveries(dispatch())
    expect(cms.signatures.map((signature) => signature.split(' ').length)).toEqual([2, 2, 1])
    expect(old).not.toBe(secret)
  })
})

describe('webhooks in Settings', () => {
  it('are for admins, note who changed them, and name what is wrong with an address', async () => {
    const admin = await site.as('admin')
    for (const actor of [await site.as('moderator'), site.asKey('ingest', 'read')]) {
      await expect(createWebhook(actor, { url })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listWebhooks(actor)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(redeliverMissed(actor, admin.actor.siteId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(createWebhook(admin, { url: 'ftp://a.example' })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'The address is not a web address.',
    })
    const id = await subscribe()
    await rotateWebhook(admin, id)
    await patchWebhook(admin, id, { isEnabled: false })
    await deleteWebhook(admin, id)
    for (const act of [deleteWebhook, rotateWebhook, listWebhookDeliveries, redeliverMissed])
      await expect(act(admin, id)).rejects.toMatchObject({ code: 'not_found' })
    const entries = await getDb().query<{ act: string }>('SELECT act FROM audit_entry WHERE site_id = $1 AND subject_id = $2 ORDER BY id', [
      site.id,
      id,
    ])
    expect(entries.map(({ act }) => act)).toEqual(['webhook.create', 'webhook.rotate', 'webhook.disable', 'webhook.delete'])
  })

  it("are not another site's to change", async () => {
    const id = await subscribe()
    const other = await (await makeSite()).as('admin')
    await expect(rotateWebhook(other, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(listWebhookDeliveries(other, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import type { Outcome, WebhookSender } from '@/lib/events/send-webhook'
import { decideComment } from '@/lib/services/comment/decide'
import { listWebhookDeliveries, redeliverMissed, redeliverOne } from '@/lib/services/webhook/deliveries'
import { prepareDeliveries } from '@/lib/services/webhook/dispatch'
import { createWebhook } from '@/lib/services/webhook/manage'
import { makeComment } from '@/tests/factories/comment'
import { refuse } from '@/tests/factories/day'
import { sendDueDeliveries } from '@/tests/factories/send-due'
import { makeSite } from '@/tests/factories/site'

/** `HISTORIES=500` for the longer check. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 10)

const happening = fc.oneof(
  fc.record({ do: fc.constant('decide' as const), at: fc.nat(1) }),
  fc.record({ do: fc.constant('send' as const), fails: fc.nat(3) }),
  fc.record({ do: fc.constant('pass' as const), hours: fc.nat(30) }),
  fc.record({ do: fc.constant('again' as const), at: fc.nat(5) }),
  fc.record({ do: fc.constant('all again' as const) }),
)

beforeEach(() => {
  const given = env.readEnv()
  const spy = vi.spyOn(env, 'readEnv').mockReturnValue({ ...given, WEBHOOK_ALLOW_PRIVATE: true })
  return () => spy.mockRestore()
})

it('whatever fails and is sent again, by two senders at once, the receiver is told last of each comment what stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 30 }), async (happenings) => {
      await getDb().query('UPDATE webhook_endpoint SET disabled_at = now()')
      let clock = Date.now()
      const site = await makeSite(() => new Date(clock))
      const [admin, moderator] = [await site.as('admin'), await site.as('moderator')]
      const { id: endpoint } = await createWebhook(admin, { url: 'http://127.0.0.1:1/hook' })
      const comments = [await makeComment(site), await makeComment(site)].map(({ id, externalId }) => ({ id, externalId, version: 1 }))
      const told = new Map<string, number>()
      let calls = 0
      let fails = 0
      const send = async ({ body }: { body: string }): Promise<Outcome> => {
        const { data } = JSON.parse(body) as { data: { comment: { externalId: string; version: number } } }
        calls += 1
        const isRefused = fails > 0 && calls % (4 - fails) === 0
        // Others have their turn while it is on its way.
        await new Promise((resolve) => setImmediate(resolve))
        if (!isRefused) told.set(data.comment.externalId, data.comment.version)
        return { status: isRefused ? 500 : 204, failure: isRefused ? 'It answered 500.' : null, retryAfter: null, durationMs: 1 }
      }
      const sender = { send } as unknown as WebhookSender
      const dispatch = () => ({ db: getDb(), now: () => new Date(clock), sender, random: () => 0.5 })
      const sendAll = async () => {
        await prepareDeliveries(dispatch())
        while ((await sendDueDeliveries(dispatch())) > 0);
      }
      const take = async (one: (typeof happenings)[number]): Promise<void> => {
        if (one.do === 'pass') clock += one.hours * 3_600_000
        else if (one.do === 'send') {
          fails = one.fails
          await Promise.all([sendAll(), sendAll()])
        } else if (one.do === 'decide') {
          const comment = comments[one.at]
          if (!comment) return
          const act = comment.version % 2 === 1 ? ({ kind: 'reject', reason: 'abuse' } as const) : ({ kind: 'approve' } as const)
          comment.version = (await decideComment(moderator, comment.id, { version: comment.version, act })).version
        } else if (one.do === 'all again') await redeliverMissed(admin, endpoint)
        else {
          const delivery = (await listWebhookDeliveries(admin, endpoint))[one.at]
          if (delivery) await redeliverOne(admin, delivery.id)
        }
      }
      for (let at = 0; at < happenings.length; at += 2)
        await Promise.all(happenings.slice(at, at + 2).map((one) => take(one).catch(refuse)))
      fails = 0
      // Until nothing waits: the longest wait is of a day.
      for (let day = 0; day < 3; day += 1) {
        clock += 30 * 3_600_000
        await sendAll()
      }
      const decided = comments.filter(({ version }) => version > 1)
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(decided.map(({ externalId, version }) => [externalId, version])))
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  )
})

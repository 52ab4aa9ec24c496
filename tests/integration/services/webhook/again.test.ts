import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import type { Outcome, WebhookSender } from '@/lib/events/send-webhook'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { listWebhookDeliveries, redeliverMissed, redeliverOne } from '@/lib/services/webhook/deliveries'
import { prepareDeliveries } from '@/lib/services/webhook/dispatch'
import { createWebhook } from '@/lib/services/webhook/manage'
import { makeComment } from '@/tests/factories/comment'
import { makeGate } from '@/tests/factories/gate'
import { sendDueDeliveries } from '@/tests/factories/send-due'
import { makeSite, type TestSite } from '@/tests/factories/site'

const ARRIVED: Outcome = { status: 204, failure: null, retryAfter: null, durationMs: 1 }
const REFUSED: Outcome = { status: 500, failure: 'It answered 500.', retryAfter: null, durationMs: 1 }

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let clock: number
let endpoint: string
/** What the receiver was told, in order, and what it answers. */
let told: string[]
let answer: (kind: string) => Outcome | Promise<Outcome>

beforeEach(async () => {
  await getDb().query('UPDATE webhook_endpoint SET disabled_at = now()')
  const given = env.readEnv()
  vi.spyOn(env, 'readEnv').mockReturnValue({ ...given, WEBHOOK_ALLOW_PRIVATE: true })
  clock = Date.now()
  told = []
  site = await makeSite()
  admin = await site.as('admin')
  endpoint = (await createWebhook(admin, { url: 'http://127.0.0.1:1/hook' })).id
})
afterEach(() => vi.mocked(env.readEnv).mockRestore())

const sender = {
  send: async ({ body }: { body: string }) => {
    const { kind } = (JSON.parse(body) as { data: { kind: string } }).data
    told.push(kind)
    return answer(kind)
  },
} as unknown as WebhookSender
const dispatch = () => ({ db: getDb(), now: () => new Date(clock), sender, random: () => 0.5 })

async function run(hours: number): Promise<void> {
  for (let hour = 0; hour <= hours; hour += 1) {
    while ((await sendDueDeliveries(dispatch())) > 0);
    clock += 3_600_000
  }
}

/** A rejection, its undo and an approval, each with its delivery; the last one first. */
async function decideThrice() {
  const moderator = await site.as('moderator')
  const { id } = await makeComment(site)
  const { decisionId } = await decideComment(moderator, id, { version: 1, act: { kind: 'reject', reason: 'abuse' } })
  const { version } = await undoDecision(moderator, decisionId)
  await decideComment(moderator, id, { version, act: { kind: 'approve' } })
  await prepareDeliveries(dispatch())
}

const standing = async () => (await listWebhookDeliveries(admin, endpoint)).map(({ kind, state }) => `${kind} ${state}`)

describe('what is sent again', () => {
  it('is followed by what was decided since on the same comment, so that the receiver ends with what stands', async () => {
    await decideThrice()
    answer = (kind) => (kind === 'reject' ? REFUSED : ARRIVED)
    await run(24 * 5)
    expect(await standing()).toEqual(['approve delivered', 'undo delivered', 'reject failed'])
    await decideThrice()
    answer = () => ARRIVED
    await run(0)
    told = []
    expect(await redeliverMissed(admin, endpoint)).toBe(3)
    await run(0)
    expect(told).toEqual(['reject', 'undo', 'approve'])
    told = []
    const undo = (await listWebhookDeliveries(admin, endpoint)).find(({ kind }) => kind === 'undo')
    await redeliverOne(admin, undo?.id ?? '')
    await run(0)
    expect(told).toEqual(['undo', 'approve'])
  })

  it('while a try is under way is sent again, whatever became of that try', async () => {
    for (const outcome of [REFUSED, ARRIVED]) {
      await decideThrice()
      // The last try of ten.
      await getDb().query(`UPDATE webhook_delivery SET attempts = 9 WHERE site_id = $1 AND state = 'pending'`, [site.id])
      const [begun, held] = [makeGate(), makeGate()]
      told = []
      answer = async () => {
        begun.open()
        await held.opened
        return outcome
      }
      const trying = sendDueDeliveries(dispatch())
      await begun.opened
      const [, , first] = await listWebhookDeliveries(admin, endpoint)
      await redeliverOne(admin, first?.id ?? '')
      held.open()
      expect(await trying).toBe(1)
      expect((await standing()).slice(0, 3)).toEqual(['approve pending', 'undo pending', 'reject pending'])
      answer = () => ARRIVED
      clock += 60_000
      await run(0)
      expect(told).toEqual(['reject', 'reject', 'undo', 'approve'])
      const [, , log] = (await listWebhookDeliveries(admin, endpoint)).map((one) => one.log)
      expect(log?.map(({ status }) => status)).toEqual([204, outcome.status])
    }
  })
})

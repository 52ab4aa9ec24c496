import type { WebhookMessage } from '../../contracts/webhook'
import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import { listFeed, numberFeed } from '../../db/decision/feed'
import { claimDeliveries, listToldSites, makeOutDeliveries, settleDelivery, type ClaimedDelivery } from '../../db/webhook-delivery'
import { disableEndpoint, lockEndpoint, type EndpointRow } from '../../db/webhook-endpoint'
import { waitAfter } from '../../domain/retry'
import type { Outcome, WebhookSender } from '../../events/send-webhook'

/** Longer than a try can take: after it, somebody else may try. */
const LEASE_MS = 30_000
/** How many go out at once. */
const AT_ONCE = 20

/** What sending needs: the pool, the clock, the way out, and chance. */
interface Dispatch {
  db: Db
  now: () => Date
  sender: WebhookSender
  random: () => number
}

/** Numbers new decisions and makes out their deliveries, for every site that has somebody to tell. */
export async function prepareDeliveries({ db, now }: Pick<Dispatch, 'db' | 'now'>): Promise<void> {
  for (const siteId of await listToldSites(db)) {
    await numberFeed(db, siteId)
    await makeOutDeliveries(db, siteId, now())
  }
}

/**
 * Begins to send what is due, each at least once and those of a comment in order, and gives, by endpoint, how many were tried, once they were.
 * What fails is tried again by the schedule of `waitAfter`; 410 disables the endpoint. Endpoints that are `busy` with what they were sent
 * before get nothing more meanwhile: one that hangs holds up nobody but itself.
 */
export async function startDueDeliveries(dispatch: Dispatch, busy: readonly string[]): Promise<Map<string, Promise<number>>> {
  const claimed = await claimDeliveries(dispatch.db, dispatch.now(), LEASE_MS, AT_ONCE, busy)
  const send = async (endpointId: string): Promise<number> => {
    const own = claimed.filter((delivery) => delivery.endpointId === endpointId)
    await Promise.all(own.map((delivery) => deliver(dispatch, delivery)))
    return own.length
  }
  const endpoints = new Set(claimed.map(({ endpointId }) => endpointId))
  return new Map([...endpoints].map((endpointId) => [endpointId, send(endpointId)]))
}

async function deliver({ db, now, sender, random }: Dispatch, delivery: ClaimedDelivery): Promise<void> {
  const attemptedAt = now()
  const endpoint = await lockEndpoint(db, delivery.siteId, delivery.endpointId)
  const [item] = await listFeed(db, delivery.siteId, delivery.position - 1, 1)
  // Deleted meanwhile: its deliveries went with it.
  if (!endpoint || !item) return
  const type = item.comment === null ? 'article.decided' : 'comment.decided'
  const body = JSON.stringify({ type, timestamp: item.decidedAt, data: item } satisfies WebhookMessage)
  const { secret, oldSecret, oldSecretUntil } = endpoint
  const isOldValid = oldSecret !== null && oldSecretUntil !== null && oldSecretUntil > attemptedAt
  const secrets = isOldValid ? [secret, oldSecret] : [secret]
  const outcome = await sender.send({ id: delivery.decisionId, body }, { url: endpoint.url, secrets })
  if (outcome.status === 410) await disableGone(db, endpoint, attemptedAt)
  await settleDelivery(db, delivery, { ...judge(delivery, outcome, now(), random()), attempt: { attemptedAt, ...outcome } })
}

async function disableGone(db: Db, { siteId, id, url }: EndpointRow, at: Date): Promise<void> {
  await db.transaction(async (inner) => {
    if (!(await disableEndpoint(inner, siteId, id, 'It answered 410: it is gone and wants no more messages.', at))) return
    const actor = { kind: 'system', id: null, name: 'Parley' } as const
    await recordAudit(inner, { siteId, actor, act: 'webhook.disable', subjectId: id, subjectName: url, at })
  })
}

function judge({ attempts }: ClaimedDelivery, outcome: Outcome, now: Date, chance: number) {
  if (outcome.failure === null) return { state: 'delivered' as const, nextAttemptAt: now }
  const wait = waitAfter(attempts, chance, outcome.retryAfter)
  if (wait === null) return { state: 'failed' as const, nextAttemptAt: now }
  return { state: 'pending' as const, nextAttemptAt: new Date(now.getTime() + wait * 1000) }
}

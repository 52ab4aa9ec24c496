import { setTimeout as pause } from 'node:timers/promises'
import { getDb } from '../../db/connection'
import { describeError } from '../../domain/errors'
import { readEnv } from '../../env'
import { stopListening, waitForDecision } from '../../events/decision-signal'
import { WebhookSender } from '../../events/send-webhook'
import { log } from '../../log'
import { prepareDeliveries, startDueDeliveries } from './dispatch'

/** How often to look for due deliveries when no decision is announced. */
const LOOK_MS = 1000
/** How long answers that are on their way are waited for at the end. */
const LAST_MS = 3000

/**
 * Sends webhooks until `signal` is aborted, to each endpoint apart from the others. What goes wrong is logged, and tried again a second
 * later.
 */
export async function runWebhooks(signal: AbortSignal): Promise<void> {
  const sender = new WebhookSender(readEnv().WEBHOOK_ALLOW_PRIVATE)
  const dispatch = { db: getDb(), now: () => new Date(), sender, random: Math.random }
  const running = new Map<string, Promise<void>>()
  while (!signal.aborted) {
    try {
      await prepareDeliveries(dispatch)
      const started = await startDueDeliveries(dispatch, [...running.keys()])
      for (const [endpointId, sent] of started) {
        const settled = sent.then(() => undefined, noteTrouble)
        running.set(
          endpointId,
          settled.then(() => void running.delete(endpointId)),
        )
      }
      if (started.size > 0) continue
    } catch (error) {
      if (!signal.aborted) noteTrouble(error)
    }
    await waitForWork([...running.values()], signal)
  }
  // Those that hang are cut off, and tried again by whoever comes next.
  await Promise.race([Promise.all(running.values()), pause(LAST_MS, undefined, { ref: false })])
  await sender.close()
  await Promise.all(running.values())
  await stopListening()
}

/** Waits until a decision is announced, an endpoint has answered, or it is time to look. */
async function waitForWork(running: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
  const woken = new AbortController()
  await Promise.race([waitForDecision('*', LOOK_MS, AbortSignal.any([signal, woken.signal])), ...running])
  woken.abort()
}

function noteTrouble(error: unknown): void {
  log().warn({ err: describeError(error) }, 'webhooks could not be sent')
}

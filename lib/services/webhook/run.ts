import { getDb } from '../../db/connection'
import { readEnv } from '../../env'
import { stopListening, waitForDecision } from '../../events/decision-signal'
import { WebhookSender } from '../../events/send-webhook'
import { log } from '../../log'
import { prepareDeliveries, sendDueDeliveries } from './dispatch'

/** How often due deliveries are looked for when no decision is heard of. */
const LOOK_MS = 1000

/** Sends webhooks until `signal` is aborted. What goes wrong is logged, and tried again a second later. */
export async function runWebhooks(signal: AbortSignal): Promise<void> {
  const sender = new WebhookSender(readEnv().WEBHOOK_ALLOW_PRIVATE)
  const dispatch = { db: getDb(), now: () => new Date(), sender, random: Math.random }
  while (!signal.aborted) {
    try {
      await prepareDeliveries(dispatch)
      if ((await sendDueDeliveries(dispatch)) > 0) continue
    } catch (error) {
      if (!signal.aborted) log().warn({ err: error instanceof Error ? error.message : String(error) }, 'webhooks could not be sent')
    }
    await waitForDecision('*', LOOK_MS, signal)
  }
  await sender.close()
  await stopListening()
}

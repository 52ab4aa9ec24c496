import { runWebhooks } from '../services/webhook/run'

/** Starts sending webhooks in this process; the result stops it, when what is on its way has arrived or failed. */
export function startWebhookSender(): () => Promise<void> {
  const stop = new AbortController()
  const running = runWebhooks(stop.signal)
  return async () => {
    stop.abort()
    await running
  }
}

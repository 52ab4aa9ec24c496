import { runWebhooks } from '../services/webhook/run'
import { startJob } from './start-job'

/** Sends webhooks; stopping waits until what is on its way has arrived or failed. */
export const startWebhookSender = () => startJob(runWebhooks)

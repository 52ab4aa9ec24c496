import { startDueDeliveries } from '@/lib/services/webhook/dispatch'

/** Sends what is due and waits for the answers, as the server does not; how many were tried. */
export async function sendDueDeliveries(dispatch: Parameters<typeof startDueDeliveries>[0]): Promise<number> {
  const started = await startDueDeliveries(dispatch, [])
  const counts = await Promise.all(started.values())
  return counts.reduce((total, count) => total + count, 0)
}

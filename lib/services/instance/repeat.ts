import { setTimeout } from 'node:timers/promises'
import { describeError } from '../../domain/errors'
import { log } from '../../log'

/**
 * Does a job's work again and again until `signal` is aborted: at once while it says that there is more, else every `ms`.
 * What goes wrong is logged as `trouble`, and tried again.
 */
export async function repeatWork(signal: AbortSignal, ms: number, trouble: string, work: () => Promise<boolean>): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await work()) continue
    } catch (error) {
      if (!signal.aborted) log().warn({ err: describeError(error) }, trouble)
    }
    // Rejected when the signal comes, which ends the loop.
    await setTimeout(ms, undefined, { signal }).catch(() => undefined)
  }
}

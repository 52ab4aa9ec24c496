import { expect, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'

/** For what comes when the machine has come to it: a slow one takes its time, and nothing is wrong. */
export const PATIENT = { timeout: 60_000, interval: 20 }

/** A count once it has stood still for half a second. */
export async function settle(read: () => number): Promise<number> {
  for (let last = NaN; ;) {
    const now = read()
    if (now === last) return now
    last = now
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Until a statement waits for a lock of another, or what would wait has ended without. */
export async function waitForLock(isOver: () => boolean): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await getDb().query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)
    expect(isOver() || waiting.length > 0).toBe(true)
  }, PATIENT)
}

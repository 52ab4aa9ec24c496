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

/** One stop may come several times: to all processes of a service at once, and passed on by the one that started this. */
const SAME_STOP_MS = 1000

export interface Ending {
  stop: () => Promise<void>
  exit: (code: number) => void
  /** What went wrong while stopping. */
  fail: (error: unknown) => void
  /** In milliseconds. */
  now: () => number
}

/** What a signal does: the first one stops and then ends the process; one that is sent later, by somebody who will not wait, ends it at once. */
export function makeSignalHandler({ stop, exit, fail, now }: Ending): () => void {
  let stoppingSince: number | null = null
  return () => {
    if (stoppingSince !== null) {
      if (now() - stoppingSince > SAME_STOP_MS) exit(1)
      return
    }
    stoppingSince = now()
    console.log('\nStopping: finishing what is in flight…')
    stop().then(() => exit(0), fail)
  }
}

import { indexNotedTexts } from '../../db/comment-document'
import { getDb } from '../../db/connection'
import { log } from '../../log'

/** How often new texts are looked for, and how many transactions' texts are indexed at once. */
const LOOK_MS = 1000
const BATCHES = 20

/** Indexes the words of new and edited texts until `signal` is aborted. What goes wrong is logged and tried again. */
export async function indexTexts(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await indexNotedTexts(getDb(), BATCHES)) === BATCHES) continue
    } catch (error) {
      if (!signal.aborted) log().warn({ err: error instanceof Error ? error.message : String(error) }, 'texts could not be indexed')
    }
    await pause(LOOK_MS, signal)
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}

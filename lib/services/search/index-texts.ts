import { setTimeout } from 'node:timers/promises'
import { indexNotedTexts } from '../../db/comment-document'
import { getDb, type Db } from '../../db/connection'
import { noteActivity } from '../../db/thread-activity'
import { log } from '../../log'
import { noteForScorers } from '../scoring/note-for-scorers'
import { groupTexts } from '../wave/group-texts'

/** How often new texts are looked for, and how many transactions' texts are indexed at once. */
const LOOK_MS = 1000
const BATCHES = 20

/** Indexes the words of new and edited texts until `signal` is aborted. What goes wrong is logged and tried again. */
export async function indexTexts(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await indexNextTexts(getDb(), BATCHES)) === BATCHES) continue
    } catch (error) {
      if (!signal.aborted) log().warn({ err: error instanceof Error ? error.message : String(error) }, 'texts could not be indexed')
    }
    // Rejected when the signal comes, which ends the loop.
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

/**
 * Indexes the texts that `batches` transactions noted, at most, tells the threads above them, groups those that are alike and
 * has later scorers look at them; returns of how many it was.
 */
export function indexNextTexts(db: Db, batches: number): Promise<number> {
  return db.transaction(async (inner) => {
    const { taken, texts } = await indexNotedTexts(inner, batches)
    await noteActivity(inner, texts)
    await groupTexts(inner, texts, new Date())
    await noteForScorers(inner, texts, new Date())
    return taken
  })
}

import { setTimeout } from 'node:timers/promises'
import { indexNotedTexts, lockIndexing, rewriteDocuments } from '../../db/comment/comment-document'
import { getDb, type Db } from '../../db/connection'
import { noteActivity } from '../../db/comment/thread-activity'
import { log } from '../../log'
import { noteForScorers } from '../scoring/note-for-scorers'
import { groupTexts } from '../wave/group-texts'

/** How often new texts are looked for, and how many are indexed at once: some tenths of a second. */
const LOOK_MS = 1000
const LOT = 1000

/** Indexes the words of new and edited texts until `signal` is aborted. What goes wrong is logged and tried again. */
export async function indexTexts(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await indexNextTexts(getDb(), LOT)) >= LOT) continue
      await rewriteNextTexts(getDb(), LOT)
    } catch (error) {
      if (!signal.aborted) log().warn({ err: error instanceof Error ? error.message : String(error) }, 'texts could not be indexed')
    }
    // Rejected when the signal comes, which ends the loop.
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => undefined)
  }
}

/**
 * Indexes the texts noted first, about `limit` of them, groups those that are alike, has later scorers look at them and tells the
 * threads above them; returns how many were noted.
 */
export function indexNextTexts(db: Db, limit: number): Promise<number> {
  return db.transaction(async (inner) => {
    await lockIndexing(inner)
    const { noted, texts } = await indexNotedTexts(inner, limit)
    await groupTexts(inner, texts, new Date())
    await noteForScorers(inner, texts, new Date())
    // Last, since it locks what moderators decide on.
    await noteActivity(inner, texts)
    return noted
  })
}

/** Indexes the next texts anew that were indexed another way by an earlier version; returns whether some may be left. */
export function rewriteNextTexts(db: Db, lot: number): Promise<boolean> {
  return db.transaction(async (inner) => {
    await lockIndexing(inner)
    return rewriteDocuments(inner, lot)
  })
}

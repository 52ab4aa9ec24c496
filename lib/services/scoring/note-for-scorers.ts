import type { IndexedText } from '../../db/comment/comment-document'
import type { Db } from '../../db/connection'
import { noteLateTexts } from '../../db/score/late-task'
import { noteForRemoteScorers } from '../../db/score/scorer-task'
import { readEnv } from '../../env'
import { LATE_SCORERS } from '../../scoring/late-scorers'

/**
 * Has new and edited texts scored by what is too slow, or too far away, for ingest. Call it in the transaction that indexed
 * them, so that none is forgotten.
 */
export async function noteForScorers(db: Db, texts: readonly IndexedText[], now: Date): Promise<void> {
  for (const siteId of [...new Set(texts.map((text) => text.siteId))].sort()) {
    const own = texts.filter((text) => text.siteId === siteId).sort((a, b) => (a.id < b.id ? -1 : 1))
    const noted = { siteId, ids: own.map((text) => text.id), revisions: own.map((text) => text.revision) }
    await noteForRemoteScorers(db, noted, now)
    await noteForLateScorers(db, noted, now)
  }
}

/** Has texts scored by what is too slow for ingest; nothing where that is turned off. */
export async function noteForLateScorers(db: Db, texts: Parameters<typeof noteLateTexts>[1], now: Date): Promise<void> {
  if (readEnv().LATE_SCORES && LATE_SCORERS.length > 0) await noteLateTexts(db, texts, now)
}

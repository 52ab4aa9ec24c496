import { indexNotedTexts, lockIndexing, retryLeftOut, rewriteDocuments, setFirstNotedAside } from '../../db/comment/comment-document'
import { getDb, type Db } from '../../db/connection'
import { noteActivity } from '../../db/comment/thread-activity'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'
import { noteForScorers } from '../scoring/note-for-scorers'
import { groupTexts } from '../wave/group-texts'

/** How often new texts are looked for, and how many are indexed at once: some tenths of a second. */
const LOOK_MS = 1000
const LOT = 1000

/**
 * Indexes the words of new and edited texts until `signal` is aborted. Errors are logged and tried again; a text that cannot be indexed is
 * finally left out, until it is edited or the server restarts.
 */
export async function indexTexts(signal: AbortSignal): Promise<void> {
  const indexer = new TextIndexer(getDb())
  let isFirst = true
  await repeatWork(signal, LOOK_MS, 'texts could not be indexed', async () => {
    if (isFirst) await retryLeftOut(getDb())
    isFirst = false
    if (await indexer.indexNext()) return true
    await rewriteNextTexts(getDb(), LOT)
    return false
  })
}

/** Indexes lot after lot. When one fails the next is a quarter of it, down to the one text that is to blame, which is set aside. */
export class TextIndexer {
  #lot = LOT

  constructor(private readonly db: Db) {}

  /** @returns whether more may be waiting @throws what the lot failed of: the next call tries a smaller one */
  async indexNext(): Promise<boolean> {
    const lot = this.#lot
    try {
      const noted = await indexNextTexts(this.db, lot)
      this.#lot = Math.min(LOT, lot * 4)
      return noted >= lot
    } catch (error) {
      if (lot > 1) this.#lot = Math.floor(lot / 4) || 1
      else await this.#setAside()
      throw error
    }
  }

  async #setAside(): Promise<void> {
    const aside = await this.db.transaction(async (inner) => {
      await lockIndexing(inner)
      return setFirstNotedAside(inner)
    })
    if (aside?.became !== 'left out') return
    const { siteId, commentIds } = aside
    log().error({ siteId, commentId: commentIds[0] }, 'a text could not be indexed and is left out of the search, until it is edited')
  }
}

/**
 * Indexes the texts noted first, about `limit` of them, groups similar ones, queues them for the later scorers and updates the threads
 * above them; returns how many were noted.
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

/** Reindexes the next texts that an earlier version indexed differently; returns whether some may be left. */
export function rewriteNextTexts(db: Db, lot: number): Promise<boolean> {
  return db.transaction(async (inner) => {
    await lockIndexing(inner)
    return rewriteDocuments(inner, lot)
  })
}

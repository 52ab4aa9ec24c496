import { uuidv7 } from 'uuidv7'
import { lockIndexing } from '../../db/comment/comment-document'
import { findCommentStates } from '../../db/comment/comment-state'
import { lockStandings } from '../../db/comment/comment-stored'
import { getDb, type Db } from '../../db/connection'
import { recordDecisions, type DecidedAct, type DecidedComment } from '../../db/decision/decision'
import { eraseTexts } from '../../db/erasure/erase-texts'
import { lockNextErasure, noteErased, type ErasureRow } from '../../db/erasure/erasure'
import { deletePerson, disownComments, forgetDeskAnswers, listCommentsOf, lockDiscussions } from '../../db/erasure/person'
import { HIGHEST_REVISION } from '../../domain/edit'
import { forgetStandingWords } from '../article/words'
import { repeatWork } from '../instance/repeat'

const LOOK_MS = 1000
/** Comments of one transaction: their discussions wait for it no longer than a moment. */
const LOT = 200

/** Erases the comments of those who are to be erased, until `signal` is aborted; what is not done then is taken up later. */
export async function runErasures(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, LOOK_MS, 'comments could not be erased', () => eraseNext(getDb(), new Date()))
}

/**
 * The next lot of the erasure that has waited longest: one transaction, which notes what it did, so that whoever goes on after a kill
 * leaves nothing out. False when there is none, or others are at all of them.
 */
export async function eraseNext(db: Db, now: Date, lot = LOT): Promise<boolean> {
  const erased = await db.transaction(async (inner) => {
    const erasure = await lockNextErasure(inner)
    return erasure && { siteId: erasure.siteId, articleIds: await eraseLot(inner, erasure, now, lot) }
  })
  if (!erased) return false
  forgetStandingWords(erased.siteId, erased.articleIds)
  // What the desk was given meanwhile, or is being given, may quote what is gone only now.
  await forgetDeskAnswers(db, erased.siteId)
  return true
}

/** @returns the discussions it was about */
async function eraseLot(db: Db, erasure: ErasureRow, now: Date, lot: number): Promise<string[]> {
  const { siteId, commenterId } = erasure
  const found = commenterId === null ? [] : await listCommentsOf(db, siteId, commenterId, lot)
  const ids = found.map(({ id }) => id)
  const articleIds = [...new Set(found.map(({ articleId }) => articleId))]
  if (ids.length > 0) {
    // Whoever writes of a text has read it under one of these locks, in this order.
    await lockIndexing(db)
    await lockDiscussions(db, siteId, articleIds)
    await lockStandings(db, siteId, ids)
    await eraseTexts(db, siteId, ids, now)
    await tellRemoved(db, erasure, ids, now)
    await disownComments(db, siteId, ids, HIGHEST_REVISION)
  }
  const isDone = ids.length < lot
  if (isDone && commenterId !== null) await deletePerson(db, siteId, commenterId)
  await noteErased(db, erasure, ids.length, isDone ? now : null)
  return articleIds
}

/** Removes what is not yet removed, by a decision each, which the log keeps and the feed reports. */
async function tellRemoved(db: Db, { siteId, actor }: ErasureRow, ids: readonly string[], at: Date): Promise<void> {
  const act: DecidedAct = { kind: 'erase', actor, reason: null, note: null, mark: null, markKind: null, batchId: null, at }
  const states = await findCommentStates(db, siteId, ids)
  const decisions = [...states].flatMap(([commentId, { version, state }]): DecidedComment[] => {
    if (state.status === 'removed') return []
    const after = { ...state, status: 'removed' as const, suggestions: { offTopic: null, uncivil: null }, openReports: 0 }
    return [{ act, id: uuidv7(), commentId, seenVersion: version, before: state, after, undoes: null }]
  })
  if (decisions.length > 0) await recordDecisions(db, siteId, decisions)
}

import { z } from 'zod'
import { parseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { lockArticle } from '../../db/article/article'
import { findCommentTarget, lockCommentTarget } from '../../db/comment/comment-stored'
import { markRemoved } from '../../db/comment/comment-write'
import type { Db } from '../../db/connection'
import { lockDeletions, recordTombstone } from '../../db/comment/tombstone'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

const Revision = z.int().min(0).optional()

/** `stale`: the source has told us of a newer revision than the one it now deletes, so nothing was changed. */
type RemoveOutcome = 'removed' | 'stale'

/**
 * Notes that a comment was deleted at its source. It is public no longer and nobody can decide on it; its text and its
 * history stay in the database as long as the site wants, so that the log of decisions can be understood. Doing it twice changes nothing. A
 * deletion that comes before its comment is kept, and meets the comment when that arrives.
 *
 * @param revision the source's revision of the deletion; without one it always counts
 * @throws DomainError forbidden, invalid_input
 */
export async function removeComment(ctx: Context, externalId: string, revision?: number): Promise<RemoveOutcome> {
  authorize(ctx.actor, 'ingest')
  const key = parseInput(ExternalId, externalId, 'The external id')
  const sourceRevision = parseInput(Revision, revision) ?? null
  return ctx.db.transaction(async (db) => {
    const outcome = await removeKnown(db, ctx.actor.siteId, { key, sourceRevision, at: ctx.now() })
    if (outcome !== null) return outcome
    await lockDeletions(db, ctx.actor.siteId)
    // It may have arrived before the lock was ours.
    const late = await removeKnown(db, ctx.actor.siteId, { key, sourceRevision, at: ctx.now() })
    if (late === null) await recordTombstone(db, ctx.actor.siteId, { externalId: key, sourceRevision }, ctx.now())
    return late ?? 'removed'
  })
}

/** Null when there is no such comment. */
async function removeKnown(
  db: Db,
  siteId: string,
  { key, sourceRevision, at }: { key: string; sourceRevision: number | null; at: Date },
): Promise<RemoveOutcome | null> {
  const found = await findCommentTarget(db, siteId, key)
  if (!found) return null
  // The same order of locks as in ingest: the discussion, then its comments.
  await lockArticle(db, siteId, found.articleExternalId)
  const target = await lockCommentTarget(db, siteId, key)
  if (!target) return null
  if (sourceRevision !== null && sourceRevision < target.sourceRevision) return 'stale'
  const isNews = target.status !== 'removed' || (sourceRevision !== null && sourceRevision > target.sourceRevision)
  if (isNews) await markRemoved(db, siteId, target.id, sourceRevision ?? target.sourceRevision, at)
  return 'removed'
}

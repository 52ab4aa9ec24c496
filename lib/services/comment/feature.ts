import { uuidv7 } from 'uuidv7'
import { FeatureInput, type FeatureAnswer } from '../../contracts/article-act'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { findCommentState } from '../../db/comment-state'
import { isCommentFeatured, recordFeature } from '../../db/feature'
import { authorize } from '../../domain/actor'
import { canFeature } from '../../domain/article-acts'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { describeConflict } from '../decision/conflict'

/**
 * Lets a comment stand out on the page, as the version that was seen, and records the decision. Its status stays as it is.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed (for a comment that is not public, or is featured already), conflict
 */
export function featureComment(ctx: Context, id: string, input: FeatureInput): Promise<FeatureAnswer> {
  return setFeatured(ctx, id, input, true)
}

/** The opposite, with the same refusals. */
export function unfeatureComment(ctx: Context, id: string, input: FeatureInput): Promise<FeatureAnswer> {
  return setFeatured(ctx, id, input, false)
}

async function setFeatured(ctx: Context, id: string, input: FeatureInput, isFeatured: boolean): Promise<FeatureAnswer> {
  authorize(ctx.actor, 'steer')
  const commentId = parseId(id, 'comment')
  const { version } = parseInput(FeatureInput, input)
  const kind = isFeatured ? 'feature' : 'unfeature'
  return writeFeature(ctx, commentId, { seenVersion: version, isFeatured, kind, undoesId: null })
}

/** Writes it, or its undo. @throws DomainError not_found, not_allowed, conflict */
export async function writeFeature(
  ctx: Context,
  commentId: string,
  act: { seenVersion: number; isFeatured: boolean; kind: 'feature' | 'unfeature' | 'undo'; undoesId: string | null },
): Promise<FeatureAnswer> {
  const { siteId } = ctx.actor
  const [current, wasFeatured] = await Promise.all([
    findCommentState(ctx.db, siteId, commentId),
    isCommentFeatured(ctx.db, siteId, commentId),
  ])
  if (!current) throw new DomainError('not_found', 'There is no such comment.')
  if (current.version !== act.seenVersion) throw await describeConflict(ctx, commentId)
  if (wasFeatured === act.isFeatured) throw new DomainError('not_allowed', `This comment is ${wasFeatured ? '' : 'not '}featured already.`)
  if (act.isFeatured && !canFeature(current.state))
    throw new DomainError('not_allowed', 'Only a public comment without marks can be featured.')
  const feature = { ...act, id: uuidv7(), commentId, actor: describeActor(ctx.actor), state: current.state, at: ctx.now() }
  if (!(await recordFeature(ctx.db, siteId, feature))) throw await describeConflict(ctx, commentId)
  return { decisionId: feature.id, commentId, version: act.seenVersion + 1, isFeatured: act.isFeatured }
}

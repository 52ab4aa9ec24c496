import type { ClosedRepliesAnswer } from '../../contracts/closed-replies'
import { ArticleSnapshot, type ArticleActAnswer, type FeatureAnswer } from '../../contracts/article-act'
import type { DecisionAnswer } from '../../contracts/decision'
import { parseId } from '../../contracts/id'
import { findLoggedSubject, findStanding, type LoggedSubject } from '../../db/article/article-act'
import { authorize } from '../../domain/actor'
import { ARTICLE_ACT_KINDS } from '../../domain/article-acts'
import { DomainError } from '../../domain/errors'
import { describeArticleConflict, recordAct } from '../article/act'
import { writeClosedReplies } from '../comment/close-replies'
import { writeFeature } from '../comment/feature'
import type { Context } from '../context'
import { assertMayUndo } from './may-undo'
import { undoIfOnState } from './undo-on-state'

/**
 * Undoes a decision, whatever it was on: a comment's status and marks, its being featured, its closed replies, or a discussion.
 *
 * @throws DomainError forbidden for somebody else's (admins may), not_found, not_allowed, conflict with what happened since
 */
export async function undoDecision(
  ctx: Context,
  id: string,
): Promise<DecisionAnswer | FeatureAnswer | ClosedRepliesAnswer | ArticleActAnswer> {
  const decisionId = parseId(id, 'decision')
  // Nearly every decision is one on a comment's status or marks: what else it was is asked when it was none.
  const undone = await undoIfOnState(ctx, decisionId)
  if (undone) return undone
  const found = await findLoggedSubject(ctx.db, ctx.actor.siteId, decisionId)
  if (!found) {
    authorize(ctx.actor, 'decide')
    throw new DomainError('not_found', 'There is no such decision.')
  }
  if (found.commentId === null) return undoArticleAct(ctx, found)
  return found.kind === 'feature' || found.kind === 'unfeature' ? undoFeature(ctx, found) : undoClosedReplies(ctx, found)
}

async function undoArticleAct(ctx: Context, found: LoggedSubject): Promise<ArticleActAnswer> {
  authorize(ctx.actor, 'steer')
  assertMayUndo(ctx.actor, found)
  if (!ARTICLE_ACT_KINDS.some((kind) => kind === found.kind)) throw new DomainError('not_allowed', 'This cannot be undone.')
  const current = await findStanding(ctx.db, ctx.actor.siteId, found.articleId)
  if (!current) throw new DomainError('not_found', 'There is no such article.')
  if (current.version !== found.seenVersion + 1) throw await describeArticleConflict(ctx, current)
  const after = ArticleSnapshot.parse(found.before)
  return recordAct(ctx, current, { kind: 'undo', after, note: null, undoesId: found.id })
}

async function undoFeature(ctx: Context, found: LoggedSubject): Promise<FeatureAnswer> {
  authorize(ctx.actor, 'steer')
  assertMayUndo(ctx.actor, found)
  const act = { seenVersion: versionToUndo(found), isOn: found.kind === 'unfeature', kind: 'undo' as const, undoesId: found.id }
  return writeFeature(ctx, found.commentId ?? '', act)
}

async function undoClosedReplies(ctx: Context, found: LoggedSubject): Promise<ClosedRepliesAnswer> {
  authorize(ctx.actor, 'decide')
  assertMayUndo(ctx.actor, found)
  const act = { seenVersion: versionToUndo(found), isOn: found.kind === 'open_replies', kind: 'undo' as const, undoesId: found.id }
  return writeClosedReplies(ctx, found.commentId ?? '', act)
}

/** The version it left, or the one that later decisions and their undos led to: several are taken back one after the other. */
function versionToUndo({ seenVersion, undoneSince }: LoggedSubject): number {
  return seenVersion + 1 + undoneSince
}

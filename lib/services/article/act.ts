import { uuidv7 } from 'uuidv7'
import { ArticleActInput, type ArticleActAnswer, type ArticleSnapshot } from '../../contracts/article-act'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { findLastArticleAct, findStanding, recordArticleAct, type VersionedStanding } from '../../db/article/article-act'
import { authorize } from '../../domain/actor'
import { applyArticleAct, listAllowedArticleActs } from '../../domain/article-acts'
import type { DecisionKind } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { DID } from '../decision/conflict'

/**
 * Holds, closes, reopens or slows a discussion, or asks for help with it, if it is still the version that was seen, and records the decision.
 * The feed and webhooks tell the CMS; it applies to new comments from the next request on.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed, conflict (with who was first)
 */
export async function actOnArticle(ctx: Context, id: string, input: ArticleActInput): Promise<ArticleActAnswer> {
  authorize(ctx.actor, 'steer')
  const articleId = parseId(id, 'article')
  const { version, act, note } = parseInput(ArticleActInput, input)
  const current = await findStanding(ctx.db, ctx.actor.siteId, articleId)
  if (!current) throw new DomainError('not_found', 'There is no such article.')
  if (version > current.version) {
    const message = 'is newer than the article'
    throw new DomainError('invalid_input', `version ${message}`, { problems: [{ path: ['version'], message }] })
  }
  if (version < current.version) throw await describeArticleConflict(ctx, current)
  const after = applyArticleAct(ctx.actor, current.standing, act, ctx.now())
  const words = act.kind === 'ask_help' ? act.note : note
  return recordAct(ctx, current, { kind: act.kind, after, note: words?.trim() ? words : null, undoesId: null })
}

/** Writes an act, or the undo of one, on an article as it was just read. @throws DomainError conflict */
export async function recordAct(
  ctx: Context,
  current: VersionedStanding,
  act: { kind: DecisionKind; after: ArticleSnapshot; note: string | null; undoesId: string | null },
): Promise<ArticleActAnswer> {
  const id = uuidv7()
  const isRecorded = await recordArticleAct(ctx.db, ctx.actor.siteId, {
    ...act,
    id,
    articleId: current.id,
    actor: describeActor(ctx.actor),
    seenVersion: current.version,
    before: current.standing,
    at: ctx.now(),
  })
  if (!isRecorded) throw await describeArticleConflict(ctx, current)
  const allowed = listAllowedArticleActs(ctx.actor, act.after)
  return { decisionId: id, articleId: current.id, version: current.version + 1, standing: act.after, allowed }
}

/** The refusal for somebody who came second: who was first, what they did, and the version that stands now. */
export async function describeArticleConflict(ctx: Context, { id }: Pick<VersionedStanding, 'id'>): Promise<DomainError> {
  const [now, last] = await Promise.all([findStanding(ctx.db, ctx.actor.siteId, id), findLastArticleAct(ctx.db, ctx.actor.siteId, id)])
  const version = now?.version ?? 0
  if (!last || last.seenVersion + 1 !== version) {
    return new DomainError('conflict', 'The site changed the state of this discussion in the meantime. Look at it again.', {
      conflict: { by: 'the source', kind: 'edit', at: ctx.now().toISOString(), version },
    })
  }
  const isOwn = 'id' in ctx.actor && ctx.actor.id === last.actorId
  return new DomainError('conflict', `${isOwn ? 'You' : last.by} ${DID[last.kind]} in the meantime.`, {
    conflict: { by: last.by, kind: last.kind, at: last.at.toISOString(), version },
  })
}

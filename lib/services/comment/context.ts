import { parseId } from '../../contracts/id'
import type { CommentContext, ThreadEntry } from '../../contracts/queue'
import type { ScoreReason } from '../../contracts/score'
import { findArticleBackground, findCommenterRecord } from '../../db/comment-background'
import { findCommentRow, type CommentRow } from '../../db/comment-read'
import { listReports, listRevisions, listScores } from '../../db/evidence'
import { listHistory } from '../../db/history'
import { listThreadAround, type NearbyComment, type ThreadStanding } from '../../db/thread-around'
import { authorize } from '../../domain/actor'
import { listAllowedDecisions } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import { orderForReading } from '../../domain/reading-order'
import { toScored } from '../../scoring/scored-article'
import { explainScore } from '../../scoring/score-comment'
import type { Context } from '../context'

/**
 * Everything the right pane shows of a comment: the talk around it, its article, who wrote it, what was decided and why
 * it is here.
 *
 * @throws DomainError forbidden, not_found
 */
export async function getCommentContext(ctx: Context, id: string): Promise<CommentContext> {
  authorize(ctx.actor, 'read')
  const { actor, db } = ctx
  const { siteId } = actor
  const commentId = parseId(id, 'comment')
  const row = await findCommentRow(db, siteId, commentId)
  const background = row && (await findArticleBackground(db, siteId, row.article.id))
  if (!row || !background) throw new DomainError('not_found', 'There is no such comment.')
  const nearby = await listThreadAround(db, siteId, commentId, standingOf(row))
  const isRemoved = row.state.status === 'removed'
  return {
    row: { ...row, allowed: listAllowedDecisions(actor, row.state) },
    thread: { entries: arrange(nearby), total: background.total, hiddenAncestors: countHidden(nearby) },
    article: background.article,
    commenter: row.commenter && (await findCommenterRecord(db, siteId, row.commenter.id, ctx.now())),
    history: await listHistory(db, siteId, commentId),
    // What was deleted at the source is shown to nobody, its older texts included.
    revisions: isRemoved ? [] : await listRevisions(db, siteId, commentId),
    scores: isRemoved ? [] : explainScores(await listScores(db, siteId, commentId), row, background.article, nearby),
    reports: await listReports(db, siteId, commentId),
  }
}

type Scores = CommentContext['scores']

/** Fills in the reasons that ingest leaves to whoever asks. */
function explainScores(
  scores: (Omit<Scores[number], 'reason'> & { reason: ScoreReason | null })[],
  { body, parent }: CommentRow,
  article: CommentContext['article'],
  nearby: NearbyComment[],
): Scores {
  const parentBody = (parent && 'id' in parent && nearby.find((comment) => comment.id === parent.id)?.body) || null
  const input = { body, parentBody, article: toScored(article), watchedWords: [] }
  return scores.map((score) => ({ ...score, reason: score.reason ?? explainScore(score.scorer, score.attribute, input) ?? NO_REASON }))
}

const NO_REASON: ScoreReason = { spans: [], sentences: [] }

function standingOf(row: CommentRow): ThreadStanding {
  if (row.parent === null) return 'top'
  return 'isUnknown' in row.parent ? 'orphan' : 'reply'
}

/** In reading order, indented under the topmost comment that is shown. */
function arrange(nearby: NearbyComment[]): ThreadEntry[] {
  const byId = new Map(nearby.map((comment) => [comment.id, comment]))
  return orderForReading(nearby).flatMap(({ id, depth: indent }) => {
    const comment = byId.get(id)
    if (!comment) return []
    const { depth: _depth, ...entry } = comment
    return [{ ...entry, indent }]
  })
}

/** How many ancestors are above the topmost comment that is shown. */
function countHidden(nearby: NearbyComment[]): number {
  const current = nearby.find((comment) => comment.isCurrent)
  const byId = new Map(nearby.map((comment) => [comment.id, comment]))
  let top = current
  for (let parent = top; parent; parent = parent.parentId === null ? undefined : byId.get(parent.parentId)) top = parent
  return top?.parentId === null ? 0 : (top?.depth ?? 0)
}

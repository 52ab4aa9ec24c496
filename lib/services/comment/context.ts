import { listCasesOn } from '../../db/appeal/appeal-case'
import { parseId } from '../../contracts/id'
import type { CommentContext, ThreadEntry } from '../../contracts/queue'
import type { ScoreReason } from '../../contracts/score'
import { findArticleBackground, findCommenterRecord } from '../../db/comment/comment-background'
import { findCommentRow, type CommentRow } from '../../db/comment/comment-read'
import { listReports, listRevisions, listScores } from '../../db/comment/evidence'
import { listHistory } from '../../db/comment/history'
import { listLastDecided } from '../../db/comment/last-decided'
import { findPrecedents } from '../../db/comment/precedents'
import type { Db } from '../../db/connection'
import { readQueueTotals } from '../../db/queue/queue-total'
import { listMissingScores } from '../../db/score/scorer-task'
import { findAssignment, listNotes } from '../../db/queue/teamwork'
import { listThreadAround, type NearbyComment, type ThreadStanding } from '../../db/comment/thread-around'
import { authorize } from '../../domain/actor'
import { listAllowedOn } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import { orderForReading } from '../../domain/reading-order'
import { WAVE_KEPT_DAYS } from '../../domain/waves'
import { toScored } from '../../scoring/scored-article'
import { explainScore, withoutSuperseded } from '../../scoring/score-comment'
import { MAX_DISTANCE } from '../../scoring/text/similarity-hash'
import type { Context } from '../context'
import { toEntry } from '../appeal/entry'
import { rememberShown } from './shown-states'

const DAY_MS = 86_400_000

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
  if (!row) throw new DomainError('not_found', 'There is no such comment.')
  const isRemoved = row.state.status === 'removed'
  const commenterId = row.commenter?.id ?? null
  // On one connection, in one round trip: a dozen at once would take the whole pool for one reader, and each plan them all.
  const readAll = (one: Db) =>
    Promise.all([
      findArticleBackground(one, siteId, row.article.id),
      readQueueTotals(one, siteId, row.article.id),
      listThreadAround(one, siteId, commentId, standingOf(row)),
      commenterId === null ? null : findCommenterRecord(one, siteId, commenterId, ctx.now()),
      commenterId === null ? [] : listLastDecided(one, siteId, commenterId, commentId),
      listHistory(one, siteId, commentId),
      // What was deleted at the source is shown to nobody, its older texts included.
      isRemoved ? [] : listRevisions(one, siteId, commentId),
      isRemoved ? [] : listScores(one, siteId, commentId),
      isRemoved ? [] : listMissingScores(one, siteId, commentId),
      listReports(one, siteId, commentId),
      listNotes(one, siteId, commentId, commenterId),
      findAssignment(one, siteId, commentId),
      findPrecedents(one, siteId, commentId, alikeSince(ctx.now())),
      listCasesOn(one, siteId, commentId),
    ])
  const [
    article,
    totals,
    nearby,
    commenter,
    lastDecided,
    history,
    revisions,
    scores,
    missingScores,
    reports,
    notes,
    assignment,
    precedents,
    appeals,
  ] = await db.transaction((one) => one.finish(() => readAll(one)))
  if (!article) throw new DomainError('not_found', 'There is no such comment.')
  rememberShown([row])
  return {
    row: { ...row, allowed: listAllowedOn(actor, row) },
    thread: { entries: arrange(nearby), total: totals.newest, hiddenAncestors: countHidden(nearby) },
    article,
    commenter,
    lastDecided,
    history,
    revisions,
    scores: explainScores(withoutSuperseded(scores), row, article, nearby),
    missingScores,
    reports,
    notes,
    assignment,
    precedents,
    appeals: appeals.map(toEntry),
  }
}

/** Of waves, what texts are like is kept for so long; of others shorter (lib/services/wave/purge.ts). */
const alikeSince = (now: Date) => ({ since: new Date(now.getTime() - WAVE_KEPT_DAYS * DAY_MS), bits: MAX_DISTANCE })

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

import { uuidv7 } from 'uuidv7'
import { AppealInput, type AppealAnswer } from '../../contracts/appeal'
import { parseInput, refuseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { findStandingDecision, insertAppeal, listAppealsOn, type EarlierAppeal, type StandingDecision } from '../../db/appeal/appeal'
import { lockCommentTarget } from '../../db/comment/comment-stored'
import { authorize } from '../../domain/actor'
import type { CommentStatus } from '../../domain/comment'
import { DomainError } from '../../domain/errors'
import { listTimeProblems } from '../comment/source-time'
import type { Context } from '../context'

/**
 * Stores a commenter's appeal against the decision that stands on their comment. There is one appeal per decision: the same words again
 * change nothing, other words are refused.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed when there is nothing to appeal against, or there was an appeal
 */
export async function addAppeal(ctx: Context, commentExternalId: string, input: AppealInput): Promise<AppealAnswer> {
  authorize(ctx.actor, 'ingest')
  const key = parseInput(ExternalId, commentExternalId, 'The external id')
  const { statement, appealedAt: said } = parseInput(AppealInput, input)
  const now = ctx.now()
  const appealedAt = said === undefined ? now : new Date(said)
  const problems = listTimeProblems('appealedAt', appealedAt, now)
  if (problems.length > 0) throw refuseInput(problems)

  return ctx.db.transaction(async (db) => {
    const { siteId } = ctx.actor
    // Whoever decides on it meanwhile comes before or after.
    const comment = await lockCommentTarget(db, siteId, key)
    if (!comment) throw new DomainError('not_found', 'There is no comment with this external id.')
    const standing = await findStandingDecision(db, siteId, comment.id)
    const earlier = await listAppealsOn(db, siteId, comment.id)
    const known = findSame(earlier, statement, standing)
    if (known) return { id: known.id, decisionId: known.decisionId, outcome: 'unchanged', state: known.state }
    if (comment.isErased) throw new DomainError('not_allowed', 'The text of this comment was erased: nobody could look at it again.')
    if (standing === null) throw refuseNothing(comment.status)
    assertFirst(earlier, standing)
    const appeal = { id: uuidv7(), commentId: comment.id, decisionId: standing.id, subject: standing.subject, statement }
    await insertAppeal(db, siteId, { ...appeal, appealedAt, receivedAt: now })
    return { id: appeal.id, decisionId: standing.id, outcome: 'created', state: 'open' }
  })
}

/** The same appeal, sent before: the latest in the same words, unless another decision stands against the comment since. */
function findSame([latest]: readonly EarlierAppeal[], statement: string, standing: StandingDecision | null): EarlierAppeal | null {
  if (latest?.statement !== statement) return null
  return latest.state === 'open' || standing === null || isAgainst(latest, standing) ? latest : null
}

const isAgainst = ({ decisionId, subject }: EarlierAppeal, standing: StandingDecision): boolean =>
  decisionId === standing.id && subject === standing.subject

function assertFirst(earlier: readonly EarlierAppeal[], standing: StandingDecision): void {
  if (earlier.some(({ state }) => state === 'open')) throw new DomainError('not_allowed', 'An appeal on this comment is already open.')
  if (earlier.some((appeal) => appeal.state !== 'lapsed' && isAgainst(appeal, standing))) {
    throw new DomainError('not_allowed', 'The decision that stands has already been appealed against, and a person has answered.')
  }
}

function refuseNothing(status: CommentStatus): DomainError {
  switch (status) {
    case 'removed':
      return new DomainError('not_allowed', 'This comment was deleted at its source: there is nothing left to appeal against.')
    case 'pending':
      return new DomainError('not_allowed', 'Nobody has decided on this comment yet: it waits for a person.')
    default:
      return new DomainError('not_allowed', 'Nothing was decided against this comment.')
  }
}

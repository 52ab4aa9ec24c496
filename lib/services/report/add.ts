import { uuidv7 } from 'uuidv7'
import { ReportInput, type ReportAnswer } from '../../contracts/ingest'
import { parseInput, refuseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { lockCommentTarget } from '../../db/comment/comment-stored'
import { countOpenReport, findReport, insertReport, readReporterRecord } from '../../db/comment/report'
import { authorize } from '../../domain/actor'
import { weighReporter } from '../../domain/priority'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { listTimeProblems } from '../comment/source-time'

/** A reader of whom nothing is known. */
const UNKNOWN = { upheld: 0, dismissed: 0 }

/**
 * Stores a reader's report, once per external id. Without one, each reader counts once per comment.
 *
 * Once a person has reviewed the text, further reports are stored but closed, until the text is edited: a crowd cannot
 * keep a settled comment on the desk. The same goes for comments that were deleted.
 *
 * @throws DomainError forbidden, invalid_input, not_found
 */
export async function addReport(ctx: Context, commentExternalId: string, input: ReportInput): Promise<ReportAnswer> {
  authorize(ctx.actor, 'ingest')
  const key = parseInput(ExternalId, commentExternalId, 'The external id')
  const parsed = parseInput(ReportInput, input)
  const now = ctx.now()
  const reportedAt = parsed.reportedAt === undefined ? now : new Date(parsed.reportedAt)
  const problems = listTimeProblems('reportedAt', reportedAt, now)
  if (problems.length > 0) throw refuseInput(problems)
  const { reason, reporter = null, note = null } = parsed
  const id = uuidv7()
  // Encoded, the comment's id holds no colon: comment a by b:c and comment a:b by c stay two reports.
  const externalId = parsed.externalId ?? `${encodeURIComponent(key)}:${reporter ?? id}`

  return ctx.db.transaction(async (db) => {
    const { siteId } = ctx.actor
    const weight = weighReporter(reporter === null ? UNKNOWN : await readReporterRecord(db, siteId, reporter))
    const comment = await lockCommentTarget(db, siteId, key)
    if (!comment) throw new DomainError('not_found', 'There is no comment with this external id.')
    const isOpen = !comment.isReviewed && comment.status !== 'removed'
    // What is said of a text that was erased may quote it.
    const kept = comment.isErased ? null : note
    const report = { id, commentId: comment.id, externalId, reporter, reason, note: kept, reportedAt, resolvedAt: isOpen ? null : now }
    if (await insertReport(db, siteId, report)) {
      if (isOpen) await countOpenReport(db, siteId, comment.id, weight)
      return { id, externalId, outcome: 'created', isOpen }
    }
    const known = await findReport(db, siteId, externalId)
    if (known?.commentId !== comment.id) {
      throw refuseInput([{ path: ['externalId'], message: 'is the id of a report about another comment' }])
    }
    return { id: known.id, externalId, outcome: 'unchanged', isOpen: !known.isResolved }
  })
}

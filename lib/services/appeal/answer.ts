import { uuidv7 } from 'uuidv7'
import { AppealVerdictInput } from '../../contracts/appeal'
import type { DecisionAnswer } from '../../contracts/decision'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { findCase, type StoredCase } from '../../db/appeal/appeal-case'
import { findCommentState } from '../../db/comment/comment-state'
import { recordDecisions, type DecidedAct } from '../../db/decision/decision'
import { authorize } from '../../domain/actor'
import { grantAppeal } from '../../domain/appeals'
import { listAllowedDecisions } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { describeConflict } from '../decision/conflict'
import { expectReasons } from '../own-reason/expect'
import { judgeAnswerer } from './may-answer'

/** A report may come in between reading and writing; the comment is read again, at most this often. */
const MAX_ATTEMPTS = 5

/**
 * Answers an appeal by a decision on the version of the comment that was seen: granting undoes what was decided against it; upholding leaves
 * everything as it is. The trigger that carries decisions records in the same transaction that the appeal is answered, as it does for every
 * other decision with that effect.
 *
 * @throws DomainError forbidden (editors, and whoever took the decision while a colleague could answer), invalid_input, not_found,
 *   not_allowed when it was answered or lapsed, or for a reason that is none here, conflict (with who was first)
 */
export async function answerAppeal(ctx: Context, id: string, input: AppealVerdictInput): Promise<DecisionAnswer> {
  authorize(ctx.actor, 'decide')
  const appealId = parseId(id, 'appeal')
  const verdict = parseInput(AppealVerdictInput, input)
  const { siteId } = ctx.actor
  const appeal = await findCase(ctx.db, siteId, appealId)
  if (!appeal) throw new DomainError('not_found', 'There is no such appeal.')
  await assertMayAnswer(ctx, appeal, verdict.version)
  if (verdict.reason !== undefined) await expectReasons(ctx, [{ kind: 'reject', reason: verdict.reason }])
  const act = describeAnswer(ctx, appeal, verdict)
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const current = await findCommentState(ctx.db, siteId, appeal.commentId)
    if (!current) throw new DomainError('not_found', 'There is no such comment.')
    if (current.version !== verdict.version) throw await describeConflict(ctx, appeal.commentId)
    const before = current.state
    const after = verdict.outcome === 'granted' ? grantAppeal(before, { subject: appeal.subject, mark: appeal.decision.mark }) : before
    const decision = { act, id: uuidv7(), commentId: appeal.commentId, seenVersion: current.version, before, after, undoes: null }
    if ((await recordDecisions(ctx.db, siteId, [decision])).size === 0) continue
    const allowed = listAllowedDecisions(ctx.actor, after)
    return { decisionId: decision.id, commentId: appeal.commentId, version: current.version + 1, state: after, allowed }
  }
  throw new DomainError('conflict', 'This comment keeps changing. Look at it again before you answer.')
}

async function assertMayAnswer(ctx: Context, appeal: StoredCase, seenVersion: number): Promise<void> {
  if (appeal.state === 'lapsed')
    throw new DomainError('not_allowed', 'The source deleted or replaced the text: this appeal needs no answer.')
  if (appeal.state !== 'open') {
    const current = await findCommentState(ctx.db, ctx.actor.siteId, appeal.commentId)
    if (current && current.version !== seenVersion) throw await describeConflict(ctx, appeal.commentId)
    throw new DomainError('not_allowed', `${appeal.answer?.by ?? 'Somebody'} has answered this appeal already.`)
  }
  const judge = await judgeAnswerer(ctx, [appeal])
  if (judge(appeal) === 'own') throw new DomainError('forbidden', 'You took the decision that is appealed against; a colleague answers.')
}

/** The answer in the words of the log. */
function describeAnswer(ctx: Context, appeal: StoredCase, { outcome, reason, note }: AppealVerdictInput): DecidedAct {
  const { subject } = appeal
  const isCleared = outcome === 'granted' && subject !== 'rejection'
  return {
    actor: describeActor(ctx.actor),
    kind: outcome === 'upheld' ? 'uphold' : isCleared ? 'clear_mark' : 'approve',
    reason: outcome === 'upheld' ? (reason ?? null) : null,
    mark: isCleared ? subject : null,
    markKind: null,
    note: note?.trim() ? note : null,
    batchId: null,
    at: ctx.now(),
  }
}

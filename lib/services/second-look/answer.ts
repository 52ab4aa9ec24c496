import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { LookAnswerInput } from '../../contracts/second-look'
import { answerLook, findLookStanding, takeBackAnswer } from '../../db/second-look/look'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { TAKE_BACK_MINUTES, verdictOfAnswer } from '../../domain/second-look'
import type { Context } from '../context'
import { expectReasons } from '../own-reason/expect'
import { expectUser } from '../teamwork/claim'

/**
 * Says what one would have decided. It changes nothing of the comment, and the answer does not tell whether the two agree.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed for a reason that is not in use, or for a look that is not this
 *   person's, has waited too long or is of a comment that is gone; conflict when a colleague was first
 */
export async function answerSecondLook(ctx: Context, { id, input }: { id: string; input: unknown }): Promise<void> {
  authorize(ctx.actor, 'decide')
  const { id: userId, siteId } = expectUser(ctx.actor)
  const { answer } = parseInput(LookAnswerInput, input)
  const lookId = parseId(id, 'second look')
  if (answer.kind !== 'unsure') await expectReasons(ctx, [answer])
  const second = verdictOfAnswer(answer)
  if (await answerLook(ctx.db, { siteId, userId, now: ctx.now() }, { id: lookId, second, answer })) return
  const standing = await findLookStanding(ctx.db, siteId, lookId)
  if (standing === null) throw new DomainError('not_found', 'There is no such second look.')
  // Nothing is said of what the other answered.
  if (standing.answeredBy !== null) throw new DomainError('conflict', 'This second look has been answered already.')
  throw new DomainError('not_allowed', 'This second look is no longer waiting for you: its time is up, or the comment has changed hands.')
}

/** Takes one's own answer back, within minutes; the look then waits again. @throws DomainError forbidden, not_found, not_allowed */
export async function takeBackSecondLook(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'decide')
  const { id: userId, siteId } = expectUser(ctx.actor)
  const lookId = parseId(id, 'second look')
  const since = new Date(ctx.now().getTime() - TAKE_BACK_MINUTES * 60_000)
  if (await takeBackAnswer(ctx.db, { siteId, userId }, lookId, since)) return
  const standing = await findLookStanding(ctx.db, siteId, lookId)
  if (standing?.answeredBy !== userId) throw new DomainError('not_found', 'You have not answered this second look.')
  throw new DomainError('not_allowed', 'This answer can no longer be undone.')
}

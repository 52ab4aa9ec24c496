import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { AssignmentInput, AssignmentsInput, NamedComments, type Assignment, type AssignmentsAnswer } from '../../contracts/teamwork'
import { findCommentState } from '../../db/comment/comment-state'
import type { Db } from '../../db/connection'
import { deleteAssignments, findAssignment, putAssignments } from '../../db/queue/teamwork'
import { holdUser, listUserRows } from '../../db/user'
import { authorize, canRole } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/**
 * Hands a comment to a person who may decide, or to the leads. It is in their queue until somebody decides.
 *
 * @throws DomainError forbidden, invalid_input for somebody who cannot decide, not_found, not_allowed where it has been decided
 */
export async function assignComment(ctx: Context, id: string, input: AssignmentInput): Promise<Assignment | null> {
  authorize(ctx.actor, 'decide')
  const commentId = parseId(id, 'comment')
  await handOver(ctx, [commentId], parseInput(AssignmentInput, input))
  return findAssignment(ctx.db, ctx.actor.siteId, commentId)
}

/**
 * Hands several comments over as one, with one note; says which: those that the site has and nobody has decided.
 *
 * @throws DomainError forbidden, invalid_input for somebody who cannot decide, not_found where the site has none of them,
 *   not_allowed where all of them have been decided
 */
export async function assignComments(ctx: Context, input: AssignmentsInput): Promise<AssignmentsAnswer> {
  authorize(ctx.actor, 'decide')
  const { commentIds, ...rest } = parseInput(AssignmentsInput, input)
  return { handed: await handOver(ctx, commentIds, rest) }
}

async function handOver(ctx: Context, commentIds: readonly string[], { to, note }: AssignmentInput): Promise<string[]> {
  const { siteId } = ctx.actor
  const handed = await ctx.db.transaction(async (db) => {
    // Whoever is disabled at this moment is so before, or what they have goes to the leads after (user/update.ts).
    if (to !== 'leads') await expectDecider(db, to)
    return putAssignments(db, {
      siteId,
      commentIds,
      userId: to === 'leads' ? null : to,
      byId: 'id' in ctx.actor ? ctx.actor.id : null,
      byName: ctx.actor.name,
      note: note?.trim() ? note : null,
      at: ctx.now(),
    })
  })
  if (handed.length > 0) return handed
  await expectComment(ctx, commentIds[0] ?? '')
  throw new DomainError('not_allowed', 'It has been decided already. Take that back first, or write a note.')
}

async function expectDecider(db: Db, userId: string): Promise<void> {
  const user = await holdUser(db, userId)
  if (user !== null && user.disabledAt === null && canRole(user.role, 'decide')) return
  const message = 'is nobody who can decide'
  throw new DomainError('invalid_input', `to ${message}`, { problems: [{ path: ['to'], message }] })
}

/** Takes a comment back from the person it was handed to. @throws DomainError forbidden, not_found */
export async function unassignComment(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'decide')
  const commentId = parseId(id, 'comment')
  await expectComment(ctx, commentId)
  await deleteAssignments(ctx.db, ctx.actor.siteId, [commentId])
}

/** Takes several comments back from the people they were handed to; those that nobody has stay as they are. @throws DomainError forbidden, invalid_input */
export async function unassignComments(ctx: Context, input: NamedComments): Promise<void> {
  authorize(ctx.actor, 'decide')
  await deleteAssignments(ctx.db, ctx.actor.siteId, parseInput(NamedComments, input).commentIds)
}

async function expectComment(ctx: Context, commentId: string): Promise<void> {
  if (!(await findCommentState(ctx.db, ctx.actor.siteId, commentId))) throw new DomainError('not_found', 'There is no such comment.')
}

/** Who comments can be handed to. @throws DomainError forbidden */
export async function listDeciders(ctx: Context): Promise<{ id: string; name: string }[]> {
  authorize(ctx.actor, 'read')
  const users = await listUserRows(ctx.db)
  return users.filter((user) => user.disabledAt === null && canRole(user.role, 'decide')).map(({ id, name }) => ({ id, name }))
}

import { uuidv7 } from 'uuidv7'
import type { DecisionAnswer, DecisionInput } from '../../contracts/decision'
import { parseId } from '../../contracts/id'
import { findCommentStates, type VersionedState } from '../../db/comment/comment-state'
import type { Db } from '../../db/connection'
import { recordDecisions, type DecidedComment } from '../../db/decision/decision'
import { authorize } from '../../domain/actor'
import type { CommentState } from '../../domain/comment'
import { applyDecision, listAllowedDecisions } from '../../domain/decisions'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { describeConflict } from '../decision/conflict'
import { expectReasons, namesOwnReason } from '../own-reason/expect'
import { recallShown } from './shown-states'

/** A report may come in between reading, or showing, and writing; it is read again, at most this often. */
const MAX_ATTEMPTS = 5
/** What one commit takes at most. */
const MAX_GROUP = 100

interface Waiting {
  ctx: Context
  commentId: string
  input: DecisionInput
  attempts: number
  settle: (answer: DecisionAnswer) => void
  fail: (error: unknown) => void
}

/** Decisions that wait for the write before theirs, by site. */
const queues = new Map<string, Waiting[]>()

/**
 * Decides on a comment, as the version that was seen, and records the decision. Nothing is locked while the rules are
 * applied: the write is conditional on what was read, or shown a while ago, and whoever comes second changes nothing. Decisions that
 * arrive while others are being written share one commit; a moderator alone waits for nobody. The answer is given after the COMMIT.
 *
 * @throws DomainError forbidden, not_found, not_allowed, invalid_input for a version that never was, conflict (with who
 *   was first)
 */
export async function decideComment(ctx: Context, id: string, input: DecisionInput): Promise<DecisionAnswer> {
  authorize(ctx.actor, 'decide')
  const commentId = parseId(id, 'comment')
  const { siteId } = ctx.actor
  // All others wait for nothing here, and share a commit with whoever decides at the same moment.
  if (namesOwnReason(input.act)) await expectReasons(ctx, [input.act])
  return new Promise((settle, fail) => {
    const waiting: Waiting = { ctx, commentId, input, attempts: 0, settle, fail }
    const queue = queues.get(siteId)
    if (queue) return queue.push(waiting)
    const started = [waiting]
    queues.set(siteId, started)
    void writeGroups(siteId, started)
  })
}

/** Writes group after group until nobody waits. */
async function writeGroups(siteId: string, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    const group = takeGroup(queue)
    try {
      queue.push(...(await writeGroup(siteId, group)))
    } catch (error) {
      for (const waiting of group) waiting.fail(error)
    }
  }
  queues.delete(siteId)
}

/** The first that wait, each comment once: two decisions on one comment are taken one after the other. */
function takeGroup(queue: Waiting[]): Waiting[] {
  const group = new Map<string, Waiting>()
  const later: Waiting[] = []
  for (const waiting of queue.splice(0, MAX_GROUP)) {
    if (group.has(waiting.commentId)) later.push(waiting)
    else group.set(waiting.commentId, waiting)
  }
  queue.unshift(...later)
  // Locked in one order by everybody.
  return [...group.values()].sort((a, b) => (a.commentId < b.commentId ? -1 : 1))
}

/** @returns those whose comment changed between reading and writing, to be tried again */
async function writeGroup(siteId: string, group: Waiting[]): Promise<Waiting[]> {
  const [first] = group
  if (!first) return []
  const { db } = first.ctx
  const states = await readStates(db, siteId, group)
  const judged = group.flatMap((waiting) => judge(waiting, states.get(waiting.commentId)))
  if (judged.length === 0) return []
  const recorded = await recordDecisions(
    db,
    siteId,
    judged.map(({ decision }) => decision),
  )
  return judged.flatMap(({ waiting, decision }) => {
    if (recorded.has(decision.commentId)) {
      waiting.settle(toAnswer(waiting, decision))
      return []
    }
    waiting.attempts += 1
    if (waiting.attempts < MAX_ATTEMPTS) return [waiting]
    describeConflict(waiting.ctx, waiting.commentId).then(waiting.fail, waiting.fail)
    return []
  })
}

/** The comments as they are, or as they were shown where the write will tell whether that is the same. */
async function readStates(db: Db, siteId: string, group: readonly Waiting[]): Promise<Map<string, VersionedState>> {
  const states = new Map(group.flatMap((waiting) => recall(waiting)))
  const unknown = group.map(({ commentId }) => commentId).filter((id) => !states.has(id))
  const read = unknown.length > 0 ? await findCommentStates(db, siteId, unknown) : []
  return new Map([...states, ...read])
}

/** The state that the decision was taken on, as it was shown, if the decision is allowed there and was not tried already. */
function recall({ ctx, commentId, input, attempts }: Waiting): [string, VersionedState][] {
  const shown = attempts === 0 ? recallShown(ctx.actor, commentId, input) : null
  return shown ? [[commentId, shown]] : []
}

/** The decision as it is to be written; a refusal is told at once. */
function judge(waiting: Waiting, current: VersionedState | undefined): { waiting: Waiting; decision: DecidedComment }[] {
  const { ctx, commentId, input } = waiting
  try {
    const before = expectSeen(current, input.version)
    if (before === 'late') {
      describeConflict(ctx, commentId).then(waiting.fail, waiting.fail)
      return []
    }
    const after = applyDecision(ctx.actor, before, input.act)
    const act = describeAct(ctx, input.act, input.note)
    return [{ waiting, decision: { act, id: uuidv7(), commentId, seenVersion: input.version, before, after, undoes: null } }]
  } catch (error) {
    waiting.fail(error)
    return []
  }
}

/** The comment's state, if it is the one the caller saw. A removed comment is left to the rules, which say why not. */
function expectSeen(current: VersionedState | undefined, seenVersion: number): CommentState | 'late' {
  if (!current) throw new DomainError('not_found', 'There is no such comment.')
  if (current.isErased) throw new DomainError('not_allowed', 'The text of this comment was erased. There is nothing left to decide on.')
  if (current.version === seenVersion || current.state.status === 'removed') return current.state
  if (current.version > seenVersion) return 'late'
  throw new DomainError('invalid_input', `version ${seenVersion} does not exist yet; this comment is at ${current.version}`, {
    problems: [{ path: ['version'], message: 'is newer than the comment' }],
  })
}

function toAnswer({ ctx, input }: Waiting, { id, commentId, after }: DecidedComment): DecisionAnswer {
  return { decisionId: id, commentId, version: input.version + 1, state: after, allowed: listAllowedDecisions(ctx.actor, after) }
}

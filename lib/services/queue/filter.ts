import type { QueueFilter } from '../../contracts/queue'
import type { CommentFilter } from '../../db/queue/comment-filter'
import type { Actor } from '../../domain/actor'
import { can } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Queue } from '../../domain/queues'
import { describeFault } from '../../domain/search/faults'
import { parseSearch } from '../../domain/search/parse'
import type { Context } from '../context'

/**
 * A queue with its filters, as the database layer expects them.
 *
 * @throws DomainError invalid_input for a search that is not understood, with the place of each problem
 */
export function readFilter(ctx: Context, queue: Queue, { article, commenter, status, q }: QueueFilter): CommentFilter {
  const { terms, problems } = parseSearch(q)
  const [first] = problems
  if (first) {
    throw new DomainError('invalid_input', describeFault(first), {
      problems: problems.map((problem) => ({ path: ['q', problem.at, problem.end], message: describeFault(problem) })),
    })
  }
  return { siteId: ctx.actor.siteId, queue, viewer: describeViewer(ctx.actor), article, commenter, status, terms, now: ctx.now() }
}

/** Whose `mine` it is. What is escalated belongs to those who lead. */
function describeViewer(actor: Actor): CommentFilter['viewer'] {
  return { id: actor.kind === 'user' ? actor.id : null, isLead: can(actor, 'lead') }
}

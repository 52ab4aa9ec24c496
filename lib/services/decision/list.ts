import { DecisionLogQuery, type DecisionLogPage, type LoggedDecision } from '../../contracts/decision-log'
import { parseInput } from '../../contracts/parse'
import { listDecisions, listFoldedDecisions } from '../../db/decision/decision-log'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** A page of the decision log, the latest first. @throws DomainError forbidden, invalid_input */
export async function listDecisionLog(ctx: Context, asked: unknown): Promise<DecisionLogPage> {
  authorize(ctx.actor, 'read')
  const query = parseInput(DecisionLogQuery, asked)
  return cutPage(await listDecisions(ctx.db, ctx.actor.siteId, { ...query, limit: query.limit + 1 }), query.limit)
}

/**
 * The same with one line for a batch (for each kind of decision in it). Where one batch, article or commenter is asked for, each decision
 * has its own: a batch is of many.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function listFoldedLog(ctx: Context, asked: unknown): Promise<DecisionLogPage> {
  authorize(ctx.actor, 'read')
  const query = parseInput(DecisionLogQuery, asked)
  const { batch, article, commenter, author } = query
  const isOfSome = [batch, article, commenter, author].some((one) => one !== undefined)
  if (isOfSome) return listDecisionLog(ctx, query)
  return cutPage(await listFoldedDecisions(ctx.db, ctx.actor.siteId, { ...query, limit: query.limit + 1 }), query.limit)
}

/** One more than a page was read, which shows whether there is a next one. */
function cutPage(found: LoggedDecision[], limit: number): DecisionLogPage {
  const decisions = found.slice(0, limit)
  return { decisions, nextCursor: found.length > limit ? (decisions.at(-1)?.id ?? null) : null }
}

const EXPORT_PAGE = 200

/** All of the log that the query asks for, page by page, the latest first. @throws DomainError forbidden, invalid_input */
export async function* exportDecisionLog(ctx: Context, asked: Record<string, unknown>): AsyncGenerator<LoggedDecision[]> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: DecisionLogPage = await listDecisionLog(ctx, { ...asked, limit: EXPORT_PAGE, cursor })
    yield page.decisions
    cursor = page.nextCursor
  }
}

import { DecisionLogQuery, type DecisionLogPage, type LoggedDecision } from '../../contracts/decision-log'
import { parseInput } from '../../contracts/parse'
import { listDecisions } from '../../db/decision/decision-log'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** A page of the decision log, the latest first. @throws DomainError forbidden, invalid_input */
export async function listDecisionLog(ctx: Context, asked: unknown): Promise<DecisionLogPage> {
  authorize(ctx.actor, 'read')
  const query = parseInput(DecisionLogQuery, asked)
  const found = await listDecisions(ctx.db, ctx.actor.siteId, { ...query, limit: query.limit + 1 })
  const decisions = found.slice(0, query.limit)
  return { decisions, nextCursor: found.length > query.limit ? (decisions.at(-1)?.id ?? null) : null }
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

import { parseInput } from '../../contracts/parse'
import { SearchQuery, type SearchAnswer } from '../../contracts/search'
import { searchComments } from '../../db/comment-document'
import { authorize } from '../../domain/actor'
import { listAllowedDecisions } from '../../domain/decisions'
import type { Context } from '../context'

/**
 * The newest comments of the site with these words, with the decisions this actor may take on each. A comment is found
 * a second or two after it came in.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function findComments(ctx: Context, query: SearchQuery): Promise<SearchAnswer> {
  authorize(ctx.actor, 'read')
  const { q, limit } = parseInput(SearchQuery, query)
  const rows = await searchComments(ctx.db, ctx.actor.siteId, q, limit)
  return { rows: rows.map((row) => ({ ...row, allowed: listAllowedDecisions(ctx.actor, row.state) })), now: ctx.now().toISOString() }
}

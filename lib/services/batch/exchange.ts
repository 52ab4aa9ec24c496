import type { BatchResource } from '../../contracts/batch'
import { ExchangeInput } from '../../contracts/exchange'
import { parseInput } from '../../contracts/parse'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { decideNamed } from './named'

/**
 * Decides on an exchange as one: each comment gets its own decision, all in one transaction and one batch. What somebody
 * changed meanwhile is left as it is and listed.
 *
 * @throws DomainError forbidden, invalid_input, not_found when none of the comments is there
 */
export async function decideExchange(ctx: Context, input: ExchangeInput): Promise<BatchResource> {
  authorize(ctx.actor, 'decide')
  const { items, note } = parseInput(ExchangeInput, input)
  return ctx.db.transaction(async (db) => {
    const batch = await decideNamed({ ...ctx, db }, { title: 'Decide an exchange', items, note: note ?? null })
    if (batch.total === 0) throw new DomainError('not_found', 'None of these comments is here.')
    return batch
  })
}

import { ExchangeInput, type DecidedExchange } from '../../contracts/exchange'
import { parseInput } from '../../contracts/parse'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { expectReasons } from '../own-reason/expect'
import { decideWithReplies } from './exchange-replies'
import { decideNamed } from './named'

/**
 * Decides on an exchange as one: each comment gets its own decision, replies under it are closed or opened, all in one transaction and
 * one batch. What somebody changed meanwhile is left as it is and listed.
 *
 * @throws DomainError forbidden, invalid_input, not_found when none of the comments is there
 */
export async function decideExchange(ctx: Context, input: ExchangeInput): Promise<DecidedExchange> {
  authorize(ctx.actor, 'decide')
  const { items, note } = parseInput(ExchangeInput, input)
  const decided = items.flatMap(({ id, version, act }) => (act ? [{ id, version, act }] : []))
  await expectReasons(
    ctx,
    decided.map(({ act }) => act),
  )
  const named = { title: 'Decide an exchange', note: note ?? null }
  if (items.some(({ areRepliesClosed }) => areRepliesClosed !== undefined)) return decideWithReplies(ctx, { ...named, items })
  const { batch, versions } = await decideNamed(ctx, { ...named, items: decided })
  return { ...batch, versions }
}

import { uuidv7 } from 'uuidv7'
import type { BatchResource } from '../../contracts/batch'
import { ExchangeInput } from '../../contracts/exchange'
import { parseInput } from '../../contracts/parse'
import { addNamedItems, insertBatch, lockItems, markStarted, setOutcomes } from '../../db/batch'
import { recordDecisions } from '../../db/decision'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeAct } from '../decision/act'
import { expectBatch, explainOutcomes, judgeItem } from './start'

/**
 * Decides on an exchange as one: each comment gets its own decision, all in one transaction and one batch. What somebody
 * changed meanwhile is left as it is and listed.
 *
 * @throws DomainError forbidden, invalid_input, not_found when none of the comments is there
 */
export async function decideExchange(ctx: Context, input: ExchangeInput): Promise<BatchResource> {
  authorize(ctx.actor, 'decide')
  const { items, note } = parseInput(ExchangeInput, input)
  const { siteId } = ctx.actor
  const id = uuidv7()
  const acts = new Map(items.map((item) => [item.id, item.act]))
  return ctx.db.transaction(async (db) => {
    const inner = { ...ctx, db }
    const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
    const [first] = items
    if (!first) throw new Error('an exchange of nothing was let through')
    await insertBatch(db, {
      siteId,
      id,
      userId,
      actorName: ctx.actor.name,
      title: 'Decide an exchange',
      act: first.act,
      note: note ?? null,
      at: ctx.now(),
    })
    await addNamedItems(db, siteId, id, items)
    const found = await lockItems(db, siteId, id, null, items.length)
    if (found.length === 0) throw new DomainError('not_found', 'None of these comments is here.')
    const judged = found.map((item) => {
      const act = acts.get(item.commentId) ?? first.act
      return judgeItem(ctx, act, describeAct(ctx, act, note, id), item)
    })
    const decisions = judged.flatMap((one) => (one.decision ? [one.decision] : []))
    if (decisions.length > 0) await recordDecisions(db, siteId, decisions)
    await setOutcomes(db, siteId, id, await explainOutcomes(inner, judged))
    await markStarted(db, siteId, id, ctx.now())
    return expectBatch(inner, id)
  })
}

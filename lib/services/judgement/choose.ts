import { JudgementChoice, type JudgementOverview } from '../../contracts/judgement'
import { parseInput } from '../../contracts/parse'
import { findJudgement, findLiveJudgement, makeLive, retireLive } from '../../db/score/judgement'
import { lockSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { readOverview } from './overview'

/**
 * Puts an earlier judgement live, or none, if the live one is still the one that was seen. It applies to comments that arrive
 * from now on; the rescoring job scores what is stored again.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed (its weights are gone, or it was learnt on other models),
 *   conflict (another one is live by now)
 */
export async function chooseJudgement(ctx: Context, input: unknown): Promise<JudgementOverview> {
  authorize(ctx.actor, 'configure')
  const { number, seen } = parseInput(JudgementChoice, input)
  const { siteId } = ctx.actor
  await ctx.db.transaction(async (db) => {
    if ((await lockSite(db, siteId)) === null) throw new DomainError('not_found', 'This site is gone.')
    const live = await findLiveJudgement(db, siteId)
    if ((live?.number ?? null) !== seen) {
      throw new DomainError('conflict', 'Another judgement has gone live since you opened this page. Nothing was changed; load it again.')
    }
    const chosen = number === null ? null : await findJudgement(db, siteId, number)
    if (number !== null && chosen === null) throw new DomainError('not_found', `There is no judgement ${number}.`)
    if (chosen && !chosen.hasWeights) {
      throw new DomainError('not_allowed', `Judgement ${chosen.number} is no longer kept, or was never better than the shipped models.`)
    }
    if (live?.id === chosen?.id) return
    await retireLive(db, siteId)
    if (chosen) await makeLive(db, siteId, chosen.id, ctx.now())
    const subject = chosen ?? live
    if (!subject) return
    await noteChange(ctx, db, chosen ? 'judgement.use' : 'judgement.stop', { id: subject.id, name: `${subject.number}` })
  })
  return readOverview(ctx)
}

import { JudgementMeasures, type JudgementOverview } from '../../contracts/judgement'
import { countDecisionsSince, listJudgements } from '../../db/score/judgement'
import { authorize } from '../../domain/actor'
import { SCORER_VERSIONS } from '../../scoring/scorer-versions'
import type { Context } from '../context'
import { countAwaited } from './learn'

const SHOWN = 20

/** What the site has learnt from its decisions so far. @throws DomainError forbidden */
export async function readOverview(ctx: Context): Promise<JudgementOverview> {
  authorize(ctx.actor, 'configure')
  const rows = await listJudgements(ctx.db, ctx.actor.siteId, SHOWN)
  const [last] = rows
  const nextAfter = countAwaited(last?.decisions ?? 0)
  const baseVersion = SCORER_VERSIONS.base
  return {
    live: rows.find((row) => row.state === 'live')?.number ?? null,
    baseVersion,
    versions: rows.map(({ number, baseVersion: learntOn, state, decisions, measures, hasWeights, learntAt }) => ({
      number,
      baseVersion: learntOn,
      state,
      decisions,
      learntAt: learntAt.toISOString(),
      measures: JudgementMeasures.parse(measures),
      canGoLive: hasWeights && learntOn === baseVersion,
    })),
    newDecisions: await countDecisionsSince(ctx.db, ctx.actor.siteId, last?.lastDecisionId ?? null, nextAfter),
    nextAfter,
  }
}

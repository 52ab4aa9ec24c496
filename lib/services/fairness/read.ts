import { FairnessFigures, type FairnessReading } from '../../contracts/fairness'
import { listFairness } from '../../db/score/fairness'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** A year of weeks, and some with two versions. */
const SHOWN = 60

/** How fair the site's scores were, week by week, the newest first. @throws DomainError forbidden */
export async function readFairness(ctx: Context): Promise<FairnessReading[]> {
  authorize(ctx.actor, 'decide')
  const rows = await listFairness(ctx.db, ctx.actor.siteId, SHOWN)
  return rows.map(({ week, version, readAt, figures }) => ({
    week,
    version,
    readAt: readAt.toISOString(),
    figures: FairnessFigures.parse(figures),
  }))
}

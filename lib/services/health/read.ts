import { HEALTH_WORK, type Health } from '../../contracts/health'
import { describeDatabase, listWork, sumChecks } from '../../db/health'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** Whether all that is done beside the requests is done, and what was given up. @throws DomainError forbidden */
export async function readHealth(ctx: Context): Promise<Health> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  const [work, checks, database] = await Promise.all([listWork(ctx.db, siteId), sumChecks(ctx.db, siteId), describeDatabase(ctx.db)])
  const lines = HEALTH_WORK.map((name) => {
    const found = work.find((row) => row.work === name)
    return { work: name, waiting: found?.waiting ?? 0, since: found?.since?.toISOString() ?? null, failed: found?.failed ?? 0 }
  })
  const { articles, wrong, at } = checks
  return { lines, recount: at === null ? null : { articles, wrong, at: at.toISOString() }, database }
}

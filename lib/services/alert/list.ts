import type { AlertResource, StoppedRule } from '../../contracts/alert'
import { listAlertRows } from '../../db/alert'
import { listStoppedRules } from '../../db/rule-alert'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

const LISTED = 100

/** The alerts of the site: those that stand first, then the latest. @throws DomainError forbidden */
export async function listAlerts(ctx: Context): Promise<AlertResource[]> {
  authorize(ctx.actor, 'read')
  return listAlertRows(ctx.db, ctx.actor.siteId, LISTED)
}

/** The rules of the site that were stopped and hold what they fit, the latest first. @throws DomainError forbidden */
export async function listStops(ctx: Context): Promise<StoppedRule[]> {
  authorize(ctx.actor, 'read')
  return listStoppedRules(ctx.db, ctx.actor.siteId)
}

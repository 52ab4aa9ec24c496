import { uuidv7 } from 'uuidv7'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { RescorePatch, type RescoreResource } from '../../contracts/rescore'
import { findLastRescore, insertRescore, resumeRescore, stopRescore, type RescoreRow } from '../../db/score/rescore-run'
import { lockSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** The site's latest run; null when there was none. @throws DomainError forbidden */
export async function findRescore(ctx: Context): Promise<RescoreResource | null> {
  authorize(ctx.actor, 'configure')
  const row = await findLastRescore(ctx.db, ctx.actor.siteId)
  return row && toResource(row)
}

/**
 * Has all comments of the site scored again with the scorers as they are now, the newest first. It goes on in a job.
 *
 * @throws DomainError forbidden, conflict while another run of the site is not over
 */
export async function startRescore(ctx: Context): Promise<RescoreResource> {
  authorize(ctx.actor, 'configure')
  const { siteId, name: actorName } = ctx.actor
  return ctx.db.transaction(async (db) => {
    const site = await lockSite(db, siteId)
    const row = await insertRescore(db, { siteId, id: uuidv7(), actorName, createdAt: ctx.now() })
    if (!row || !site) throw new DomainError('conflict', 'The comments of this site are being scored again already.')
    await noteChange(ctx, db, 'rescore.start', { id: row.id, name: site.name })
    return toResource(row)
  })
}

/**
 * Stops a run after its current part, or resumes one that was stopped or failed.
 *
 * @throws DomainError forbidden, invalid_input, not_found, conflict when it is in no state for that
 */
export async function patchRescore(ctx: Context, id: string, patch: RescorePatch): Promise<void> {
  authorize(ctx.actor, 'configure')
  const { state } = parseInput(RescorePatch, patch)
  const { siteId } = ctx.actor
  await ctx.db.transaction(async (db) => {
    const site = await lockSite(db, siteId)
    const last = await findLastRescore(db, siteId)
    if (!last || !site || last.id !== parseId(id, 'run')) throw new DomainError('not_found', 'There is no such run.')
    const isDone = state === 'stopped' ? await stopRescore(db, siteId, last.id, ctx.now()) : await resumeRescore(db, siteId, last.id)
    if (!isDone) throw new DomainError('conflict', state === 'stopped' ? 'This run is over.' : 'This run cannot go on: it is not stopped.')
    await noteChange(ctx, db, state === 'stopped' ? 'rescore.stop' : 'rescore.start', { id: last.id, name: site.name })
  })
}

function toResource(row: RescoreRow): RescoreResource {
  const { id, state, isStopping, total, done, changed, actorName: startedBy, refusal, createdAt, finishedAt } = row
  return {
    ...{ id, state, isStopping, total, done, changed, startedBy, refusal },
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

import { uuidv7 } from 'uuidv7'
import { CoralPhaseInput, type CoralPhaseResource } from '../../contracts/coral'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { deleteCoralPhaseRow, insertCoralPhase, listCoralPhaseRows } from '../../db/coral-phase'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { publicUrl } from '../../env'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** The Coral sites that may ask for scores, the newest first. @throws DomainError forbidden */
export async function listCoralPhases(ctx: Context): Promise<CoralPhaseResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listCoralPhaseRows(ctx.db, ctx.actor.siteId)).map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    url: addressOf(id),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

/** Lets a Coral site ask, by the secret that Coral made for it. @throws DomainError forbidden, invalid_input */
export async function addCoralPhase(ctx: Context, input: CoralPhaseInput): Promise<{ id: string; url: string }> {
  authorize(ctx.actor, 'configure')
  const { name, secret } = parseInput(CoralPhaseInput, input)
  const id = uuidv7()
  await ctx.db.transaction(async (db) => {
    const row = { siteId: ctx.actor.siteId, id, name, secret: secret.trim(), createdAt: ctx.now() }
    await insertCoralPhase(db, row, ctx.actor.kind === 'user' ? ctx.actor.id : null)
    await noteChange(ctx, db, 'coral_phase.create', { id, name })
  })
  return { id, url: addressOf(id) }
}

/** Its address answers no more. @throws DomainError forbidden, not_found */
export async function deleteCoralPhase(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  const phaseId = parseId(id, 'Coral phase')
  await ctx.db.transaction(async (db) => {
    const name = await deleteCoralPhaseRow(db, ctx.actor.siteId, phaseId)
    if (name === null) throw new DomainError('not_found', 'There is no such Coral phase.')
    await noteChange(ctx, db, 'coral_phase.delete', { id: phaseId, name })
  })
}

function addressOf(id: string): string {
  return `${publicUrl()}/api/v1/coral/${id}`
}

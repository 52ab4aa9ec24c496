import type { Erasure } from '../../contracts/erasure'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { findErasure, findErasureById, type ErasureRow } from '../../db/erasure/erasure'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { hashAuthor } from './author-hash'

/** How far the latest erasure of somebody has come, by the source's id of them. @throws DomainError forbidden, invalid_input, not_found */
export async function findErasureOf(ctx: Context, externalId: string): Promise<Erasure> {
  authorize(ctx.actor, 'privacy')
  const { siteId } = ctx.actor
  const row = await findErasure(ctx.db, siteId, hashAuthor(siteId, parseInput(ExternalId, externalId, 'The external id')))
  return expectErasure(row)
}

/** The same by its own id. @throws DomainError forbidden, not_found */
export async function getErasure(ctx: Context, id: string): Promise<Erasure> {
  authorize(ctx.actor, 'privacy')
  return expectErasure(await findErasureById(ctx.db, ctx.actor.siteId, parseId(id, 'erasure')))
}

function expectErasure(row: ErasureRow | null): Erasure {
  if (!row) throw new DomainError('not_found', 'Nobody with this id was erased.')
  return toErasure(row)
}

/** An erasure as the API shows it: how far it is, and nothing of whom it is about. */
export function toErasure({ id, total, done, erasedAt, finishedAt }: Omit<ErasureRow, 'siteId' | 'actor' | 'commenterId'>): Erasure {
  const state = finishedAt === null ? 'running' : 'done'
  return { id, state, comments: total, erased: done, erasedAt: erasedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}

import { uuidv7 } from 'uuidv7'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { SavedViewInput, type SavedView, type ViewPlace } from '../../contracts/teamwork'
import { deleteView, insertView, listViews } from '../../db/queue/teamwork'
import { authorize, can } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { expectUser } from './claim'

/** The caller's views of a page and those that are shared. @throws DomainError forbidden */
export async function listSavedViews(ctx: Context, place: ViewPlace = 'queue'): Promise<SavedView[]> {
  authorize(ctx.actor, 'read')
  const { actor } = ctx
  const viewer = { id: actor.kind === 'user' ? actor.id : null, isLead: actor.kind === 'user' && can(actor, 'lead') }
  return listViews(ctx.db, actor.siteId, viewer, place)
}

/** Keeps a page with its filters under a name; the answer is all views of that page. @throws DomainError forbidden, invalid_input */
export async function saveView(ctx: Context, input: SavedViewInput): Promise<SavedView[]> {
  authorize(ctx.actor, 'read')
  const user = expectUser(ctx.actor)
  const { name, address, isShared, place } = parseInput(SavedViewInput, input)
  // What comes back from an address is written by nobody but us.
  const clean = new URLSearchParams(address).toString()
  await insertView(ctx.db, {
    siteId: user.siteId,
    id: uuidv7(),
    userId: user.id,
    userName: user.name,
    name,
    address: clean,
    isShared,
    place,
    at: ctx.now(),
  })
  return listSavedViews(ctx, place)
}

/** Removes one of the caller's views; leads may remove a shared one. @throws DomainError forbidden, not_found */
export async function removeView(ctx: Context, id: string): Promise<SavedView[]> {
  authorize(ctx.actor, 'read')
  const user = expectUser(ctx.actor)
  const place = await deleteView(ctx.db, user.siteId, parseId(id, 'view'), user.id, can(user, 'lead'))
  if (place === null) throw new DomainError('not_found', 'There is no such view of yours.')
  return listSavedViews(ctx, place)
}

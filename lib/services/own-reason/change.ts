import { parseId } from '../../contracts/id'
import { OwnReasonPatch, type OwnReasonResource } from '../../contracts/own-reason'
import { parseInput } from '../../contracts/parse'
import { lockOwnReasons, putOwnReasons, type OwnReasonRow } from '../../db/own-reason'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { assertRoom } from './add'
import { toOwnReasonResource } from './list'

/**
 * Changes what the commenter is told, the place in the list, or whether a reason can be chosen. Its label stays: decisions name it.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed when there is no room for one more
 */
export async function changeOwnReason(ctx: Context, { id, patch }: { id: string; patch: OwnReasonPatch }): Promise<OwnReasonResource> {
  authorize(ctx.actor, 'configure')
  const { message, isRetired, place } = parseInput(OwnReasonPatch, patch)
  return ctx.db.transaction(async (db) => {
    const { siteId } = ctx.actor
    const rows = await lockOwnReasons(db, siteId)
    const reasonId = parseId(id, 'reason')
    const row = rows.find((one) => one.id === reasonId)
    if (!row) throw new DomainError('not_found', 'There is no such reason.')
    const isBack = isRetired === false && row.retiredAt !== null
    const isGone = isRetired === true && row.retiredAt === null
    if (isBack) assertRoom(rows)
    const changed: OwnReasonRow = {
      ...row,
      message: message?.trim() ?? row.message,
      retiredAt: isBack ? null : isGone ? ctx.now() : row.retiredAt,
    }
    // What comes back stands last.
    const wanted = place ?? (isBack ? rows.length : rows.indexOf(row))
    const ordered = putAt(rows, changed, wanted)
    await putOwnReasons(db, siteId, ordered)
    const subject = { id: row.id, name: row.label }
    if (changed.message !== row.message) await noteChange(ctx, db, 'reason.change', subject)
    if (isGone) await noteChange(ctx, db, 'reason.retire', subject)
    if (isBack) await noteChange(ctx, db, 'reason.restore', subject)
    if (place !== undefined && ordered.findIndex((one) => one.id === row.id) !== rows.indexOf(row))
      await noteChange(ctx, db, 'reason.move', subject)
    return toOwnReasonResource(changed)
  })
}

/** All reasons with one moved among those that can be chosen, renumbered; the retired ones stay at the end. */
function putAt(rows: readonly OwnReasonRow[], changed: OwnReasonRow, place: number): OwnReasonRow[] {
  const others = rows.filter(({ id }) => id !== changed.id)
  const inUse = others.filter(({ retiredAt }) => retiredAt === null)
  const retired = others.filter(({ retiredAt }) => retiredAt !== null)
  if (changed.retiredAt === null) inUse.splice(place, 0, changed)
  else retired.unshift(changed)
  return [...inUse, ...retired].map((row, index) => ({ ...row, place: index }))
}

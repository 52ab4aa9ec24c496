import { uuidv7 } from 'uuidv7'
import { OwnReasonInput, type OwnReasonResource } from '../../contracts/own-reason'
import { parseInput } from '../../contracts/parse'
import { lockOwnReasons, putOwnReasons, type OwnReasonRow } from '../../db/own-reason'
import { authorize } from '../../domain/actor'
import { isKnownReason, MAX_OWN_REASONS } from '../../domain/comment'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { toOwnReasonResource } from './list'

/** Adds a reason, after those that can be chosen. @throws DomainError forbidden, invalid_input, conflict, not_allowed when there are enough */
export async function addOwnReason(ctx: Context, asked: OwnReasonInput): Promise<OwnReasonResource> {
  authorize(ctx.actor, 'configure')
  const input = parseInput(OwnReasonInput, asked)
  const label = input.label.trim().normalize('NFC')
  return ctx.db.transaction(async (db) => {
    const rows = await lockOwnReasons(db, ctx.actor.siteId)
    if (isKnownReason(label) || rows.some((row) => fold(row.label) === fold(label))) {
      throw new DomainError('conflict', `“${label}” is on the list already; if it is retired, restore it.`)
    }
    assertRoom(rows)
    const row = { id: uuidv7(), label, message: input.message.trim(), place: rows.length, retiredAt: null }
    await putOwnReasons(db, ctx.actor.siteId, [row])
    await noteChange(ctx, db, 'reason.create', { id: row.id, name: label })
    return toOwnReasonResource(row)
  })
}

/** @throws DomainError not_allowed */
export function assertRoom(rows: readonly OwnReasonRow[]): void {
  if (rows.filter(({ retiredAt }) => retiredAt === null).length < MAX_OWN_REASONS) return
  throw new DomainError('not_allowed', `There is room for ${MAX_OWN_REASONS} reasons. Retire one first.`)
}

const fold = (label: string) => label.toLowerCase()

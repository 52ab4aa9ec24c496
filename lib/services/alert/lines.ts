import { createHash } from 'node:crypto'
import { AlertLines, AlertLinesInput, type AlertSettings } from '../../contracts/alert'
import { parseInput } from '../../contracts/parse'
import { findAlertLines, updateAlertLines } from '../../db/alert'
import { findMailFailure } from '../../db/alert-mail'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { readEnv } from '../../env'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** The lines at which the site raises an alert for an article. @throws DomainError forbidden, not_found */
export async function readAlertLines(ctx: Context): Promise<AlertSettings> {
  authorize(ctx.actor, 'configure')
  const row = await findAlertLines(ctx.db, ctx.actor.siteId, false)
  if (!row) throw new DomainError('not_found', 'This site is gone.')
  return toSettings(row.lines, await findMailFailure(ctx.db, ctx.actor.siteId))
}

/** Sets the lines, if nobody has changed them since they were read. @throws DomainError forbidden, invalid_input, not_found, conflict */
export async function updateLines(ctx: Context, input: unknown): Promise<AlertSettings> {
  authorize(ctx.actor, 'configure')
  const { lines, version } = parseInput(AlertLinesInput, input)
  const { siteId } = ctx.actor
  return ctx.db.transaction(async (db) => {
    const row = await findAlertLines(db, siteId, true)
    if (!row) throw new DomainError('not_found', 'This site is gone.')
    if (versionOf(AlertLines.parse(row.lines)) !== version) {
      throw new DomainError('conflict', 'Somebody else changed these lines after you opened them. Nothing was saved; load them again.')
    }
    await updateAlertLines(db, siteId, lines)
    await noteChange(ctx, db, 'site.alerts', { id: siteId, name: row.name })
    return toSettings(lines, await findMailFailure(db, siteId))
  })
}

function toSettings(stored: unknown, failure: AlertSettings['mail']['failure']): AlertSettings {
  const lines = AlertLines.parse(stored)
  return { lines, version: versionOf(lines), mail: { isSetUp: readEnv().SMTP_URL !== undefined, failure } }
}

function versionOf(lines: AlertLines): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('base64url').slice(0, 22)
}

import { isDeepStrictEqual } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { parseId } from '../../contracts/id'
import { ImportOptions, ImportStart, type ImportFormat, type ImportReport, type ImportRunResource } from '../../contracts/import'
import { parseInput } from '../../contracts/parse'
import {
  findImportRun,
  insertImportRun,
  listImportRunRows,
  lockImportRun,
  queueImportRun,
  stopImportRun,
  type ImportRunRow,
} from '../../db/import-run'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { ByteSource } from '../../importers/import-record'
import type { Context } from '../context'
import { FILE_GONE, hasFile, keepFile } from './files'
import { buildReport, type ReportState } from './report'

const LISTED = 20

/** The last runs, the newest first. @throws DomainError forbidden */
export async function listImportRuns(ctx: Context): Promise<ImportRunResource[]> {
  authorize(ctx.actor, 'import')
  const rows = await listImportRunRows(ctx.db, ctx.actor.siteId, LISTED)
  return Promise.all(rows.map(toResource))
}

/** @throws DomainError forbidden, not_found */
export async function getImportRun(ctx: Context, id: string): Promise<ImportRunResource> {
  authorize(ctx.actor, 'import')
  const row = await findImportRun(ctx.db, ctx.actor.siteId, parseId(id, 'import'))
  if (!row) throw notFound()
  return toResource(row)
}

/**
 * Takes in a file, and has it read without writing anything. Whoever sent it may leave: the run goes on, and is found again
 * in the list.
 *
 * @throws DomainError forbidden, too_large, invalid_input
 */
export async function uploadImport(ctx: Context, name: string, source: ByteSource, options: ImportOptions): Promise<ImportRunResource> {
  authorize(ctx.actor, 'import')
  const checked = parseInput(ImportOptions, options)
  const id = uuidv7()
  const fileSize = await keepFile(id, source)
  const { siteId, kind, name: actorName } = ctx.actor
  const fileName =
    name
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200)
      .toWellFormed() || 'file'
  const userId = kind === 'user' ? ctx.actor.id : null
  await insertImportRun(ctx.db, { siteId, id, userId, actorName, fileName, fileSize, options: checked, createdAt: ctx.now() })
  return getImportRun(ctx, id)
}

/**
 * Reads a run's file again without writing, or imports it. An import that was stopped, or failed, goes on after the last
 * part that was written; with other options it begins anew.
 *
 * @throws DomainError forbidden, invalid_input, not_found, conflict while it runs, or when its file is gone
 */
export async function startImportRun(ctx: Context, id: string, input: ImportStart): Promise<ImportRunResource> {
  authorize(ctx.actor, 'import')
  const { isDryRun, options } = parseInput(ImportStart, input)
  await ctx.db.transaction(async (db) => {
    const row = await lockImportRun(db, ctx.actor.siteId, parseId(id, 'import'))
    if (!row) throw notFound()
    if (row.state === 'waiting' || row.state === 'running') throw new DomainError('conflict', 'This file is being read at the moment.')
    if (!(await hasFile(row.id))) throw new DomainError('conflict', FILE_GONE)
    const before = ImportOptions.parse(row.options)
    // Read in another way, the file has other records: what is done of them is not what is done of these.
    const isSameReading = options === undefined || isDeepStrictEqual(options, before)
    const isGoingOn = !isDryRun && !row.isDryRun && row.state !== 'done' && isSameReading
    await queueImportRun(db, row, { isDryRun, options: options ?? before, isGoingOn })
  })
  return getImportRun(ctx, id)
}

/** Asks a run to stop: it does so after the part it is at. What is in stays. @throws DomainError forbidden, not_found */
export async function stopImport(ctx: Context, id: string): Promise<ImportRunResource> {
  authorize(ctx.actor, 'import')
  await stopImportRun(ctx.db, ctx.actor.siteId, parseId(id, 'import'), ctx.now())
  return getImportRun(ctx, id)
}

async function toResource(row: ImportRunRow): Promise<ImportRunResource> {
  const { id, fileName, fileSize, isDryRun, state, isStopping, bytesDone, refusal, createdAt, finishedAt } = row
  const format = row.format as ImportFormat | null
  const report: ImportReport | null =
    row.report === null || format === null ? null : buildReport(row.report as ReportState, format, isDryRun)
  return {
    id,
    fileName,
    fileSize,
    format,
    isDryRun,
    options: ImportOptions.parse(row.options),
    state,
    isStopping,
    bytesDone,
    report,
    refusal,
    startedBy: row.actorName,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    // The file of what is in goes a moment later.
    hasFile: (state !== 'done' || isDryRun) && (await hasFile(id)),
  }
}

function notFound(): DomainError {
  return new DomainError('not_found', 'There is no such import.')
}

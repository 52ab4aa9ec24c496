import type { ImportOptions, ImportStart } from '../../contracts/import'
import { DomainError } from '../../domain/errors'
import { readColumnChoice } from '../../services/import/columns'
import { getImportRun, listImportRuns, startImportRun, stopImport, uploadImport } from '../../services/import/manage'
import { writeReportCsv } from '../../services/import/report-csv'
import { makeAdmission, whileAdmitted } from '../admission'
import { readJson } from '../body'
import { readExpanded } from '../compressed'
import { handle, json, segmentAfter } from '../handler'

const LET_IN_NO_LONGER =
  'Whoever sends this file has been signed out meanwhile, or may no longer import. Nothing of it was kept: sign in and send it again.'

const idOf = (request: Request) => segmentAfter(request, 'imports')

/** `GET /api/v1/settings/imports`: the last twenty. */
export const getImports = handle(async (ctx) => json({ imports: await listImportRuns(ctx) }))

/** `GET /api/v1/settings/imports/{id}` */
export const getImport = handle(async (ctx, request) => json(await getImportRun(ctx, idOf(request))))

/**
 * `POST /api/v1/settings/imports?name=…&format=…&articleId=…&column=body=…&timeZone=…`: the file as the raw body, or with gzip. 202 with the run,
 * which reads it without writing.
 */
export const postImport = handle(async (ctx, request) => {
  const query = new URL(request.url).searchParams
  const [format, articleId, columns, timeZone] = [
    query.get('format'),
    query.get('articleId'),
    query.getAll('column'),
    query.get('timeZone'),
  ]
  const options = {
    ...(format === null ? {} : { format }),
    ...(articleId === null || articleId === '' ? {} : { articleId }),
    ...(columns.length === 0 ? {} : { columns: readColumnChoice(columns) }),
    ...(timeZone === null || timeZone === '' ? {} : { timeZone }),
  } as ImportOptions
  // Its parts and their heads would be taken for lines of the file.
  if (/^\s*multipart\/form-data/i.test(request.headers.get('content-type') ?? ''))
    throw new DomainError('unsupported_format', 'Send the file itself as the body, not a form that holds it.')
  const isAdmitted = makeAdmission(request, ctx.actor.siteId, 'import')
  const source = whileAdmitted(readExpanded(request, Infinity), isAdmitted, LET_IN_NO_LONGER)
  return json(await uploadImport(ctx, query.get('name') ?? '', source, options), 202)
})

/** `POST /api/v1/settings/imports/{id}/start` */
export const postImportStart = handle(async (ctx, request) =>
  json(await startImportRun(ctx, idOf(request), (await readJson(request)) as ImportStart), 202),
)

/** `POST /api/v1/settings/imports/{id}/stop` */
export const postImportStop = handle(async (ctx, request) => json(await stopImport(ctx, idOf(request)), 202))

/** `GET /api/v1/settings/imports/{id}/report?format=csv|json`: as a file. */
export const getImportReport = handle(async (ctx, request) => {
  const { report, fileName } = await getImportRun(ctx, idOf(request))
  if (report === null) throw new DomainError('not_found', 'There is no report of this import yet.')
  const isCsv = new URL(request.url).searchParams.get('format') === 'csv'
  const text = isCsv ? writeReportCsv(report) : JSON.stringify({ fileName, ...report }, null, 2)
  const type = isCsv ? 'text/csv; charset=utf-8' : 'application/json'
  const disposition = `attachment; filename="import-report.${isCsv ? 'csv' : 'json'}"`
  return new Response(text, { headers: { 'content-type': type, 'content-disposition': disposition, 'cache-control': 'no-store' } })
})

import { MAX_COMMENTS_PER_REQUEST } from '../../contracts/ingest'
import { parseInput } from '../../contracts/parse'
import { IMPORT_FORMAT_NAMES, type ColumnChoice, type ImportFormat, type ImportReport } from '../../contracts/import'
import { ExternalId, TimeZone } from '../../contracts/text'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { readArticleText } from '../../importers/article-text'
import { peekBytes } from '../../importers/byte-lines'
import { readCommento } from '../../importers/commento'
import { readCsv } from '../../importers/csv'
import { readCoral } from '../../importers/coral'
import { detectFormat, HEAD_BYTES, isCertain } from '../../importers/detect-format'
import { readDisqus } from '../../importers/disqus'
import type { ByteSource, Importer, ImportRecord } from '../../importers/import-record'
import { readJson } from '../../importers/json'
import { readNdjson } from '../../importers/ndjson'
import { readSavedPage } from '../../importers/saved-page'
import { readSql } from '../../importers/sql'
import { readWordPress } from '../../importers/wordpress'
import type { Context } from '../context'
import { ReportBuilder, type ReportedProblem, type ReportState } from './report'
import { unpack } from './unpack'
import { rehearseImportBatch, writeImportBatch, type ArticleRecord, type CommentRecord, type ImportBatch } from './write-batch'

const MAX_ARTICLES_PER_BATCH = 100

const IMPORTERS: Record<ImportFormat, Importer> = {
  'article-text': readArticleText,
  ndjson: readNdjson,
  csv: readCsv,
  commento: readCommento,
  coral: readCoral,
  disqus: readDisqus,
  html: readSavedPage,
  json: readJson,
  sql: readSql,
  wordpress: readWordPress,
}

export interface ImportRequest {
  /** The file's name; it helps to tell the format, and nothing is ever opened by it. */
  name: string
  source: ByteSource
  /** Default: found out from the first bytes and the name. */
  format?: ImportFormat | undefined
  isDryRun: boolean
  /** External id of the article that comments belong to which the file does not assign. */
  articleId?: string | undefined
  /** Which columns of a table hold what. */
  columns?: ColumnChoice | undefined
  /** Whose clock the times are of that name no offset. */
  timeZone?: string | undefined
}

/** Told after each part of a file that is written. */
export interface ImportProgress {
  format: ImportFormat
  /** Records of the file that are done. */
  records: number
  report: ReportBuilder
}

/** An import that can be watched, stopped, and gone on with. */
export interface ImportWatch {
  /** Where an earlier run of the same file came to; its records are passed over. */
  done?: { records: number; report: ReportState }
  /** Called after each part; true stops the import there. */
  onPart: (progress: ImportProgress) => Promise<boolean>
}

/**
 * Brings in a file: its articles, and its comments in batches of 1,000 through ingest, in the order of the file. What
 * cannot be read is told with its line; the rest comes in. Importing the same file again changes nothing. A dry run
 * does the same and takes it back. Memory does not grow with the file.
 *
 * @throws DomainError forbidden, unsupported_format, too_large; invalid_input when the file is empty or nothing in it
 *   could be read, with the first problems; conflict when others keep writing the same comments (batches before it stay)
 */
export async function runImport(ctx: Context, request: ImportRequest, watch?: ImportWatch): Promise<ImportReport> {
  authorize(ctx.actor, 'import')
  const articleExternalId = request.articleId === undefined ? undefined : parseInput(ExternalId, request.articleId, 'The article id')
  const file = await unpack(request.name, request.source)
  const { head, source } = await peekBytes(file.source, HEAD_BYTES)
  const detected = detectFormat(file.name, head)
  const format = request.format ?? detected
  // Another reader would take some line of it for a comment.
  if (format !== detected && isCertain(detected))
    throw new DomainError('invalid_input', `Nothing was imported. ${tellFormats(format, detected)}`)
  const report = new ReportBuilder(request.isDryRun, watch?.done?.report)
  const records = IMPORTERS[format](source, {
    ...(articleExternalId === undefined ? {} : { articleExternalId }),
    ...(request.columns === undefined ? {} : { columns: request.columns }),
    ...(request.timeZone === undefined ? {} : { timeZone: parseInput(TimeZone, request.timeZone, 'The time zone') }),
  })
  const isWhole = await writeRecords(ctx, passOver(file.closing(records), watch?.done?.records ?? 0, report), report, (count) =>
    watch ? watch.onPart({ format, records: (watch.done?.records ?? 0) + count, report }) : Promise.resolve(false),
  )
  const built = report.build(format)
  if (isWhole && report.readCount === 0) throw refuseAll(built, detected, report.firstLoss)
  return built
}

/** Leaves out the first records, which an earlier run has done. */
async function* passOver(records: AsyncIterable<ImportRecord>, count: number, report: ReportBuilder): AsyncGenerator<ImportRecord> {
  let passed = 0
  for await (const record of records) {
    passed += 1
    if (passed > count) yield record
    else if (record.kind === 'article') report.passOver(record.externalId)
    else if (record.kind === 'comment') report.passOverComment(record.input)
  }
}

/** @returns whether it came to the end of the file */
async function writeRecords(
  ctx: Context,
  records: AsyncIterable<ImportRecord>,
  report: ReportBuilder,
  onPart: (records: number) => Promise<boolean>,
): Promise<boolean> {
  const known = new Map<string, ArticleRecord>()
  let batch: ImportBatch = { articles: [], comments: [] }
  let count = 0
  const flush = async (): Promise<boolean> => {
    if (report.isDryRun) await rehearseImportBatch(ctx, batch, known, report)
    else await writeImportBatch(ctx, batch, report).catch((error: unknown) => stopAt(batch, error))
    batch = { articles: [], comments: [] }
    return onPart(count)
  }
  for await (const record of records) {
    count += 1
    if (record.kind === 'article') {
      batch.articles.push(record)
      // Of a rehearsal's articles the later parts need no more than that they are there.
      if (report.isDryRun) known.set(record.externalId, { ...record, input: { title: record.input.title } })
    } else if (record.kind === 'comment') batch.comments.push(record)
    else note(record, report)
    const isFull = batch.comments.length === MAX_COMMENTS_PER_REQUEST || batch.articles.length === MAX_ARTICLES_PER_BATCH
    if (isFull && (await flush())) return false
  }
  await flush()
  return true
}

function note(record: Exclude<ImportRecord, ArticleRecord | CommentRecord>, report: ReportBuilder): void {
  if (record.kind === 'columns') report.putColumns(record.columns)
  else if (record.kind === 'skipped') report.countSkipped(record.line, record.why)
  else if (record.isLost) report.loseRow(record.line, record.message)
  else report.addProblem(record.line, record.message)
}

/** Says where a conflict that ingest could not solve by trying again has stopped the import. */
function stopAt(batch: ImportBatch, error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
  const line = batch.comments[0]?.line ?? 1
  throw new DomainError('conflict', `Others keep sending the same comments. Everything above line ${line} is in; import the file again.`)
}

/** A row that was lost says why; a remark that stands before it, such as on a column, does not. */
function refuseAll({ problems, format }: ImportReport, detected: ImportFormat, firstLoss: ReportedProblem | null): DomainError {
  const first = firstLoss ?? problems[0]
  const why = first ? ` Line ${first.line}: ${first.message}` : ' There is no comment in it that may be shown.'
  const hint = format === detected ? '' : ` ${tellFormats(format, detected)}`
  return new DomainError('invalid_input', `Nothing in this file could be imported.${why}${hint}`, {
    problems: problems.slice(0, 20).map(({ line, message }) => ({ path: ['line', line], message })),
  })
}

function tellFormats(chosen: ImportFormat, detected: ImportFormat): string {
  return `It was to be read as ${IMPORT_FORMAT_NAMES[chosen]}, and looks like ${IMPORT_FORMAT_NAMES[detected]}.`
}

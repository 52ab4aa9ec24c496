import type { IngestResult } from '../../contracts/ingest'
import { findArticle } from '../../db/article/article'
import type { Db } from '../../db/connection'
import { DomainError } from '../../domain/errors'
import type { ImportRecord } from '../../importers/import-record'
import { putArticle } from '../article/put'
import { ingestComments } from '../comment/ingest'
import { CIRCLE, OTHER_ARTICLE, OTHER_PARENT, UNKNOWN_ARTICLE } from '../comment/plan-batch'
import type { Context } from '../context'
import { tellPagesApart } from './page-ids'
import { countParagraphs, type ReportBuilder } from './report'

export type ArticleRecord = Extract<ImportRecord, { kind: 'article' }>
export type CommentRecord = Extract<ImportRecord, { kind: 'comment' }>

/** What is written together: articles first, then up to 1,000 comments. */
export interface ImportBatch {
  articles: ArticleRecord[]
  comments: CommentRecord[]
}

/** Writes a batch and reports what became of each record. A refused record is reported with its line and stops nothing else. */
export async function writeImportBatch(ctx: Context, batch: ImportBatch, report: ReportBuilder): Promise<void> {
  for (const record of batch.articles) await writeArticle(ctx, record, report)
  if (batch.comments.length === 0) return
  await noteKnownArticles(ctx, batch.comments, report)
  await takeIn(ctx, await tellPagesApart(ctx, batch.comments), report)
}

/** What a comment can do without: a wrong parent or time costs that, and not what somebody wrote. */
const DISPENSABLE = ['parentExternalId', 'postedAt'] as const

async function takeIn(ctx: Context, comments: readonly CommentRecord[], report: ReportBuilder): Promise<void> {
  const { first, repeated } = splitRepeated(comments, report)
  if (first.length > 0) await takeInFirst(ctx, first, report)
  if (repeated.length > 0) await takeIn(ctx, repeated, report)
}

/** Comments whose id comes a second time wait until the first has come in, or has been refused; those that contradict one are lost. */
function splitRepeated(comments: readonly CommentRecord[], report: ReportBuilder): { first: CommentRecord[]; repeated: CommentRecord[] } {
  const ids = new Set<string>()
  const [first, repeated]: [CommentRecord[], CommentRecord[]] = [[], []]
  for (const record of comments) {
    if (report.contradicts(record.input)) report.loseRow(record.line, describeRepeated(record))
    else if (record.input.revision === undefined && ids.has(record.input.externalId)) repeated.push(record)
    else first.push(record)
    ids.add(record.input.externalId)
  }
  return { first, repeated }
}

function describeRepeated({ input }: CommentRecord): string {
  return `The id ${JSON.stringify(input.externalId)} is in this file already, with another text. The first one came in.`
}

async function takeInFirst(ctx: Context, comments: readonly CommentRecord[], report: ReportBuilder): Promise<void> {
  const { items } = await ingestComments(
    ctx,
    comments.map(({ input }) => input),
    true,
  )
  const without: CommentRecord[] = []
  for (const [at, record] of comments.entries()) {
    const result = items[at]
    const wrong = result?.outcome === 'invalid' ? result.problems[0] : undefined
    const field = DISPENSABLE.find((name) => wrong?.path === `/${name}`)
    if (wrong && field) {
      without.push(leaveOut(record, field))
      tellLeftOut(record, field, wrong.message, report)
    } else if (result) noteComment(record, result, report)
  }
  if (without.length > 0) await takeIn(ctx, without, report)
}

function tellLeftOut({ line }: CommentRecord, field: (typeof DISPENSABLE)[number], why: string, report: ReportBuilder): void {
  report.addProblem(line, `${field} ${why}. The comment came in without it.`)
}

function leaveOut(record: CommentRecord, field: (typeof DISPENSABLE)[number]): CommentRecord {
  const { [field]: _wrong, ...input } = record.input
  return { ...record, input, isQuoteLink: record.isQuoteLink && field !== 'parentExternalId' }
}

/**
 * Does everything `writeImportBatch` does, and takes it back. A batch at a time, so that live comments on the same
 * articles never wait for a long rehearsal; hence `known`, the articles of earlier batches, is written first.
 */
export async function rehearseImportBatch(
  ctx: Context,
  batch: ImportBatch,
  known: ReadonlyMap<string, ArticleRecord>,
  report: ReportBuilder,
): Promise<void> {
  const wanted = new Set(batch.comments.map(({ input }) => input.articleExternalId))
  for (const { externalId } of batch.articles) wanted.delete(externalId)
  const earlier = [...wanted].flatMap((externalId) => known.get(externalId) ?? [])
  const comments = batch.comments.map((record) => {
    const why = report.answersElsewhere(record.input) ? OTHER_PARENT : report.closesCircle(record.input) ? CIRCLE : null
    if (why === null) return record
    tellLeftOut(record, 'parentExternalId', why, report)
    return leaveOut(record, 'parentExternalId')
  })
  await rollBack(ctx.db, async (db) => writeImportBatch({ ...ctx, db }, { articles: [...earlier, ...batch.articles], comments }, report))
}

class RolledBack extends Error {}

async function rollBack(db: Db, work: (db: Db) => Promise<void>): Promise<void> {
  try {
    await db.transaction(async (inner) => {
      await work(inner)
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
}

async function writeArticle(ctx: Context, record: ArticleRecord, report: ReportBuilder): Promise<void> {
  const { externalId, input, line } = record
  const found = await findArticle(ctx.db, ctx.actor.siteId, externalId)
  if (found && record.isOnlyIfMissing) return noteArticle(found, found.id, report)
  try {
    const { article } = await putArticle(ctx, externalId, input)
    noteArticle(article, found?.id ?? (report.isDryRun ? null : article.id), report)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid_input') throw error
    report.addProblem(line, `The article was refused: ${error.message}`)
  }
}

/** Comments may belong to articles that the file does not describe. */
async function noteKnownArticles(ctx: Context, comments: readonly CommentRecord[], report: ReportBuilder): Promise<void> {
  for (const externalId of new Set(comments.map(({ input }) => input.articleExternalId))) {
    if (report.hasArticle(externalId)) continue
    const found = await findArticle(ctx.db, ctx.actor.siteId, externalId)
    if (found) noteArticle(found, found.id, report)
  }
}

function noteArticle(
  article: { externalId: string; title: string; author: string | null; body: string },
  id: string | null,
  report: ReportBuilder,
): void {
  const { externalId, title, author, body } = article
  report.putArticle({ id, externalId, title, author, bodyParagraphs: countParagraphs(body) })
}

function noteComment(record: CommentRecord, result: IngestResult, report: ReportBuilder): void {
  if (result.outcome === 'invalid') {
    return report.loseRow(record.line, describeLoss(record, result.problems[0]))
  }
  report.countComment(record, result)
}

/** Whoever brings in a file has no API in mind. */
function describeLoss({ input }: CommentRecord, problem: { path: string; message: string } | undefined): string {
  if (problem?.message === UNKNOWN_ARTICLE)
    return `The article ${JSON.stringify(input.articleExternalId)} is not here. Bring it in first, or import the comments to the id of an article that is.`
  if (problem?.message === OTHER_ARTICLE)
    return `The comment ${JSON.stringify(input.externalId)} is here already, under another article, and stays there.`
  return `${problem?.path.slice(1) ?? ''} ${problem?.message ?? 'is not valid'}.`.trim()
}

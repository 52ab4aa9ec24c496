import type { BulkOutcome } from '../../contracts/bulk'
import type { ArticleInput } from '../../contracts/ingest'
import { listProblems } from '../../contracts/parse'
import { toPointer } from '../../contracts/problem'
import { ExternalId } from '../../contracts/text'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { ByteSource } from '../../importers/import-record'
import { putArticle } from '../article/put'
import type { Context } from '../context'
import { readBulkLines, type BulkLine } from './bulk-lines'
import { toResult } from './ingest'
import { forecastScores } from './forecast-scores'
import { parseItem, type ParsedItem } from './parse-items'
import type { Forecast } from './score-drafts'
import { writeComments } from './write-batch'

/** A batch is one transaction. It is closed by its number of lines, by its size, or by its age: a slow sender gets answers too. */
const MAX_LINES = 1000
const MAX_CHARACTERS = 2 * 1024 * 1024
const LATEST_MS = 200

/** A line as it waits to be written: of a comment, what was read of it. */
type CheckedLine = Exclude<BulkLine, { kind: 'comment' }> | { kind: 'comment'; line: number; item: ParsedItem }

/** Checked lines that are written together. */
interface Batch {
  lines: CheckedLine[]
  characters: number
  /** The scores of its comments, being made. */
  forecast: Promise<Forecast | null>
}

/**
 * Takes in a stream of comments and articles, one JSON object a line, and gives what became of each line, in order and
 * after the COMMIT. One batch is read and checked while the one before it is written; when whoever asks for the outcomes
 * stops asking, reading stops. Sending the same stream again writes nothing.
 *
 * @throws DomainError forbidden; whatever reading the source or the database throws. What was given by then is stored.
 */
export async function* ingestStream(ctx: Context, source: ByteSource): AsyncGenerator<BulkOutcome[]> {
  authorize(ctx.actor, 'ingest')
  const progress = { isNews: true }
  const batches = collectBatches(ctx, readBulkLines(source), progress)
  let reading = batches.next()
  for (;;) {
    const read = await reading
    if (read.done === true) return
    reading = batches.next()
    reading.catch(() => undefined)
    const outcomes = await writeBatch(ctx, read.value)
    // A stream that is sent again brings nothing to score.
    progress.isNews = outcomes.some(({ outcome }) => outcome === 'created' || outcome === 'updated')
    yield outcomes
  }
}

async function* collectBatches(ctx: Context, lines: AsyncGenerator<BulkLine>, progress: { isNews: boolean }): AsyncGenerator<Batch> {
  let batch = startBatch()
  let isLate: Promise<'late'> | null = null
  let next = lines.next()
  for (;;) {
    const read = isLate === null ? await next : await Promise.race([next, isLate])
    if (read !== 'late') {
      if (read.done === true) break
      next = lines.next()
      next.catch(() => undefined)
      add(ctx, batch, read.value)
      isLate ??= new Promise((resolve) => setTimeout(resolve, LATEST_MS, 'late').unref())
      if (batch.lines.length < MAX_LINES && batch.characters < MAX_CHARACTERS) continue
    }
    yield foresee(ctx, batch, progress)
    batch = startBatch()
    isLate = null
  }
  if (batch.lines.length > 0) yield foresee(ctx, batch, progress)
}

function startBatch(): Batch {
  return { lines: [], characters: 0, forecast: Promise.resolve(null) }
}

/** The batch before this one is being written meanwhile. */
function foresee(ctx: Context, batch: Batch, { isNews }: { isNews: boolean }): Batch {
  if (!isNews) return batch
  const forecast = forecastScores(
    ctx,
    listComments(batch.lines).map(({ item }) => item),
  )
  forecast.catch(() => undefined)
  return { ...batch, forecast }
}

function listComments(lines: readonly CheckedLine[]): Extract<CheckedLine, { kind: 'comment' }>[] {
  return lines.filter((line) => line.kind === 'comment')
}

function add(ctx: Context, batch: Batch, line: BulkLine): void {
  if (line.kind !== 'comment') {
    batch.lines.push(line)
    batch.characters += line.kind === 'article' ? line.bytes : 0
    return
  }
  const item = parseItem(line.input, ctx.now())
  batch.lines.push({ kind: 'comment', line: line.line, item })
  batch.characters += 'sent' in item ? item.sent.body.length : 0
}

/** Articles first, each in its own transaction, then all comments in one: a comment may stand above its article. */
async function writeBatch(ctx: Context, { lines, forecast }: Batch): Promise<BulkOutcome[]> {
  const outcomes = new Map<number, BulkOutcome>()
  for (const line of lines) {
    if (line.kind === 'article') outcomes.set(line.line, await writeArticle(ctx, line))
    else if (line.kind === 'invalid') outcomes.set(line.line, refuse(line.line, null, [{ path: '', message: line.message }]))
  }
  const comments = listComments(lines)
  const written = await writeComments(
    ctx,
    comments.map(({ item }) => item),
    await forecast,
  )
  written.forEach((item, at) => {
    const line = comments[at]?.line ?? 0
    const result = toResult(item)
    outcomes.set(line, result.outcome === 'invalid' ? { line, ...result } : { line, type: 'comment', ...result })
  })
  return lines.flatMap(({ line }) => outcomes.get(line) ?? [])
}

async function writeArticle(
  ctx: Context,
  { line, externalId: given, input }: Extract<BulkLine, { kind: 'article' }>,
): Promise<BulkOutcome> {
  const key = typeof given === 'string' ? given.slice(0, 200).toWellFormed() : null
  const externalId = ExternalId.safeParse(given)
  if (!externalId.success) {
    const problems = listProblems(externalId.error).map(({ message }) => ({ path: '/externalId', message }))
    return refuse(line, key, problems)
  }
  try {
    const { article, outcome } = await putArticle(ctx, externalId.data, input as ArticleInput)
    return { line, type: 'article', externalId: article.externalId, outcome }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid_input') throw error
    const problems = error.detail.problems ?? [{ path: [], message: error.message }]
    return refuse(
      line,
      key,
      problems.map(({ path, message }) => ({ path: toPointer(path), message })),
    )
  }
}

function refuse(line: number, externalId: string | null, problems: { path: string; message: string }[]): BulkOutcome {
  return { line, externalId, outcome: 'invalid', problems }
}

/**
 * npm run import -- FILE [--dry-run] [--site slug] [--format name] [--article-id id] [--column body=Kommentar]…
 *   [--time-zone Europe/Berlin] [--report FILE.json|FILE.csv]
 *
 * Brings an article with its comments in from a file: a saved page, NDJSON, CSV or another system's export. --column says
 * which column of a table holds what, where its names do not tell; --time-zone, whose clock its times are of that name no offset. Exits with 1 when nothing could be read.
 */
import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { IMPORT_FORMAT_NAMES, IMPORT_FORMATS, type ImportReport } from '@/lib/contracts/import'
import { SKIP_REASONS } from '@/lib/domain/skip-reasons'
import { describeError, DomainError } from '@/lib/domain/errors'
import { createContext } from '@/lib/services/create-context'
import { readColumnChoice } from '@/lib/services/import/columns'
import { writeReportCsv } from '@/lib/services/import/report-csv'
import { runImport, type ImportProgress, type ImportRequest } from '@/lib/services/import/run'
import { bootDatabase } from '@/lib/services/instance/boot'
import { findSite } from '@/lib/services/site/find'

const USAGE = `npm run import -- FILE [--dry-run] [--site slug] [--format ${IMPORT_FORMATS.join('|')}] [--article-id id] [--column field=header]… [--time-zone name] [--report FILE.json|FILE.csv]`
/** More are in the report that --report writes. */
const SHOWN_PROBLEMS = 100

class UsageError extends Error {}

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean' },
    site: { type: 'string' },
    format: { type: 'string' },
    'article-id': { type: 'string' },
    column: { type: 'string', multiple: true },
    'time-zone': { type: 'string' },
    report: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { ...values, files: positionals }
  } catch (error) {
    throw new UsageError(describeError(error))
  }
}

function readFormat(given: string | undefined): ImportRequest['format'] {
  const format = IMPORT_FORMATS.find((known) => known === given)
  if (given !== undefined && format === undefined) throw new UsageError(`The format ${given} is not known.`)
  return format
}

/** Checks what can be checked before a database is started. */
async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.code ?? error.message}.`)
  })
  if (found.isDirectory()) throw new UsageError(`${file} is a directory. Name a file.`)
  if (found.isFile() && found.size === 0) throw new UsageError(`${file} is empty. Nothing was imported.`)
}

async function main(): Promise<void> {
  const given = readArguments()
  if (given.help) return console.log(USAGE)
  const [file, ...more] = given.files
  if (file === undefined || more.length > 0) throw new UsageError(file === undefined ? 'Name the file to import.' : 'Name one file.')
  const format = readFormat(given.format)
  await checkFile(file)
  const database = await bootDatabase()
  try {
    const site = await findSite(given.site)
    const request = {
      name: path.basename(file),
      source: createReadStream(file),
      format,
      isDryRun: given['dry-run'] ?? false,
      articleId: given['article-id'],
      columns: given.column && readColumnChoice(given.column),
      timeZone: given['time-zone'],
    }
    const ctx = createContext({ kind: 'system', name: 'import', siteId: site.id })
    const report = await runImport(ctx, request, { onPart: showProgress })
    print(report, site.name)
    if (given.report !== undefined)
      await writeFile(given.report, given.report.endsWith('.csv') ? writeReportCsv(report) : JSON.stringify(report, null, 2))
  } finally {
    await database.stop()
  }
}

/** One line that is written over, where somebody watches. */
function showProgress({ report }: ImportProgress): Promise<boolean> {
  const { created, updated, unchanged, stale } = report.counts
  if (process.stderr.isTTY) process.stderr.write(`\r${count(created + updated + unchanged + stale, 'comment')} so far\x1b[K\r`)
  return Promise.resolve(false)
}

function print(report: ImportReport, siteName: string): void {
  const { created, updated, unchanged, stale, invalid } = report.counts
  const total = created + updated + unchanged + stale
  console.log(
    `${report.isDryRun ? 'Dry run, nothing was written' : 'Imported'} (${IMPORT_FORMAT_NAMES[report.format]}, site ${siteName})\n`,
  )
  for (const article of report.articles) {
    console.log(`  Article     ${plain(article.title)}`)
    console.log(`  Author      ${article.author === null ? 'unknown' : plain(article.author)}`)
    console.log(`  Paragraphs  ${article.bodyParagraphs}`)
    console.log(`  Comments    ${article.comments}`)
    console.log(`  Id          ${plain(article.externalId)}\n`)
  }
  if (report.articleCount > report.articles.length) console.log(`  … and ${report.articleCount - report.articles.length} more articles\n`)
  console.log(`${count(total, 'comment')}: ${created} new, ${updated} changed, ${unchanged} unchanged, ${stale} older than what is here`)
  console.log(
    `of these, ${report.replies ?? 0} replies${report.quoteLinks > 0 ? `, ${report.quoteLinks} of them linked to a comment they quote` : ''}`,
  )
  const left = SKIP_REASONS.filter((why) => report.skipped[why] > 0).map((why) => `${report.skipped[why]} ${why}`)
  if (left.length > 0) console.log(`left out as the source meant it: ${left.join(', ')}`)
  if (invalid > 0) console.log(`${invalid} could not be taken in`)
  if (report.problemCount > 0) console.log(`\nProblems (${report.problemCount})`)
  for (const { line, message } of report.problems.slice(0, SHOWN_PROBLEMS)) console.log(`  line ${line}: ${plain(message)}`)
  if (report.problemCount > SHOWN_PROBLEMS) console.log(`  … and ${report.problemCount - SHOWN_PROBLEMS} more`)
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

/** Text from the file, without control characters that a terminal would obey. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

try {
  await main()
} catch (error) {
  const isRefusal = error instanceof DomainError || error instanceof UsageError
  console.error(isRefusal ? error.message : error instanceof Error ? `The import failed: ${error.message}` : error)
  if (error instanceof UsageError) console.error(USAGE)
  process.exitCode = 1
}

import { INGEST_OUTCOMES } from '../../contracts/ingest'
import type { ImportReport } from '../../contracts/import'
import { SKIP_REASONS } from '../../domain/skip-reasons'
import { CSV_BEGINNING, writeCsvLine, type CsvValue } from '../../domain/csv-cell'

/** A report as a table: its figures, then its problems with their lines. */
export function writeReportCsv(report: ImportReport): string {
  const figures: [string, number][] = [
    ['articles', report.articleCount],
    ...INGEST_OUTCOMES.map((what): [string, number] => [`comments ${what}`, report.counts[what]]),
    ...SKIP_REASONS.map((why): [string, number] => [`left out: ${why}`, report.skipped[why]]),
    ...(report.replies === undefined ? [] : [['replies', report.replies] satisfies [string, number]]),
    ['replies linked by a quote', report.quoteLinks],
    ['problems', report.problemCount],
  ]
  const rows: CsvValue[][] = [
    ['line', 'what', 'count'],
    ...figures.map(([what, count]) => ['', what, count]),
    ...report.problems.map(({ line, message }) => [line, message, '']),
  ]
  return CSV_BEGINNING + rows.map(writeCsvLine).join('')
}

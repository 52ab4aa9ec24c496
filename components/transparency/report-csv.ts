import type { TransparencyReport } from '@/lib/contracts/transparency'
import { CSV_BEGINNING, writeCsvLine } from '@/lib/domain/csv-cell'
import { REPORT_FIGURES } from '@/lib/domain/transparency'
import { nameOf, type ReportVoice } from './figure-words'

/** One row a figure, values as they are: shares 0–1, times in seconds. Cells hold no formula (lib/domain/csv-cell.ts). */
export function writeReportCsv(voice: ReportVoice, { period, previous, figures }: TransparencyReport): string {
  const { t, meanings } = voice
  const days = ({ from, to }: { from: string; to: string }) => `${from}/${to}`
  const head = ['section', 'figure', 'meaning', 'value', 'low', 'high', 'unit', 'period', 'before'] as const
  const rows = figures.map((figure) => {
    const { section, key, unit, value, interval, previous: before } = figure
    const name = t(`figure.${key}`) + ('of' in REPORT_FIGURES[key] ? `: ${nameOf(voice, figure)}` : '')
    const values = [value, interval?.low, interval?.high, t(`unit.${unit}`), days(period), before]
    return writeCsvLine([t(`section.${section}`), name, meanings(key), ...values])
  })
  const names = head.map((name) => (name === 'before' ? `${t('csv.before')} (${days(previous)})` : t(`csv.${name}`)))
  return CSV_BEGINNING + writeCsvLine(names) + rows.join('')
}

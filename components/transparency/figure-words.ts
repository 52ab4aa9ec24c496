import type { TransparencyFigure, TransparencyReport } from '@/lib/contracts/transparency'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { MECHANISMS, REPORT_FIGURES, REPORT_SECTIONS, type FigureKey, type ReportSection } from '@/lib/domain/transparency'
import type { Language } from '@/lib/domain/languages'
import { nameReason } from '../moderation/decision/decision-words'
import { makeFormats, type Formats } from '../words/formats'
import { readWords } from '../words/page-words'
import type { Words } from '../words/rooms'

/** What a transparency report is written with: its own words, what its figures mean, the names of things, and numbers. */
export interface ReportVoice {
  t: Words<'transparency'>
  meanings: Words<'figure-meanings'>
  glossary: Words<'glossary'>
  formats: Formats
}

export async function readReportVoice(language: Language): Promise<ReportVoice> {
  const [t, meanings, glossary] = await Promise.all([
    readWords(language, 'transparency'),
    readWords(language, 'figure-meanings'),
    readWords(language, 'glossary'),
  ])
  return { t, meanings, glossary, formats: makeFormats(language) }
}

/** Figures of one key: one, or one for each reason, kind or mechanism; none where that came to nothing. */
export interface FigureGroup {
  key: FigureKey
  isMany: boolean
  figures: TransparencyFigure[]
}

/** The report by its sections and keys, in their order. */
export function groupFigures({ figures }: TransparencyReport): { section: ReportSection; groups: FigureGroup[] }[] {
  const keys = Object.keys(REPORT_FIGURES) as FigureKey[]
  return REPORT_SECTIONS.map((section) => ({
    section,
    groups: keys
      .filter((key) => REPORT_FIGURES[key].section === section)
      .map((key) => ({ key, isMany: 'of' in REPORT_FIGURES[key], figures: figures.filter((figure) => figure.key === key) })),
  }))
}

/** Whether nothing at all happened, in this period and the one before. */
export function isEmpty({ figures }: TransparencyReport): boolean {
  return figures.every(({ key, unit, value, previous }) => unit !== 'count' || key === 'appeals.waiting' || (value === 0 && !previous))
}

/** What a figure is counted by: a reason, a kind, a ground, a subject, a mark or a mechanism. Those of the newsroom's own stand as they are. */
export function nameOf({ t, glossary }: ReportVoice, { key, of }: Pick<TransparencyFigure, 'key' | 'of'>): string {
  const name = of ?? ''
  if (key === 'automation.on') {
    const mechanism = MECHANISMS.find((one) => one === name)
    return mechanism === undefined ? name : t(`mechanism.${mechanism}`)
  }
  if (key === 'appeals.subject') return t.has(`subject.${name}`) ? t(`subject.${name}` as 'subject.rejection') : name
  if (key === 'marks.kind' || key === 'automation.suggested' || key === 'automation.followed') {
    if (name === 'off_topic' || name === 'uncivil') return glossary(`mark.${name}`)
    const kind = UNCIVIL_KINDS.find((one) => one === name)
    return kind === undefined ? name : glossary('signal.uncivil', { kind: glossary(`kind.${kind}`) })
  }
  return nameReason(glossary, name)
}

/** A value as people read it. `none` is what stands where there is nothing to tell it by. */
export function writeValue(
  { t, formats }: ReportVoice,
  { key, unit }: Pick<TransparencyFigure, 'key' | 'unit'>,
  value: number | null,
): string {
  if (value === null) return t(key === 'automation.followed' || key === 'agreement.share' ? 'value.tooFew' : 'value.none')
  if (unit === 'count') return formats.number(value)
  if (unit === 'switch') return t(value === 1 ? 'value.on' : 'value.off')
  return unit === 'share' ? formats.percent(value, 1) : formats.duration(value * 1000)
}

/** Where the true share lies; null where nobody says so. */
export function writeInterval({ t, formats }: ReportVoice, { interval }: TransparencyFigure): string | null {
  return interval && t('value.interval', { low: formats.percent(interval.low, 1), high: formats.percent(interval.high, 1) })
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const

/** A period by its days. */
export function writePeriod({ t, formats }: ReportVoice, { from, to }: { from: string; to: string }): string {
  const write = (day: string) => formats.date(`${day}T12:00:00Z`, DAY)
  return from === to ? write(from) : t('period.range', { from: write(from), to: write(to) })
}

export function writeCounted({ t, formats }: ReportVoice, { countedAt }: TransparencyReport): string {
  return t('counted', { at: formats.date(countedAt, { ...DAY, hour: '2-digit', minute: '2-digit' }) })
}

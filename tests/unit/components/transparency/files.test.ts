import { expect, it } from 'vitest'
import { groupFigures, isEmpty, readReportVoice, writeValue } from '@/components/transparency/figure-words'
import { writePublishedPage } from '@/components/transparency/published-page'
import { writeReportCsv } from '@/components/transparency/report-csv'
import type { TransparencyFigure, TransparencyReport } from '@/lib/contracts/transparency'
import { FIGURE_MEANINGS } from '@/lib/domain/figure-meanings'
import { LANGUAGES } from '@/lib/domain/languages'
import { FIGURE_KEYS, MECHANISMS, REPORT_FIGURES, type FigureKey } from '@/lib/domain/transparency'

const HOSTILE = `=1+1"><script>alert('x')</script>&`

const OF: Partial<Record<FigureKey, readonly string[]>> = {
  'rejections.reason': ['abuse', HOSTILE],
  'marks.kind': ['off_topic', 'insult'],
  'reports.ground': [],
  'appeals.subject': ['rejection'],
  'automation.suggested': ['off_topic', 'uncivil'],
  'automation.followed': ['off_topic', 'uncivil'],
  'automation.on': MECHANISMS,
}

function figure(key: FigureKey, of: string | null): TransparencyFigure {
  const { section, unit } = REPORT_FIGURES[key]
  const [value, previous] = unit === 'switch' ? [1, null] : unit === 'share' ? [0.5, null] : [7384, 0]
  const interval = key === 'automation.followed' ? { low: 0.4, high: 0.6 } : null
  return { section, key, of, meaning: FIGURE_MEANINGS[key], unit, value, interval, previous }
}

const REPORT: TransparencyReport = {
  site: `The <b>Gazette</b>`,
  period: { name: '2026-Q3', from: '2026-07-01', to: '2026-09-30', isOver: true },
  previous: { name: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
  countedAt: '2026-10-05T08:00:00.000Z',
  figures: FIGURE_KEYS.flatMap((key) => ('of' in REPORT_FIGURES[key] ? (OF[key] ?? []).map((of) => figure(key, of)) : [figure(key, null)])),
}

it.each(LANGUAGES)('the page to publish has every figure with what it means, and runs and fetches nothing: %s', async (language) => {
  const voice = await readReportVoice(language)
  const page = writePublishedPage(voice, REPORT)
  for (const key of FIGURE_KEYS) {
    expect(page).toContain(`<span class="name">${voice.t(`figure.${key}`)}</span>`)
    expect(page).toContain(`<span class="meaning">${voice.meanings(key)}</span>`)
  }
  expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
  expect(page).toContain('<bdi>The &lt;b&gt;Gazette&lt;/b&gt;</bdi>')
  expect(page).toContain('<bdi>=1+1&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</bdi>')
  expect(page).not.toMatch(/<script|<link|<img|<b>|src=|href=|url\(|@import|https?:/i)
  // As many values as there are figures, twice; and "none" twice where a reason or ground came to nothing.
  expect(page.match(/<td class="value/g)).toHaveLength(2 * REPORT.figures.length + 2)
})

it.each(LANGUAGES)('the table has a row a figure, and no cell that a spreadsheet runs: %s', async (language) => {
  const voice = await readReportVoice(language)
  const [head, ...rows] = writeReportCsv(voice, REPORT).trimEnd().split('\r\n')
  expect(head).toContain('2026-04-01/2026-06-30')
  expect(rows).toHaveLength(REPORT.figures.length)
  expect(rows[0]).toContain(`${voice.t('figure.comments.received')},`)
  expect(rows[0]?.endsWith(',7384,,,' + `${voice.t('unit.count')},2026-07-01/2026-09-30,0`)).toBe(true)
  expect(rows.find((row) => row.includes('script'))).toContain(`${voice.t('figure.rejections.reason')}: =1+1""><script>`)
  expect(rows.filter((row) => /(^|,)"?[=+\-@]/.test(row))).toEqual([])
})

it('values are written as people read them', async () => {
  const voice = await readReportVoice('en')
  const write = (key: FigureKey, value: number | null) => writeValue(voice, { key, unit: REPORT_FIGURES[key].unit }, value)
  expect([write('comments.received', 18_204), write('waits.median', 4320), write('waits.hour', 0.8333)]).toEqual([
    '18,204',
    '1\u00a0hr 12\u00a0min',
    '83.3%',
  ])
  expect([write('waits.median', null), write('agreement.share', null), write('automation.on', 0)]).toEqual(['—', 'too few to tell', 'off'])
})

it('a period is empty when nothing happened in it or in the one before', () => {
  const none = { ...REPORT, figures: REPORT.figures.map((one) => (one.unit === 'count' ? { ...one, value: 0, previous: 0 } : one)) }
  const before = { ...none, figures: none.figures.map((one) => (one.key === 'reports.received' ? { ...one, previous: 1 } : one)) }
  expect([isEmpty(REPORT), isEmpty(none), isEmpty(before)]).toEqual([false, true, false])
  expect(groupFigures(none).map(({ section }) => section)[0]).toBe('comments')
})

import type { TransparencyFigure, TransparencyReport } from '@/lib/contracts/transparency'
import { DIRECTIONS } from '@/lib/domain/languages'
import {
  groupFigures,
  nameOf,
  writeCounted,
  writeInterval,
  writePeriod,
  writeValue,
  type FigureGroup,
  type ReportVoice,
} from './figure-words'

/** A piece of a page, ready to be sent. */
interface Markup {
  html: string
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A template of a page: what stands in a hole is text, whoever wrote it, unless it is made by this function. */
function markup(parts: TemplateStringsArray, ...holes: (string | Markup | readonly Markup[])[]): Markup {
  const write = (hole: string | Markup | readonly Markup[]): string => {
    if (typeof hole === 'string') return hole.replaceAll(/[&<>"']/g, (mark) => MARKS[mark] ?? '')
    return 'html' in hole ? hole.html : hole.map(({ html }) => html).join('')
  }
  return { html: parts.reduce((text, part, index) => text + write(holes[index - 1] ?? '') + part) }
}

// Of system fonts, in the colours that its reader prefers, on one sheet after another in print.
const STYLE = markup`<style>
:root { color-scheme: light dark; --line: light-dark(#d9d4ca, #3a3631); --soft: light-dark(#5c564d, #b3aba0); }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 3rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #161513); color: light-dark(#1b1916, #f0ede7); }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; } h2 { margin: 2rem 0 .4rem; font-size: 1.15rem; }
p { margin: .3rem 0; } .soft { color: var(--soft); font-size: .9rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .4rem 0; vertical-align: baseline; text-align: start; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: .85rem; border-bottom: 1px solid var(--line); }
tbody tr.first > * { border-top: 1px solid var(--line); } tbody:first-of-type tr.first:first-child > * { border-top: 0; }
.value { width: 22%; padding-inline-start: .6rem; text-align: end; font-variant-numeric: tabular-nums; } td.own { font-weight: 600; }
.of th { padding-inline-start: 1.25rem; } .name { font-weight: 600; } .meaning { display: block; color: var(--soft); font-size: .85rem; }
.interval { display: block; font-weight: 400; color: var(--soft); font-size: .8rem; }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
</style>`

/**
 * The report as a page by itself that a newsroom can publish: no script, nothing that is fetched, in the language of whoever makes it.
 */
export function writePublishedPage(voice: ReportVoice, report: TransparencyReport): string {
  const { t, formats } = voice
  const title = `${t('title')}: ${report.site}`
  const page = markup`<!doctype html>
<html lang="${formats.language}" dir="${DIRECTIONS[formats.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${STYLE}
</head>
<body>
<main>
<p class="soft"><bdi>${report.site}</bdi></p>
<h1>${t('title')}</h1>
<p>${writePeriod(voice, report.period)}</p>
<p class="soft">${t('before', { period: writePeriod(voice, report.previous) })} · ${writeCounted(voice, report)}</p>
${report.period.isOver ? '' : markup`<p>${t('period.running')}</p>`}
${groupFigures(report).map(({ section, groups }) => writeSection(voice, t(`section.${section}`), groups))}
</main>
</body>
</html>
`
  return page.html
}

function writeSection(voice: ReportVoice, name: string, groups: readonly FigureGroup[]): Markup {
  const { t } = voice
  return markup`<section>
<h2>${name}</h2>
<table aria-label="${name}">
<thead><tr><th scope="col">${t('column.figure')}</th><th scope="col" class="value">${t('column.own')}</th><th scope="col" class="value">${t('column.previous')}</th></tr></thead>
${groups.map((group) => writeGroup(voice, group))}
</table>
</section>
`
}

function writeGroup(voice: ReportVoice, { key, isMany, figures }: FigureGroup): Markup {
  const { t, meanings } = voice
  const name = markup`<span class="name">${t(`figure.${key}`)}</span><span class="meaning">${meanings(key)}</span>`
  if (!isMany)
    return markup`<tbody>${figures.map((figure) => markup`<tr class="first"><th scope="row">${name}</th>${writeCells(voice, figure)}</tr>`)}</tbody>
`
  const none = markup`<td class="value own">${t('value.no')}</td><td class="value">${t('value.no')}</td>`
  return markup`<tbody><tr class="first"><th scope="rowgroup"${figures.length > 0 ? markup` colspan="3"` : ''}>${name}</th>${figures.length > 0 ? '' : none}</tr>
${figures.map((figure) => markup`<tr class="of"><th scope="row"><bdi>${nameOf(voice, figure)}</bdi></th>${writeCells(voice, figure)}</tr>`)}</tbody>
`
}

function writeCells(voice: ReportVoice, figure: TransparencyFigure): Markup {
  const interval = writeInterval(voice, figure)
  const before = figure.unit === 'switch' ? '' : writeValue(voice, figure, figure.previous)
  return markup`<td class="value own">${writeValue(voice, figure, figure.value)}${interval === null ? '' : markup`<span class="interval">${interval}</span>`}</td><td class="value">${before}</td>`
}

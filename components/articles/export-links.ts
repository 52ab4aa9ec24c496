import type { ExportLink } from './export-menu'

const SERIES = [
  { series: 'volume', word: 'Talk over time' },
  { series: 'hours', word: 'Hours' },
  { series: 'waits', word: 'Waiting times' },
  { series: 'voices', word: 'Voices' },
  { series: 'decisions', word: 'Decisions' },
] as const

/** The files of an article's page. */
export function listArticleExports(articleId: string): ExportLink[] {
  const base = `/api/v1/desk/articles/${articleId}/export`
  return SERIES.flatMap(({ series, word }) => [
    { word: `${word} (CSV)`, href: `${base}?series=${series}&format=csv` },
    { word: `${word} (JSON)`, href: `${base}?series=${series}&format=json` },
  ])
}

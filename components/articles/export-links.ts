import type { Words } from '../words/rooms'
import type { ExportLink } from './export-menu'

const SERIES = ['volume', 'hours', 'drift', 'distributions', 'waits', 'voices', 'sizes', 'words', 'featuring', 'decisions', 'acts'] as const

/** The files of an article's page. */
export function listArticleExports(t: Words<'article'>, articleId: string): ExportLink[] {
  const base = `/api/v1/desk/articles/${articleId}/export`
  return SERIES.flatMap((series) => [
    { word: `${t(`file.${series}`)} (CSV)`, href: `${base}?series=${series}&format=csv` },
    { word: `${t(`file.${series}`)} (JSON)`, href: `${base}?series=${series}&format=json` },
  ])
}

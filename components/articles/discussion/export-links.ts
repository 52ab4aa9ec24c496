import type { Words } from '../../words/rooms'
import type { ExportFile } from '../export-menu'

const SERIES = [
  'comments',
  'volume',
  'hours',
  'drift',
  'distributions',
  'waits',
  'voices',
  'sizes',
  'words',
  'featuring',
  'decisions',
  'acts',
] as const

/** The files of an article's page. */
export function listArticleExports(t: Words<'article'>, articleId: string): ExportFile[] {
  const base = `/api/v1/desk/articles/${articleId}/export`
  return SERIES.map((series) => ({ word: t(`file.${series}`), href: `${base}?series=${series}` }))
}

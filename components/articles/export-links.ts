import type { ExportLink } from './export-menu'

/** The files of an article's page. */
export function listArticleExports(articleId: string): ExportLink[] {
  const base = `/api/v1/desk/articles/${articleId}/export`
  return [
    { word: 'Comments (CSV)', href: `${base}?table=comments&format=csv` },
    { word: 'Comments (JSON)', href: `${base}?table=comments&format=json` },
    { word: 'Hours (CSV)', href: `${base}?table=hours&format=csv` },
    { word: 'Voices (CSV)', href: `${base}?table=voices&format=csv` },
    { word: 'Decisions (CSV)', href: `${base}?table=decisions&format=csv` },
  ]
}

import type { ImportReport } from '@/lib/contracts/settings'

/** `1 comment`, `1,204 comments` */
export function countOf(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
}

/** What the button that writes says; null when there is nothing to write. */
export function importWords(report: ImportReport): string | null {
  const { created, updated } = report.counts
  if (created + updated > 0) return `Import ${countOf(created + updated, 'comment')}`
  const newArticles = report.articles.filter(({ id }) => id === null).length
  return newArticles > 0 ? `Import ${countOf(report.articleCount, 'article')}` : null
}

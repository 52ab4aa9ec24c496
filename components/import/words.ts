import type { ImportRunResource } from '@/lib/contracts/import-run'
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

/** Where a run stands, in a word or two. */
export function describeState({ state, isDryRun, isStopping }: Pick<ImportRunResource, 'state' | 'isDryRun' | 'isStopping'>): string {
  if (isStopping) return 'stopping'
  if (state === 'running') return isDryRun ? 'being read' : 'coming in'
  if (state === 'done') return isDryRun ? 'read, not imported' : 'imported'
  return state
}

/** `3.2 MB` */
export function describeSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB']
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)))
  const size = bytes / 1000 ** power
  return `${size.toLocaleString('en', { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power] ?? ''}`
}

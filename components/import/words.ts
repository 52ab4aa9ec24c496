import type { ImportReport, ImportRunResource } from '@/lib/contracts/import'
import type { Words } from '../words/rooms'

/** What the button that writes says; null when there is nothing to write. */
export function importWords(t: Words<'import'>, report: ImportReport): string | null {
  const { created, updated } = report.counts
  if (created + updated > 0) return t('importComments', { count: created + updated })
  const newArticles = report.articles.filter(({ id }) => id === null).length
  return newArticles > 0 ? t('importArticles', { count: report.articleCount }) : null
}

/** Where a run stands, in a word or two. */
export function describeState(
  t: Words<'import'>,
  { state, isDryRun, isStopping }: Pick<ImportRunResource, 'state' | 'isDryRun' | 'isStopping'>,
): string {
  if (isStopping) return t('state.stopping')
  if (state === 'running') return t(isDryRun ? 'state.reading' : 'state.importing')
  if (state === 'done') return t(isDryRun ? 'state.read' : 'state.imported')
  return t(`state.${state}`)
}

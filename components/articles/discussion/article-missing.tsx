import Link from 'next/link'
import type { Words } from '../../words/rooms'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'

/**
 * Shown instead of an article that the site does not have. Drawn like any page: Next's notFound() would send an empty
 * document that only a script fills.
 */
export function ArticleMissing({ t }: { t: Words<'article'> }) {
  return (
    <>
      <h1 className="sr-only">{t('missing.title')}</h1>
      <EmptyState
        kind="nothing-yet"
        title={t('missing.site')}
        next={
          <Button asChild>
            <Link href="/articles">{t('missing.all')}</Link>
          </Button>
        }
      >
        {t('missing.rest')}
      </EmptyState>
    </>
  )
}

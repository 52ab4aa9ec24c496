import type { Metadata } from 'next'
import Link from 'next/link'
import { createLoader, type SearchParams } from 'nuqs/server'
import { ARTICLE_ADDRESS, toListQuery } from '@/components/articles/list/article-address'
import { ArticlesView } from '@/components/articles/list/articles-view'
import { Button } from '@/components/ui/button'
import { PageFrame } from '@/components/ui/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { PageWords, readWords } from '@/components/words/page-words'
import { requirePageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { can } from '@/lib/domain/actor'
import { listArticlePage } from '@/lib/services/article/list-page'
import { listSections } from '@/lib/services/article/options'
import { createContext } from '@/lib/services/create-context'
import { listSavedViews } from '@/lib/services/teamwork/views'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'articles'))('title') }
}

const loadAddress = createLoader(ARTICLE_ADDRESS)

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = createContext(await requirePageActor())
  const language = await findPageLanguage()
  const t = await readWords(language, 'articles')
  const query = toListQuery(await loadAddress(searchParams))
  const [start, sections, views] = await Promise.all([listArticlePage(ctx, query), listSections(ctx), listSavedViews(ctx, 'articles')])
  return (
    <PageFrame holds="table">
      <PageHeader title={t('title')} description={t('description')}>
        <Button asChild>
          <Link href="/overview">{t('overview')}</Link>
        </Button>
        <Button asChild>
          <Link href="/articles/compare">{t('toCompare')}</Link>
        </Button>
      </PageHeader>
      <PageWords language={language} rooms={['articles']}>
        <ArticlesView
          start={start}
          startQuery={new URLSearchParams(query).toString()}
          sections={sections}
          views={views}
          canConnect={can(ctx.actor, 'configure')}
        />
      </PageWords>
    </PageFrame>
  )
}

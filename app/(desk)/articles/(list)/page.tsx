import type { Metadata } from 'next'
import Link from 'next/link'
import { createLoader, type SearchParams } from 'nuqs/server'
import { ARTICLE_ADDRESS, toListQuery } from '@/components/articles/article-address'
import { ArticlesView } from '@/components/articles/articles-view'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requirePageActor } from '@/lib/auth/page-actor'
import { listArticlePage } from '@/lib/services/article/list-page'
import { listSections } from '@/lib/services/article/options'
import { createContext } from '@/lib/services/create-context'
import { listSavedViews } from '@/lib/services/teamwork/views'

export const metadata: Metadata = { title: 'Articles' }

const loadAddress = createLoader(ARTICLE_ADDRESS)

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = createContext(await requirePageActor())
  const query = toListQuery(await loadAddress(searchParams))
  const [start, sections, views] = await Promise.all([listArticlePage(ctx, query), listSections(ctx), listSavedViews(ctx, 'articles')])
  return (
    <div className="mx-auto w-full max-w-[96rem] px-3 py-5 sm:px-6">
      <PageHeader
        title="Articles"
        description="How each discussion is going. Shares count what people marked; a dash means that nobody has looked yet."
      >
        <Button asChild>
          <Link href="/overview">Overview</Link>
        </Button>
        <Button asChild>
          <Link href="/articles/compare">Compare sections or weeks</Link>
        </Button>
      </PageHeader>
      <ArticlesView start={start} startQuery={new URLSearchParams(query).toString()} sections={sections} views={views} />
    </div>
  )
}

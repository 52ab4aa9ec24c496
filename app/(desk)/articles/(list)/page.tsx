import type { Metadata } from 'next'
import { ArticlesView } from '@/components/articles/articles-view'
import { PageHeader } from '@/components/ui/page-header'
import { requirePageActor } from '@/lib/auth/page-actor'
import { listArticles } from '@/lib/services/article/list'
import { createContext } from '@/lib/services/create-context'

export const metadata: Metadata = { title: 'Articles' }

export default async function ArticlesPage() {
  const list = await listArticles(createContext(await requirePageActor()))
  return (
    <div className="mx-auto w-full max-w-6xl px-3 py-5 sm:px-6">
      <PageHeader
        title="Articles"
        description="How each discussion is going. Shares count what people marked; a dash means that nobody has looked yet."
      />
      <ArticlesView list={list} />
    </div>
  )
}

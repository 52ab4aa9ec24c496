import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleView } from '@/components/articles/article-view'
import { requirePageActor } from '@/lib/auth/page-actor'
import { can } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/errors'
import { getArticleStats } from '@/lib/services/article/stats'
import { listArticleThread } from '@/lib/services/article/thread'
import { createContext } from '@/lib/services/create-context'

interface ArticlePageProps {
  params: Promise<{ id: string }>
}

/** Read once for the title and the page. */
const readArticle = cache(async (id: string) => {
  const ctx = createContext(await requirePageActor())
  try {
    return await getArticleStats(ctx, id)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null
    throw error
  }
})

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const stats = await readArticle((await params).id)
  return { title: stats?.article.title ?? 'No such article' }
}

export default async function ArticlePage({ params }: ArticlePageProps) {
  const actor = await requirePageActor()
  const { id } = await params
  const stats = await readArticle(id)
  if (!stats) notFound()
  const thread = await listArticleThread(createContext(actor), id)
  return (
    <div className="mx-auto w-full max-w-6xl px-3 py-5 sm:px-6">
      <ArticleView stats={stats} thread={thread} isReaderOnly={!can(actor, 'decide')} />
    </div>
  )
}

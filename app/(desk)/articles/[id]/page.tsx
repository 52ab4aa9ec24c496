import type { Metadata } from 'next'
import { cache, Suspense } from 'react'
import { ArticleMissing } from '@/components/articles/article-missing'
import { ArticleSkeleton } from '@/components/articles/article-skeleton'
import { ArticleView } from '@/components/articles/article-view'
import { requirePageActor } from '@/lib/auth/page-actor'
import { can } from '@/lib/domain/actor'
import { getArticleStats } from '@/lib/services/article/stats'
import { listArticleThread } from '@/lib/services/article/thread'
import { findTitle } from '@/lib/services/article/title'
import { createContext } from '@/lib/services/create-context'

interface ArticlePageProps {
  params: Promise<{ id: string }>
}

const readTitle = cache(async (id: string) => findTitle(createContext(await requirePageActor()), id))

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  return { title: (await readTitle((await params).id)) ?? 'No such article' }
}

/** Whether there is such an article is known at once; the figures may follow. */
export default async function ArticlePage({ params }: ArticlePageProps) {
  const { id } = await params
  if ((await readTitle(id)) === null) return <ArticleMissing />
  return (
    <div className="mx-auto w-full max-w-6xl px-3 py-5 sm:px-6">
      <Suspense fallback={<ArticleSkeleton />}>
        <Article id={id} />
      </Suspense>
    </div>
  )
}

async function Article({ id }: { id: string }) {
  const ctx = createContext(await requirePageActor())
  const [stats, thread] = await Promise.all([getArticleStats(ctx, id), listArticleThread(ctx, id)])
  return <ArticleView stats={stats} thread={thread} isReaderOnly={!can(ctx.actor, 'decide')} />
}

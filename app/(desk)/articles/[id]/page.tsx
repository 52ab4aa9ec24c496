import type { Metadata } from 'next'
import { cache, Suspense } from 'react'
import { ArticleMissing } from '@/components/articles/discussion/article-missing'
import { ArticleSkeleton } from '@/components/articles/discussion/article-skeleton'
import { ArticleView } from '@/components/articles/discussion/article-view'
import { DriftMap } from '@/components/articles/drift/drift-map'
import { LiveFigures } from '@/components/articles/live-figures'
import { StandingWords } from '@/components/articles/discussion/standing-words'
import { PageFrame } from '@/components/ui/page-frame'
import { Skeleton } from '@/components/ui/skeleton'
import { makeFigures } from '@/components/articles/figures'
import { PageWords, readWords } from '@/components/words/page-words'
import { requirePageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { can } from '@/lib/domain/actor'
import type { Language } from '@/lib/domain/languages'
import { readDerailment } from '@/lib/services/article/derailment'
import { readDriftMap } from '@/lib/services/article/drift'
import { getArticlePage } from '@/lib/services/article/page'
import { listArticleThread } from '@/lib/services/article/thread'
import { findTitle } from '@/lib/services/article/title'
import { readStandingWords } from '@/lib/services/article/words'
import { createContext } from '@/lib/services/create-context'

interface ArticlePageProps {
  params: Promise<{ id: string }>
}

const readTitle = cache(async (id: string) => findTitle(createContext(await requirePageActor()), id))

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const t = await readWords(await findPageLanguage(), 'article')
  return { title: (await readTitle((await params).id)) ?? t('missing.title') }
}

/** Whether there is such an article is known at once; the figures may follow. */
export default async function ArticlePage({ params }: ArticlePageProps) {
  const { id } = await params
  const language = await findPageLanguage()
  if ((await readTitle(id)) === null) return <ArticleMissing t={await readWords(language, 'article')} />
  return (
    <PageFrame holds="page" className="print-sheet">
      <LiveFigures article={id} pauseMs={3000} />
      <Suspense fallback={<ArticleSkeleton />}>
        <PageWords language={language} rooms={['article', 'discussion']}>
          <Article id={id} />
        </PageWords>
      </Suspense>
    </PageFrame>
  )
}

async function Article({ id }: { id: string }) {
  const ctx = createContext(await requirePageActor())
  const [page, thread, map] = await Promise.all([getArticlePage(ctx, id), listArticleThread(ctx, id), readDriftMap(ctx, id)])
  const language = await findPageLanguage()
  const derailment = await readDerailment(ctx, id, page.hours, map)
  return (
    <ArticleView
      t={await readWords(language, 'article')}
      discussion={await readWords(language, 'discussion')}
      names={{ glossary: await readWords(language, 'glossary'), decisions: await readWords(language, 'decisions') }}
      figures={makeFigures(await readWords(language, 'figures'))}
      page={page}
      thread={thread}
      derailment={derailment}
      isReaderOnly={!can(ctx.actor, 'decide')}
      drift={<DriftMap articleId={id} start={map} hours={page.hours} />}
      words={
        <Suspense fallback={<Skeleton className="h-24 w-full" />}>
          <Words id={id} language={language} />
        </Suspense>
      }
    />
  )
}

async function Words({ id, language }: { id: string; language: Language }) {
  const voice = { t: await readWords(language, 'discussion'), figures: makeFigures(await readWords(language, 'figures')) }
  const words = await readStandingWords(createContext(await requirePageActor()), id)
  return <StandingWords {...voice} words={words} articleId={id} />
}

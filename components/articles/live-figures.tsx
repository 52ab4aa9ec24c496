'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useWords } from '../words/words-context'
import { useArticleEvents } from './use-article-events'

/** Keeps a page of figures, drawn by the server, up with what happens; says when it cannot. */
export function LiveFigures({ article = null, pauseMs }: { article?: string | null; pauseMs: number }) {
  const t = useWords('alerts')
  const router = useRouter()
  const [, startRefresh] = useTransition()
  const state = useArticleEvents(article, () => startRefresh(() => router.refresh()), pauseMs)
  return <StaleNote isStale={state === 'lost' || state === 'stale'}>{t('stale')}</StaleNote>
}

/** A line that is there for readers of screens before it has something to say. */
export function StaleNote({ isStale, children }: { isStale: boolean; children: string }) {
  return (
    <p role="status" className={isStale ? 'mb-3 rounded-md bg-amber-soft px-3 py-1.5 text-sm text-amber print:hidden' : 'sr-only'}>
      {isStale ? children : ''}
    </p>
  )
}

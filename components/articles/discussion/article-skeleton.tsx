'use client'

import { useWords } from '../../words/words-context'
import { Skeleton } from '../../ui/skeleton'

/** The shape of an article's page, so that nothing moves when the figures arrive. */
export function ArticleSkeleton() {
  const t = useWords('figures')
  return (
    <div role="status" aria-label={t('loading.figures')}>
      <Skeleton className="mb-2 h-4 w-28" />
      <Skeleton className="mb-2 h-7 w-2/3" />
      <Skeleton className="mb-5 h-4 w-1/2" />
      <div className="mb-6 grid grid-cols-2 rounded-lg border border-line bg-panel md:grid-cols-3 lg:grid-cols-6">
        {Array.from({ length: 6 }, (_, figure) => (
          <div key={figure} className="px-3.5 py-3">
            <Skeleton className="mb-2 h-4 w-16" />
            <Skeleton className="mb-2 h-7 w-20" />
            <Skeleton className="h-4 w-24" />
          </div>
        ))}
      </div>
      <Skeleton className="mb-2 h-5 w-36" />
      <Skeleton className="h-64 w-full lg:w-2/3" />
    </div>
  )
}

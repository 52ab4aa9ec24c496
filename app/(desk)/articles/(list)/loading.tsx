'use client'

import { useWords } from '@/components/words/words-context'
import { PageFrame } from '@/components/ui/page-frame'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the table, so that nothing moves when it arrives. */
export default function ArticlesLoading() {
  const t = useWords('figures')
  return (
    <PageFrame role="status" aria-label={t('loading.articles')} holds="table">
      <Skeleton className="mb-2 h-7 w-32" />
      <Skeleton className="mb-6 h-4 w-80 max-w-full" />
      <Skeleton className="mb-3 h-8 w-full max-w-2xl" />
      <div className="rounded-lg border border-line bg-panel">
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="flex items-center justify-between gap-6 border-b border-line px-4 py-3.5 last:border-b-0">
            <Skeleton className="h-8 w-2/5" />
            <Skeleton className="h-4 w-2/5" />
          </div>
        ))}
      </div>
    </PageFrame>
  )
}

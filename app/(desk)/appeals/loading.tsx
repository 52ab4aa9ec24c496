'use client'

import { Skeleton } from '@/components/ui/skeleton'
import { useWords } from '@/components/words/words-context'

/** The shape of the list, so that nothing moves when it arrives. */
export default function AppealsLoading() {
  const t = useWords('appeals')
  return (
    <div role="status" aria-label={t('loading')} className="mx-auto max-w-5xl px-3 py-5 sm:px-6">
      <Skeleton className="mb-2 h-7 w-32" />
      <Skeleton className="mb-6 h-4 w-96 max-w-full" />
      <Skeleton className="mb-4 h-9 w-48" />
      {[0, 1, 2].map((card) => (
        <div key={card} className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-panel px-4 py-3.5">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-8 w-64 max-w-full" />
        </div>
      ))}
    </div>
  )
}

'use client'

import Link from 'next/link'
import { Button } from '../../ui/button'
import { MOST_CHOSEN, useChosenArticles } from './chosen-articles'
import { useWords } from '../../words/words-context'

/** What is chosen, and the way to the comparison; at the foot of the window while anything is chosen. */
export function CompareBar() {
  const t = useWords('articles')
  const { ids, clear } = useChosenArticles()
  if (ids.length === 0) return null
  const search = new URLSearchParams([['of', 'articles'], ...ids.map((id) => ['id', id])])
  return (
    <div className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-panel px-3 py-2 shadow-raised print:hidden">
      <p role="status" className="text-sm">
        {ids.length === 1 ? t('compare.first', { count: 1, more: MOST_CHOSEN - 1 }) : t('compare.chosen', { count: ids.length })}
      </p>
      {ids.length >= 2 && (
        <Button asChild look="solid" size="sm">
          <Link href={`/articles/compare?${search.toString()}`}>{t('compare')}</Link>
        </Button>
      )}
      <Button size="sm" look="quiet" onClick={clear}>
        {t('compare.clear')}
      </Button>
    </div>
  )
}

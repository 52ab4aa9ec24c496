'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ArticleThreadPage } from '@/lib/contracts/article-thread'
import { sendDesk } from '../../moderation/desk-api'
import { wordError } from '../../moderation/failure-words'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { useWords } from '../../words/words-context'
import { ThreadEntry } from './thread-entry'
import { EVERYTHING_FOLDED, flip, isFolded, listVisibleEntries, NOTHING_FOLDED } from './thread-order'

const FIRST_PAGE: string | null = null

/** The whole discussion in reading order. The first page comes with the document, the others when asked for. */
export function ArticleThread({ articleId, first }: { articleId: string; first: ArticleThreadPage }) {
  const t = useWords('article')
  const shell = useWords('shell')
  const [folding, setFolding] = useState(NOTHING_FOLDED)
  const query = useInfiniteQuery({
    queryKey: ['article-thread', articleId],
    queryFn: ({ pageParam }) => fetchPage(articleId, pageParam),
    initialPageParam: FIRST_PAGE,
    initialData: { pages: [first], pageParams: [FIRST_PAGE] },
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
    retry: false,
  })
  const entries = useMemo(() => {
    // The page is drawn anew when something was decided: how the comments of its beginning stand is then known better than here.
    const fresh = new Map(first.entries.map((entry) => [entry.id, entry]))
    return query.data.pages.flatMap((page) => page.entries.map((entry) => fresh.get(entry.id) ?? entry))
  }, [query.data, first])
  const names = useMemo(() => new Map(entries.map((entry) => [entry.id, entry.commenterName])), [entries])
  const visible = useMemo(() => listVisibleEntries(entries, folding), [entries, folding])
  const hasReplies = entries.some((entry) => entry.replies > 0)
  const left = first.total - entries.length

  return (
    <>
      {hasReplies && (
        <p className="mb-1 flex flex-wrap gap-x-2">
          <Button size="sm" look="quiet" className="-ms-2" onClick={() => setFolding(EVERYTHING_FOLDED)}>
            {t('thread.fold')}
          </Button>
          <Button size="sm" look="quiet" onClick={() => setFolding(NOTHING_FOLDED)}>
            {t('thread.unfold')}
          </Button>
        </p>
      )}
      <ol className="border-t border-line">
        {visible.map((entry) => (
          <ThreadEntry
            key={entry.id}
            articleId={articleId}
            entry={entry}
            parentName={entry.parentId === null ? null : (names.get(entry.parentId) ?? null)}
            isCollapsed={isFolded(folding, entry)}
            onToggle={() => setFolding(flip(folding, entry.id))}
          />
        ))}
      </ol>
      {query.isFetchNextPageError && (
        <Callout tone="error" className="mt-3" title={t('thread.failed')}>
          {wordError(shell, query.error)} {t('thread.right')}
        </Callout>
      )}
      {query.hasNextPage && left > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? t('thread.loading') : t('thread.more', { count: Math.min(left, 200) })}
          </Button>
          <span role="status" className="text-sm text-ink-3">
            {t('thread.read', { shown: entries.length, all: first.total })}
          </span>
        </p>
      )}
    </>
  )
}

function fetchPage(articleId: string, cursor: string | null): Promise<ArticleThreadPage> {
  return sendDesk('GET', `articles/${articleId}/thread${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`)
}

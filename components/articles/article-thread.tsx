'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ArticleThreadPage } from '@/lib/contracts/article-stats'
import type { Problem } from '@/lib/contracts/problem'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { countOf, formatCount } from './figure-words'
import { ThreadEntry } from './thread-entry'
import { listVisibleEntries } from './thread-order'

const FIRST_PAGE: string | null = null

/** The whole discussion in reading order. The first page comes with the document, the others when asked for. */
export function ArticleThread({ articleId, first }: { articleId: string; first: ArticleThreadPage }) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const query = useInfiniteQuery({
    queryKey: ['article-thread', articleId],
    queryFn: ({ pageParam }) => fetchPage(articleId, pageParam),
    initialPageParam: FIRST_PAGE,
    initialData: { pages: [first], pageParams: [FIRST_PAGE] },
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
    retry: false,
  })
  const entries = useMemo(() => query.data.pages.flatMap((page) => page.entries), [query.data])
  const names = useMemo(() => new Map(entries.map((entry) => [entry.id, entry.commenterName])), [entries])
  const visible = useMemo(() => listVisibleEntries(entries, collapsed), [entries, collapsed])
  const tops = entries.filter((entry) => entry.depth === 0 && entry.replies > 0)
  const left = first.total - entries.length

  const toggle = (id: string) => {
    const next = new Set(collapsed)
    if (!next.delete(id)) next.add(id)
    setCollapsed(next)
  }
  return (
    <>
      {tops.length > 0 && (
        <p className="mb-1 flex gap-2">
          <Button size="sm" look="quiet" className="-ml-2" onClick={() => setCollapsed(new Set(tops.map((entry) => entry.id)))}>
            Hide all replies
          </Button>
          <Button size="sm" look="quiet" disabled={collapsed.size === 0} onClick={() => setCollapsed(new Set())}>
            Show all replies
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
            isCollapsed={collapsed.has(entry.id)}
            onToggle={() => toggle(entry.id)}
          />
        ))}
      </ol>
      {query.isFetchNextPageError && (
        <Callout tone="error" className="mt-3" title="The next comments could not be loaded">
          {query.error.message} What you see is still right.
        </Callout>
      )}
      {query.hasNextPage && left > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? 'Loading…' : `Show ${countOf(Math.min(left, 200), 'more comment')}`}
          </Button>
          <span role="status" className="text-sm text-ink-3">
            {formatCount(entries.length)} of {formatCount(first.total)} read
          </span>
        </p>
      )}
    </>
  )
}

async function fetchPage(articleId: string, cursor: string | null): Promise<ArticleThreadPage> {
  const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
  const answer = await fetch(`/api/v1/desk/articles/${articleId}/thread${query}`, { headers: { accept: 'application/json' } })
  if (answer.ok) return (await answer.json()) as ArticleThreadPage
  const problem = (await answer.json().catch(() => null)) as Problem | null
  throw new Error(problem?.detail ?? 'The server gave no answer that can be read.')
}

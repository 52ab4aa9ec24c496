'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import { sendDesk } from '../../moderation/desk-api'
import { toListQuery, type ArticleAddress } from './article-address'
import type { ListedArticle } from './listed-article'
import { useArticleEvents } from '../use-article-events'

/** Figures are asked for again so long after something changed, and as often while the line to the server is not open. */
const PAUSE_MS = 2000
const REFRESH_MS = 15_000
const FIRST_PAGE: string | null = null

export interface ListedArticles {
  rows: ListedArticle[]
  total: number
  hasMore: boolean
  isLoading: boolean
  isLoadingMore: boolean
  loadMore: () => void
  /** Articles that would stand elsewhere, or came in, since the rows were laid out. */
  moved: number
  layOut: () => void
  failure: Error | null
  /** The line to the server is broken: figures are asked for now and then only. */
  isStale: boolean
}

/**
 * The list as the address asks for it. Figures move in their rows by themselves; rows do not move under the pointer until somebody
 * asks them to.
 *
 * @param start the first page for `startQuery`, which came with the document
 */
export function useArticleList(address: ArticleAddress, start: ArticleListPage, startQuery: string): ListedArticles {
  const query = new URLSearchParams(toListQuery(address)).toString()
  const client = useQueryClient()
  const line = useArticleEvents(null, () => void client.invalidateQueries({ queryKey: ['articles'], refetchType: 'active' }), PAUSE_MS)
  const list = useInfiniteQuery({
    queryKey: ['articles', query],
    queryFn: ({ pageParam }) =>
      sendDesk<ArticleListPage>('GET', `articles?${query}${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page: ArticleListPage) => page.nextCursor,
    ...(query === startQuery ? { initialData: { pages: [start], pageParams: [FIRST_PAGE] } } : {}),
    staleTime: REFRESH_MS / 2,
    refetchInterval: line === 'open' ? false : REFRESH_MS,
    retry: false,
  })
  const [laidOut, setLaidOut] = useState<{ query: string; ids: readonly string[] }>({ query: '', ids: [] })
  const pages = list.data?.pages
  const fresh = useMemo(() => {
    const seen = new Set<string>()
    return (pages ?? []).flatMap((page) =>
      page.rows.flatMap((row): ListedArticle[] => (seen.has(row.id) ? [] : (seen.add(row.id), [{ ...row, now: page.now }]))),
    )
  }, [pages])
  const ids = fresh.map((row) => row.id)
  const isSameList = laidOut.query === query && ids.length >= laidOut.ids.length
  // More pages lengthen the layout; another question replaces it.
  if (pages && (!isSameList || (ids.length > laidOut.ids.length && pages.length > 1))) {
    if (laidOut.query !== query || laidOut.ids.length !== ids.length) setLaidOut({ query, ids })
  }
  const byId = new Map(fresh.map((row) => [row.id, row]))
  const order = isSameList ? laidOut.ids : ids
  const rows = order.flatMap((id) => byId.get(id) ?? [])
  return {
    rows,
    total: pages?.[0]?.total ?? 0,
    hasMore: list.hasNextPage,
    isLoading: list.isPending,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    moved: ids.filter((id, place) => order[place] !== id).length,
    layOut: () => setLaidOut({ query, ids }),
    failure: list.error,
    isStale: line === 'lost' || line === 'stale',
  }
}

import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { CommentContext, QueueCounts, QueuePage } from '@/lib/contracts/queue'
import { fetchCommentContext, fetchCounts, fetchQueuePage, type QueueFilters } from '../desk-api'

export type QueuePages = InfiniteData<QueuePage, string | null>

/** Pages of a queue. Never stale by itself: rows change place only when somebody asks for it. */
export function queueQuery(filters: QueueFilters, initial: QueuePages | undefined) {
  return infiniteQueryOptions({
    queryKey: ['queue', filters],
    queryFn: ({ pageParam, signal }) => fetchQueuePage(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
    ...(initial === undefined ? {} : { initialData: initial }),
  })
}

const COUNTS_EVERY_MS = 20_000

export function countsQuery(filters: Omit<QueueFilters, 'queue' | 'sort'>, initial: QueueCounts | undefined) {
  return queryOptions({
    queryKey: ['counts', filters.article, filters.commenter, filters.status, filters.q],
    queryFn: ({ signal }) => fetchCounts(filters, signal),
    refetchInterval: COUNTS_EVERY_MS,
    ...(initial === undefined ? {} : { initialData: initial }),
  })
}

export function commentQuery(id: string) {
  return queryOptions({ queryKey: ['comment', id], queryFn: ({ signal }) => fetchCommentContext(id, signal) })
}

/** What is known of a comment's surroundings; undefined while nothing has come. */
export function findContext(client: QueryClient, id: string): CommentContext | undefined {
  return client.getQueryData(commentQuery(id).queryKey)
}

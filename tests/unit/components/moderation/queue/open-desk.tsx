import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { PreferencesProvider } from '@/components/moderation/frame/preferences-context'
import { OwnReasonsProvider } from '@/components/moderation/own-reasons'
import { QueueDesk } from '@/components/moderation/queue/queue-desk'
import type { Viewer } from '@/components/moderation/viewer'
import type { QueueCounts, QueueRow } from '@/lib/contracts/queue'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { COUNTS, makeContext, makePage, MODERATOR } from '../desk-fixtures'

/** A line on which nothing is heard. */
class SilentLine {
  addEventListener(): void {}
  close(): void {}
}

export function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}

export interface StubbedDesk {
  /** What the desk sent, in order. */
  posted: { path: string; body: unknown }[]
  /** The Idempotency-Keys of those that had one. */
  names: string[]
  answerPost: (path: string) => Response | Promise<Response>
  restore: () => void
}

/** Answers for the server, and gives the list a size: without one it draws no rows. */
export function stubDesk(answerGet: (path: string) => Response | Promise<Response>): StubbedDesk {
  const sizes = [
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900),
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800),
  ]
  const desk: StubbedDesk = {
    posted: [],
    names: [],
    answerPost: () => answer(500, {}),
    restore: () => {
      vi.unstubAllGlobals()
      sizes.forEach((size) => size.mockRestore())
    },
  }
  vi.stubGlobal('EventSource', SilentLine)
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    if (init.method !== 'POST') return Promise.resolve(answerGet(path))
    const name = new Headers(init.headers).get('idempotency-key')
    if (name !== null) desk.names.push(name)
    desk.posted.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null })
    return Promise.resolve(desk.answerPost(path))
  })
  return desk
}

/** The same for a desk that has these rows. */
export function stubDeskOf(rows: readonly QueueRow[]): StubbedDesk {
  return stubDesk((path) => {
    const row = rows.find((candidate) => path.endsWith(candidate.id))
    return answer(200, row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage([...rows]))
  })
}

interface Opened {
  shown: QueueRow[]
  /** Of the next page, if there is one. */
  nextCursor?: string
  counts?: QueueCounts
  viewer?: Viewer
  /** What the browser has fetched, where a desk was open before. */
  client?: QueryClient
  /** The newsroom's own, that can be chosen. */
  ownReasons?: readonly string[]
  /** Stands beside the desk. */
  beside?: ReactNode
}

export const makeClient = () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })

/** The queue with these comments, as its page draws it. */
export function openDesk({
  shown,
  nextCursor,
  counts = COUNTS,
  viewer = MODERATOR,
  ownReasons = [],
  beside,
  client = makeClient(),
}: Opened) {
  const start = {
    filters: { queue: 'review' as const, article: null, commenter: null, status: [], q: '', sort: null },
    sections: [],
    languages: [],
    views: [],
    people: [],
    position: 0,
    page: { ...makePage(shown), nextCursor: nextCursor ?? null },
    counts,
    articles: [],
    context: shown[0] ? makeContext(shown[0]) : null,
  }
  return renderWorded(
    <NuqsTestingAdapter hasMemory>
      <QueryClientProvider client={client}>
        <PreferencesProvider start={DEFAULT_PREFERENCES}>
          {beside}
          <OwnReasonsProvider value={ownReasons}>
            <QueueDesk viewer={viewer} start={start} />
          </OwnReasonsProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
}

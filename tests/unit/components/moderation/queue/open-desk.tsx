import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { PreferencesProvider } from '@/components/moderation/frame/preferences-context'
import { OwnReasonsProvider } from '@/components/moderation/own-reasons'
import { QueueDesk } from '@/components/moderation/queue/queue-desk'
import type { Viewer } from '@/components/moderation/viewer'
import { listToasts, toast } from '@/components/ui/toast'
import type { DeskEvent } from '@/lib/contracts/live'
import type { QueueCounts, QueueRow } from '@/lib/contracts/queue'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { COUNTS, makeContext, makePage, MODERATOR } from '../desk-fixtures'

// Wherever the desk leads to, it stays here.
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))

/** A line on which is heard what a test says. */
class StubbedLine {
  static readonly hearers = new Map<string, (message: { data: string; lastEventId: string }) => void>()
  static last: StubbedLine | null = null
  onopen: () => void = () => undefined
  onerror: () => void = () => undefined
  constructor() {
    StubbedLine.last = this
  }
  addEventListener(kind: string, hear: (message: { data: string; lastEventId: string }) => void): void {
    StubbedLine.hearers.set(kind, hear)
  }
  close(): void {}
}

/** The server tells the desk something. */
export function tellDesk(event: DeskEvent): void {
  act(() => StubbedLine.hearers.get(event.kind)?.({ data: JSON.stringify(event), lastEventId: '' }))
}

/** The line breaks, and is there again. */
export function breakLine(): void {
  act(() => StubbedLine.last?.onerror())
  act(() => StubbedLine.last?.onopen())
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
    answerPost: () => answer(500, { title: '', status: 500, detail: '' }),
    restore: () => {
      vi.unstubAllGlobals()
      sizes.forEach((size) => size.mockRestore())
    },
  }
  vi.stubGlobal('EventSource', StubbedLine)
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    if (path.endsWith('views/counts')) return Promise.resolve(answer(200, { views: [], counts: [] }))
    if (init.method !== 'POST') return Promise.resolve(answerGet(path))
    const name = new Headers(init.headers).get('idempotency-key')
    if (name !== null) desk.names.push(name)
    desk.posted.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null })
    return Promise.resolve(desk.answerPost(path))
  })
  return desk
}

/** The same for a desk that has these rows. */
function stubDeskOf(rows: readonly QueueRow[]): StubbedDesk {
  return stubDesk((path) => {
    const row = rows.find((candidate) => path.endsWith(candidate.id))
    return answer(200, row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage([...rows]))
  })
}

/**
 * For each test a desk that has these rows, gone again with what was drawn and said; without `answerPost` the server fails at what is sent.
 * `current` is there within a test.
 */
export function stubDeskForEach(rows: readonly QueueRow[], answerPost?: StubbedDesk['answerPost']): { current: StubbedDesk } {
  const stubbed = {} as { current: StubbedDesk }
  beforeEach(() => {
    stubbed.current = stubDeskOf(rows)
    if (answerPost) stubbed.current.answerPost = answerPost
  })
  afterEach(() => {
    cleanup()
    act(() => listToasts().forEach(({ id }) => toast.dismiss(id)))
    stubbed.current.restore()
  })
  return stubbed
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

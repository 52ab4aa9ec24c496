// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type * as Lucide from 'lucide-react'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Claim } from '@/lib/contracts/teamwork'
import { QueueDesk } from '@/components/moderation/queue/queue-desk'
import { findNextOpen, listNextOpen, mergeRow, summariseRows, type DeskRow } from '@/components/moderation/queue/desk-row'
import { renderWorded } from '@/tests/factories/render-worded'
import { COUNTS, makeContext, makePage, makeRow, MODERATOR } from './desk-fixtures'

const drawn = vi.hoisted((): string[] => [])

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }))
vi.mock('@/components/moderation/harsh-cover', () => ({
  // Texts of the thread beside the list are covered too, but are no rows.
  HarshCover: ({ comment }: { comment: { externalId?: string } }) =>
    void (comment.externalId !== undefined && drawn.push(`row ${comment.externalId}`)),
}))
vi.mock('@/components/moderation/queue/saved-views', () => ({ SavedViews: () => void drawn.push('side') }))
vi.mock('@/components/moderation/command/key-words', () => ({
  showKey: (key: string) => {
    drawn.push('buttons')
    return key
  },
}))
vi.mock('@/components/moderation/queue/wave-signal', () => ({ WaveSignal: () => void drawn.push('signals') }))
vi.mock('lucide-react', async (original) => ({
  ...(await original<typeof Lucide>()),
  RefreshCw: () => void drawn.push('toolbar'),
}))

const line = new EventTarget()

class HeldLine {
  addEventListener = line.addEventListener.bind(line)
  close(): void {}
}

function tellClaims(claims: readonly Claim[]): void {
  act(() => void line.dispatchEvent(new MessageEvent('claims', { data: JSON.stringify({ kind: 'claims', claims }) })))
}

// What stands out already can be ended: the menu says something else at the second.
const rows = [makeRow(1), makeRow(2, { isFeatured: true }), makeRow(3), makeRow(4)]
const claimBy = (userId: string, userName: string, n: number): Claim => ({
  ...{ userId, userName, commentId: rows[n]?.id ?? '' },
  expiresAt: '2026-11-20T12:01:00.000Z',
})
let sizes: { mockRestore: () => void }[] = []

async function openDesk(): Promise<void> {
  const start = {
    filters: { queue: 'review' as const, article: null, commenter: null, status: [], q: '', sort: null },
    ...{ sections: [], languages: [], views: [], people: [], articles: [], position: 0, counts: COUNTS },
    page: makePage(rows),
    context: makeContext(rows[0] ?? makeRow(1)),
  }
  renderWorded(
    <NuqsTestingAdapter hasMemory>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })}>
        <QueueDesk viewer={MODERATOR} start={start} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  // Until it is at rest, however slow that is.
  do {
    drawn.length = 0
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)))
  } while (drawn.length > 0)
}

const currentRow = () => screen.getAllByRole('row').find((row) => row.getAttribute('aria-selected') === 'true')?.id

describe('A key at the desk', () => {
  beforeEach(() => {
    sizes = [
      vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900),
      vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800),
    ]
    vi.stubGlobal('EventSource', HeldLine)
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      if (init.method === 'POST') return new Promise(() => undefined)
      const row = rows.find((candidate) => path.endsWith(candidate.id))
      return Promise.resolve(new Response(JSON.stringify(row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage(rows))))
    })
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
    sizes.forEach((size) => size.mockRestore())
  })

  it('that moves the cursor draws the two rows it concerns, and neither the side, the toolbar nor the buttons', async () => {
    await openDesk()
    fireEvent.keyDown(window, { key: 'j' })
    await waitFor(() => expect(currentRow()).toBe(`comment-${rows[1]?.id}`))
    expect(new Set(drawn)).toEqual(new Set(['row c1', 'row c2', 'signals']))
  })

  it('that decides draws the same two rows and the toolbar, which counts what was decided', async () => {
    await openDesk()
    fireEvent.keyDown(window, { key: 'a' })
    await waitFor(() => expect(currentRow()).toBe(`comment-${rows[1]?.id}`))
    expect(new Set(drawn)).toEqual(new Set(['row c1', 'row c2', 'signals', 'toolbar']))
  })

  it('that moves the cursor shows what is around the next comment from its top', async () => {
    await openDesk()
    const pane = screen.getByRole('complementary')
    pane.scrollTop = 300
    fireEvent.scroll(pane)
    fireEvent.keyDown(window, { key: 'j' })
    await waitFor(() => expect(pane.textContent).toContain('Voice 2'))
    expect(pane.scrollTop).toBe(0)
  })

  it('is not followed by the filters when counts move: only figures are drawn', async () => {
    await openDesk()
    const counts = { ...COUNTS, review: 4321 }
    act(() => void line.dispatchEvent(new MessageEvent('counts', { data: JSON.stringify({ kind: 'counts', counts }) })))
    await waitFor(() => expect(screen.getByRole('navigation').textContent).toContain('4,321'))
    expect(new Set(drawn)).toEqual(new Set(['toolbar']))
  })

  it('that moves my claim draws nothing when that is told; a colleague’s claim is drawn', async () => {
    await openDesk()
    tellClaims([claimBy(MODERATOR.id, MODERATOR.name, 0)])
    tellClaims([claimBy(MODERATOR.id, MODERATOR.name, 1)])
    expect(drawn).toEqual([])
    tellClaims([claimBy('user-9', 'Nadia', 2), claimBy(MODERATOR.id, MODERATOR.name, 1)])
    expect(new Set(drawn)).toEqual(new Set(['signals']))
    expect(document.getElementById(`comment-${rows[2]?.id}`)?.textContent).toContain('Nadia is looking at it')
    tellClaims([])
    expect(document.body.textContent).not.toContain('is looking at it')
  })
})

describe('The rows of the desk', () => {
  const at = (n: number, change: Partial<DeskRow> = {}): DeskRow => ({ ...mergeRow(makeRow(n), undefined), ...change })
  const list = [at(1), at(2, { isOpen: false, act: { kind: 'approve' } }), at(3, { isOpen: false }), at(4, { isSaving: true })]
  const ids = list.map((row) => row.id)
  const isOpen = (row: DeskRow) => row.isOpen

  it('are summed up in one pass', () => {
    const older = at(5)
    const rows = [...list, { ...older, row: { ...older.row, receivedAt: '2026-11-20T09:00:00.000Z' } }]
    expect(summariseRows(rows)).toEqual({ oldestAt: '2026-11-20T09:00:00.000Z', decided: 1, open: 3, isSaving: true })
    expect(summariseRows([])).toEqual({ oldestAt: null, decided: 0, open: 0, isSaving: false })
  })

  it('say where the cursor goes next: the next open one below, else the nearest above, else nowhere', () => {
    expect(findNextOpen(list, 0, isOpen)).toBe(ids[3])
    expect(findNextOpen(list, 3, isOpen)).toBe(ids[0])
    expect(findNextOpen(list, -1, isOpen)).toBe(ids[0])
    expect(findNextOpen(list.slice(1, 3), 0, isOpen)).toBeNull()
  })

  it('say which contexts to have ready, as many as asked for', () => {
    expect(listNextOpen(list, 0, 4)).toEqual([ids[3]])
    expect(listNextOpen(list, -1, 1)).toEqual([ids[0]])
  })
})

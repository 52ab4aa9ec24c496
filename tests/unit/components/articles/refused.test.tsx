// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ArticleActs } from '@/components/articles/discussion/article-acts'
import { ArticleThread } from '@/components/articles/discussion/article-thread'
import { FeatureList } from '@/components/articles/discussion/feature-list'
import { PreferencesDialog } from '@/components/moderation/frame/preferences-dialog'
import { listToasts, toast } from '@/components/ui/toast'
import { Toaster } from '@/components/ui/toaster'
import type { ArticlePage, FeatureCandidate } from '@/lib/contracts/article-page'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }))

beforeEach(() => {
  const problem = { type: '/problems/conflict', title: 'Conflict', status: 409, detail: 'Somebody changed it since.' }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(problem, { status: 409 })))
})
afterEach(() => {
  // What one test has been told stands there still for the next.
  act(() => listToasts().forEach(({ id }) => toast.dismiss(id)))
  cleanup()
  vi.unstubAllGlobals()
})

const unknown = { standfirst: null, url: null, section: null, author: null, authorBio: null, publishedAt: null, language: null }
const article: ArticlePage['article'] = {
  ...{ id: 'a', externalId: 'a', title: 'Tram', ...unknown, state: 'open', slowSeconds: null, help: null, version: 1 },
  allowed: ['hold_article'],
}
const comment = { id: 'c', version: 1, commenterName: 'Hannes', excerpt: 'A text' }
const candidate: FeatureCandidate = { ...comment, postedAt: null, replies: 0, score: 1, reasons: [] }
const thread = { entries: [], total: 400, nextCursor: 'next' }

it.each<[name: string, drawn: ReactNode, button: string]>([
  ['an act on a discussion', <ArticleActs key="1" article={article} />, 'Neue Kommentare zurückhalten'],
  [
    'featuring',
    <FeatureList key="1" articleId="a" candidates={[candidate]} featured={[]} isAllowed />,
    'Hervorheben: Kommentar von Hannes',
  ],
  ['more of the thread', <ArticleThread key="1" articleId="a" first={thread} />, '200 weitere Kommentare zeigen'],
  [
    'preferences',
    <PreferencesDialog key="1" preferences={DEFAULT_PREFERENCES} onSaved={() => undefined} onClose={() => undefined} />,
    'Speichern',
  ],
])('%s that is refused says why in the language of the page', async (_, drawn, name) => {
  renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      {drawn}
      <Toaster />
    </QueryClientProvider>,
    'de',
  )
  fireEvent.click(screen.getByRole('button', { name }))
  expect(await screen.findByText(/Jemand anderes war schneller, oder es ist schon da\./)).toBeTruthy()
  expect(screen.queryByText(/Somebody changed it since/)).toBeNull()
})

// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { SavedViews } from '@/components/moderation/queue/saved-views'
import { Toaster } from '@/components/ui/toaster'
import type { SavedView } from '@/lib/contracts/teamwork'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const VIEW: SavedView = { id: '1', name: 'Night tram', address: 'queue=held', isShared: true, isOwn: true, canRemove: true, by: 'Mina' }

function Side({ start }: { start: readonly SavedView[] }) {
  const [views, setViews] = useState(start)
  return <SavedViews views={views} onViews={setViews} readAddress={() => ''} onOpen={() => undefined} />
}

const drawSide = (start: readonly SavedView[] = [VIEW]) =>
  renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <Side start={start} />
      <Toaster />
    </QueryClientProvider>,
  )

it('a view that is removed can be brought back as it was, for colleagues too', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (init.method !== 'GET') sent.push([init.method, path, init.body === undefined ? null : JSON.parse(init.body as string)])
    return Promise.resolve(
      Response.json(
        path.endsWith('counts') ? { views: [VIEW], counts: [] } : { views: init.method === 'POST' ? [{ ...VIEW, id: '2' }] : [] },
      ),
    )
  })
  drawSide()
  fireEvent.click(screen.getByRole('button', { name: 'Remove the view Night tram' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove the view Night tram' })).toBeTruthy())
  expect(sent).toEqual([
    ['DELETE', '/api/v1/desk/views/1', null],
    ['POST', '/api/v1/desk/views', { name: 'Night tram', address: 'queue=held', isShared: true }],
  ])
})

it('a shared view of a colleague is removed by whoever may, and by nobody else', () => {
  const foreign = { ...VIEW, isOwn: false }
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  drawSide([foreign, { ...foreign, id: '2', name: 'Harbour', canRemove: false }])
  expect(screen.getAllByRole('button', { name: /^Remove the view/ }).map((button) => button.getAttribute('aria-label'))).toEqual([
    'Remove the view Night tram',
  ])
})

it('what colleagues have shared and removed meanwhile comes and goes', async () => {
  const shared = { ...VIEW, id: '3', name: 'Budget', isOwn: false, canRemove: false }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ views: [shared], counts: [{ id: '3', count: 7, isCapped: false }] })))
  drawSide()
  expect(await screen.findByText('Budget')).toBeDefined()
  expect(await screen.findByText('7')).toBeDefined()
  expect(screen.queryByText('Night tram')).toBeNull()
})

it('a view that a colleague has removed already is gone when it is removed, and nothing failed', async () => {
  const gone = { type: '/problems/not-found', title: 'Not found', status: 404, detail: 'There is no such view of yours.' }
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) =>
    method === 'DELETE' ? Promise.resolve(Response.json(gone, { status: 404 })) : new Promise(() => undefined),
  )
  drawSide()
  fireEvent.click(screen.getByRole('button', { name: 'Remove the view Night tram' }))
  await waitFor(() => expect(screen.queryByText('Night tram')).toBeNull())
  expect(screen.queryByText('The view is still there')).toBeNull()
})

it('what a colleague has shared meanwhile stays away once it is removed', async () => {
  const shared = { ...VIEW, id: '3', name: 'Budget', isOwn: false }
  let views = [VIEW, shared]
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (init.method === 'DELETE') views = [VIEW]
    return Promise.resolve(Response.json(path.endsWith('counts') ? { views, counts: [] } : { views }))
  })
  drawSide()
  fireEvent.click(await screen.findByRole('button', { name: 'Remove the view Budget' }))
  await screen.findByRole('button', { name: 'Undo' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(screen.queryByRole('button', { name: 'Remove the view Budget' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Remove the view Night tram' })).toBeDefined()
})

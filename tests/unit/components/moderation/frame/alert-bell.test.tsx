// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { AlertBell } from '@/components/moderation/frame/alert-bell'

const went: string[] = []
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: (to: string) => went.push(to) }) }))
vi.mock('@/components/moderation/live/desk-line', () => ({ listenToDesk: () => () => undefined }))

const CALL = { article: { id: 'tram', title: 'The tram' }, by: 'Ines', note: 'Heats up', at: '2026-03-09T12:00:00.000Z' }

function openBell(answer: unknown) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer))))
  renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <AlertBell canSet={false} />
    </QueryClientProvider>,
  )
}

describe('the bell', () => {
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('tells of a call for moderators with its note, and leads to the comments of that discussion', async () => {
    openBell({ alerts: [], calls: [CALL] })
    const bell = await screen.findByRole('button', { name: 'Moderators are called to 1 discussion' })
    expect(bell.textContent).toBe('1')
    fireEvent.click(bell)
    const item = screen.getByRole('menuitem')
    for (const words of ['The tram', 'Heats up', 'Ines, ']) expect(item.textContent).toContain(words)
    fireEvent.click(item)
    expect(went).toEqual(['/queue?queue=newest&article=tram'])
  })

  it('has nothing to tell when nobody calls and no discussion is over a line', async () => {
    openBell({ alerts: [], calls: [] })
    fireEvent.click(await screen.findByRole('button', { name: 'Alerts: no discussion is over a line' }))
    expect(screen.getByRole('menuitem').textContent).toBe('No discussion is over a line.')
  })
})

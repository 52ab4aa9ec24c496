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

function openBell(answer: unknown, canSet = false) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer))))
  renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <AlertBell canSet={canSet} />
    </QueryClientProvider>,
  )
}

describe('the bell', () => {
  afterEach(() => {
    cleanup()
    went.length = 0
    vi.unstubAllGlobals()
  })

  it('tells of a call for moderators with its note, and leads to the comments of that discussion', async () => {
    openBell({ alerts: [], calls: [CALL], stops: [] })
    const bell = await screen.findByRole('button', { name: 'Help asked for in 1 discussion' })
    expect(bell.textContent).toBe('1')
    fireEvent.click(bell)
    const item = await screen.findByRole('menuitem')
    for (const words of ['The tram', 'Heats up', 'Ines, ']) expect(item.textContent).toContain(words)
    fireEvent.click(item)
    expect(went).toEqual(['/queue?queue=newest&article=tram'])
  })

  it('tells of a rule that was stopped, with the figures, and leads who may change rules to it', async () => {
    const stop = { id: 'r1', name: 'Pills', by: 'decisions', wrong: 20, of: 60, limit: 0.1, at: '2026-03-09T12:00:00.000Z' }
    openBell({ alerts: [], calls: [], stops: [stop] }, true)
    fireEvent.click(await screen.findByRole('button', { name: '1 rule was stopped' }))
    const item = await screen.findByRole('menuitem', { name: /Pills/ })
    expect(item.textContent).toContain('people disagreed with 20 of 60; the limit is 10%')
    fireEvent.click(item)
    expect(went).toEqual(['/settings/rules/r1'])
  })

  it('leads nobody to a rule who may not change it', async () => {
    const stop = { id: 'r1', name: 'Pills', by: 'checks', wrong: 9, of: 20, limit: 0.1, at: '2026-03-09T12:00:00.000Z' }
    openBell({ alerts: [], calls: [], stops: [stop] })
    fireEvent.click(await screen.findByRole('button', { name: '1 rule was stopped' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: /Pills/ }))
    expect(went).toEqual([])
  })

  it('has nothing to tell when nobody calls and no discussion is over a line', async () => {
    openBell({ alerts: [], calls: [], stops: [] })
    fireEvent.click(await screen.findByRole('button', { name: 'Alerts: no discussion is over a line' }))
    expect((await screen.findByRole('menuitem')).textContent).toBe('No discussion is over a line.')
  })
})

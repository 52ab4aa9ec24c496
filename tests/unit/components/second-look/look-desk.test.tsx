// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CommandRegistry } from '@/components/moderation/command/command-registry'
import { PreferencesProvider } from '@/components/moderation/frame/preferences-context'
import { listToasts, toast } from '@/components/ui/toast'
import { LookDesk } from '@/components/second-look/look-desk'
import type { Look, NextLook } from '@/lib/contracts/second-look'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn(), prefetch: vi.fn() }), usePathname: () => '/' }))
afterEach(() => {
  cleanup()
  listToasts().forEach(({ id }) => toast.dismiss(id))
  vi.unstubAllGlobals()
})

const makeLook = (id: string, overrides: Partial<Look> = {}): Look => ({
  ...{ id, text: `Text ${id}`, isHarsh: false, ancestors: [] },
  article: { title: 'Night tram', section: null, standfirst: null, body: '' },
  ...overrides,
})
const nothing: NextLook = { isOn: true, waiting: 0, look: null }

/** A server that gives these looks one after the other, and takes every answer. */
function serve(...looks: (Look | null)[]) {
  const sent: [method: string, path: string, body: unknown][] = []
  vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
    if (method === 'GET') {
      const look = looks.shift() ?? null
      return Promise.resolve(Response.json({ isOn: true, waiting: look === null ? 0 : 1, look } satisfies NextLook))
    }
    sent.push([method ?? '', path, typeof body === 'string' ? JSON.parse(body) : null])
    return Promise.resolve(new Response(null, { status: 204 }))
  })
  return sent
}

function draw(start: NextLook, { isLead = false, isHarshBlurred = false } = {}) {
  return renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <PreferencesProvider start={{ ...DEFAULT_PREFERENCES, isHarshBlurred }}>
        <CommandRegistry>
          <LookDesk start={start} isLead={isLead} />
        </CommandRegistry>
      </PreferencesProvider>
    </QueryClientProvider>,
  )
}
const press = (key: string) => fireEvent.keyDown(window, { key, code: /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}` })

describe('the page of second looks', () => {
  it('says which it is: off, or nothing that waits; who leads is led to the setting', () => {
    draw({ ...nothing, isOn: false })
    expect(screen.getByText('Second looks are off')).toBeTruthy()
    expect(screen.queryByText('To the setting')).toBeNull()
    cleanup()
    draw({ ...nothing, isOn: false }, { isLead: true })
    expect(screen.getByText('To the setting').getAttribute('href')).toBe('/settings/second-looks')
    cleanup()
    draw(nothing)
    expect(screen.getByText('Nothing is waiting for you')).toBeTruthy()
  })

  it('sends what was chosen by keys, goes on, and takes it back', async () => {
    const sent = serve(makeLook('2'), null)
    draw({ isOn: true, waiting: 2, look: makeLook('1') })
    press('u')
    press('3')
    await screen.findByText('Text 2')
    press('z')
    await screen.findByText('Text 1')
    const path = '/api/v1/desk/second-looks/1/answer'
    expect(sent).toEqual([
      ['PUT', path, { answer: { kind: 'mark', mark: 'uncivil', uncivilKind: 'threat' } }],
      ['DELETE', path, null],
    ])
  })

  it('brings a comment back whose answer could not be saved, also where that is told before the next one is there', async () => {
    let comes: (next: Response) => void = () => undefined
    vi.stubGlobal('fetch', (_path: string, { method }: RequestInit) =>
      method === 'GET' ? new Promise((resolve) => (comes = resolve)) : Promise.reject(new TypeError('no connection')),
    )
    draw({ isOn: true, waiting: 2, look: makeLook('1') })
    press('a')
    // The refusal is in by then.
    await new Promise((resolve) => setTimeout(resolve))
    comes(Response.json({ isOn: true, waiting: 2, look: makeLook('2') } satisfies NextLook))
    await waitFor(() => expect(listToasts().map(({ title }) => title)).toEqual(['Your answer was not saved']))
    await screen.findByText('Text 1')
    expect(screen.queryByText('Text 2')).toBeNull()
    expect(screen.getByText('2 wait for you')).toBeTruthy()
  })

  it('comes to its end when the last is answered', async () => {
    const sent = serve(makeLook('1'), null)
    draw({ isOn: true, waiting: 1, look: makeLook('1') })
    press('e')
    await screen.findByText('Nothing is waiting for you')
    await waitFor(() => expect(sent).toEqual([['PUT', '/api/v1/desk/second-looks/1/answer', { answer: { kind: 'unsure' } }]]))
  })

  it('covers what is harsh for those who asked for that, and shows markup as text', () => {
    serve()
    const hostile = '<img src=x onerror=alert(1)>\u202e'
    draw({ isOn: true, waiting: 1, look: makeLook('9', { text: hostile, isHarsh: true }) }, { isHarshBlurred: true })
    expect(screen.getByRole('button', { name: 'May be harsh: show the text' })).toBeTruthy()
    expect(document.querySelector('img')).toBeNull()
    expect(document.querySelector('article [data-control]')?.textContent).toBe('RLO')
  })
})

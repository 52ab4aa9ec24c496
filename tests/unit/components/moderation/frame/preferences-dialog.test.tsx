// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { PreferencesDialog } from '@/components/moderation/frame/preferences-dialog'
import { DEFAULT_PREFERENCES, type Preferences } from '@/lib/domain/preferences'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('keeps which columns of the queue are hidden, in the order they stand, and shows one again', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
    sent.push(JSON.parse(init.body as string))
    return Promise.resolve(new Response(init.body as string))
  })
  const saved: Preferences[] = []
  const preferences: Preferences = { ...DEFAULT_PREFERENCES, hiddenColumns: ['suggestions'] }
  renderWorded(<PreferencesDialog preferences={preferences} onSaved={(kept) => saved.push(kept)} onClose={() => undefined} />)
  const columns = within(screen.getByRole('group', { name: 'Columns of the queue' }))
  expect(columns.getByRole<HTMLInputElement>('checkbox', { name: 'Suggestions' }).checked).toBe(false)
  fireEvent.click(columns.getByRole('checkbox', { name: 'Waiting time and status' }))
  fireEvent.click(columns.getByRole('checkbox', { name: 'Article' }))
  fireEvent.click(columns.getByRole('checkbox', { name: 'Suggestions' }))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(sent).toEqual([{ ...DEFAULT_PREFERENCES, hiddenColumns: ['article', 'waiting'] }])
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SiteForm } from '@/components/settings/site-form'
import { SitePolicy } from '@/lib/contracts/policy'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const settings = { name: 'Courier', slug: 'courier', policy: SitePolicy.parse({}), version: '1' }

describe('what the server refuses', () => {
  const refuse = () =>
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        Response.json(
          {
            type: '/problems/invalid-input',
            title: 'Invalid',
            status: 422,
            detail: 'The name is too long.',
            errors: [{ pointer: '/name', detail: 'At most 100 characters.' }],
          },
          { status: 422 },
        ),
      ),
    )

  it.each([
    ['en' as const, 'Name', 'Save changes', 'At most 100 characters.', 'The name is too long.'],
    ['de' as const, 'Name', 'Änderungen speichern', 'Das wurde so nicht angenommen.', null],
  ])('is told in the language of the page, at its field: %s', async (language, label, save, atField, whole) => {
    refuse()
    renderWorded(<SiteForm settings={settings} />, language)
    fireEvent.change(screen.getByLabelText(label), { target: { value: 'Other' } })
    const form = screen.getByRole<HTMLButtonElement>('button', { name: save }).form
    if (form) fireEvent.submit(form)
    expect(await screen.findByText(atField)).toBeTruthy()
    expect(screen.queryByText('The name is too long.') === null).toBe(whole === null)
  })
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JudgementPanel } from '@/components/scores/judgement-panel'
import { AddPersonDialog } from '@/components/settings/person-dialogs'
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

  it('leads to the field at fault, also where it is an email that somebody has', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(Response.json({ type: '/problems/conflict', title: 'Conflict', status: 409, detail: 'Taken.' }, { status: 409 })),
    )
    renderWorded(<AddPersonDialog onClose={vi.fn()} />, 'de')
    const email = screen.getByLabelText('E-Mail')
    const form = screen.getByRole<HTMLButtonElement>('button', { name: 'Hinzufügen' }).form
    if (form) fireEvent.submit(form)
    const said = await screen.findByText('Mit dieser E-Mail-Adresse gibt es schon eine Person.')
    expect(email.getAttribute('aria-describedby')).toBe(said.id)
    expect(document.activeElement).toBe(email)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('what a newsroom has learnt', () => {
  it.each([
    [99, '99 von 100 Entscheidungen, bis etwas gelernt wird.'],
    [100, /^Es ist genug entschieden, um zu lernen\./],
  ])('says after %i decisions what it waits for', (newDecisions, said) => {
    const overview = { live: null, baseVersion: '1', versions: [], newDecisions, nextAfter: 100 }
    renderWorded(<JudgementPanel overview={overview} settings={settings} />, 'de')
    expect(screen.getByText(said)).toBeTruthy()
  })
})

describe('a judgement that was not kept', () => {
  const measures = { triedOn: 40, marks: [], gain: 0, gainError: 0 }
  const draw = (refusal: string) => {
    const one = { number: 1, baseVersion: '1', state: 'not_kept' as const, decisions: 9, learntAt: '2026-11-25T12:00:00Z' }
    const versions = [{ ...one, canGoLive: false, measures: { ...measures, refusal } }]
    const overview = { live: null, baseVersion: '1', versions, newDecisions: 1, nextAfter: 100 }
    renderWorded(<JudgementPanel overview={overview} settings={settings} />, 'de')
  }

  it('says why in the language of the page', () => {
    draw('too_few')
    expect(screen.getByText('Es gab zu wenige markierte Kommentare, um daraus zu lernen.')).toBeTruthy()
  })

  it('keeps the sentence of one that was learnt before there were codes', () => {
    draw('It was not clearly better than the shipped models.')
    expect(screen.getByText('It was not clearly better than the shipped models.').lang).toBe('en')
  })
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { BatchDialog } from '@/components/moderation/decision/batch-dialog'
import type { Problem } from '@/lib/contracts/problem'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('where others have decided on all of it meanwhile, that is said in the language of the page', async () => {
  const problem: Problem = { type: '/problems/not-found', title: '', status: 404, detail: 'No comment matches any more.' }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(problem), { status: 404 })))
  const none = () => undefined
  renderWorded(<BatchDialog what="alle" of={{ kind: 'wave', waveId: 'w' }} onDone={none} onClose={none} />, 'de')
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'approve' } })
  expect(await screen.findByText('Kein Kommentar passt mehr. Es gibt nichts zu entscheiden.')).toBeDefined()
})

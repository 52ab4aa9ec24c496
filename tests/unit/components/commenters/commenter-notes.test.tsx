// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { CommenterView } from '@/components/commenters/commenter-view'
import type { CommenterPage } from '@/lib/contracts/commenter'
import { renderWorded } from '@/tests/factories/render-worded'
import { makePage, MODERATOR, NOW } from '../moderation/desk-fixtures'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const counts = { comments: 0, approved: 0, rejected: 0, offTopic: 0, uncivil: 0, lastWeek: 0 }
const pageOf = (id: string): CommenterPage => ({
  record: { id, name: 'Hannes', since: NOW, ...counts, hold: null },
  ...{ notes: [], months: [], latest: makePage([]) },
})
/** Comes to the page of this commenter; what stands in the field there. */
function open(id: string): string {
  cleanup()
  renderWorded(<CommenterView page={pageOf(id)} viewer={MODERATOR} />)
  return field().value
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note for colleagues' })

it('a note that was begun on a commenter is there again for whoever comes back, until it is added', async () => {
  open('hannes')
  fireEvent.change(field(), { target: { value: 'Asked twice already' } })
  expect([open('jo'), open('hannes')]).toEqual(['', 'Asked twice already'])
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })))
  fireEvent.click(screen.getByRole('button', { name: 'Add note' }))
  await waitFor(() => expect(field().value).toBe(''))
  expect([open('jo'), open('hannes')]).toEqual(['', ''])
})

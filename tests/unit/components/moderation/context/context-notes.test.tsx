// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ContextNotes } from '@/components/moderation/context/context-notes'
import { SurroundingsProvider } from '@/components/moderation/frame/desk-surroundings'
import type { Assignment } from '@/lib/contracts/teamwork'
import type { Language } from '@/lib/domain/languages'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeContext, makeRow, MODERATOR, NOW } from '../desk-fixtures'

afterEach(cleanup)

const MINA = { id: MODERATOR.id, name: MODERATOR.name }
const TEO = { id: 'user-3', name: 'Teo' }
const byTeo = { by: TEO.name, byId: TEO.id }

function readHanding(handing: Pick<Assignment, 'to' | 'by' | 'byId'>, language: Language = 'en'): string {
  const assignment = { ...handing, note: null, at: NOW }
  const { container } = renderWorded(
    <QueryClientProvider client={new QueryClient()}>
      <SurroundingsProvider value={{ viewerId: MINA.id, queue: 'review', claims: new Map(), isOffline: false }}>
        <ContextNotes context={makeContext(makeRow(1), { assignment })} isDeciding={false} />
      </SurroundingsProvider>
    </QueryClientProvider>,
    language,
  )
  return container.textContent.replaceAll(/[\u2066-\u2069]/g, '')
}

it.each([
  ['to somebody else', { to: TEO, by: 'Mina', byId: MINA.id }, 'Handed to Teo by Mina'],
  ['to whoever leads', { to: null, ...byTeo }, 'Handed to the leads by Teo'],
  ['to the reader', { to: MINA, ...byTeo }, 'Handed to you by Teo'],
  ['by the reader to themselves', { to: MINA, by: 'Mina', byId: MINA.id }, 'You keep this for yourself'],
])('a comment handed over %s says so', (_, handing, told) => {
  expect(readHanding(handing)).toContain(told)
})

it.each([
  ['de', 'Ihnen übergeben von Teo'],
  ['ar', 'أُحيل إليك من Teo'],
] as const)('in %s too', (language, told) => {
  expect(readHanding({ to: MINA, ...byTeo }, language)).toContain(told)
})

it('a note that was begun is there again for whoever comes back to the comment', async () => {
  const open = (n: number) => {
    renderWorded(
      <QueryClientProvider client={new QueryClient()}>
        <ContextNotes context={makeContext(makeRow(n))} isDeciding />
      </QueryClientProvider>,
    )
  }
  const field = { name: 'Note for colleagues' }
  open(1)
  fireEvent.click(screen.getByRole('button', { name: 'Add a note' }))
  fireEvent.change(await screen.findByRole('textbox', field), { target: { value: 'Ask legal' } })
  cleanup()
  open(2)
  expect(screen.queryByRole('textbox', field)).toBeNull()
  cleanup()
  open(1)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', field).value).toBe('Ask legal')
})

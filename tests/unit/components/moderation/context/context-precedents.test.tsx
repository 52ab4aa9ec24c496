// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Precedent } from '@/lib/contracts/queue'
import { ContextPrecedents } from '@/components/moderation/context/context-precedents'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeContext, makeRow } from '../desk-fixtures'

afterEach(cleanup)

const context = makeContext(makeRow(1))
const precedent: Precedent = {
  id: 'p1',
  commenterName: 'Ann <b>',
  article: { id: 'elsewhere', title: 'Ferries' },
  status: 'rejected',
  marks: { offTopic: false, uncivil: 'insult' },
  by: 'Teo',
  reason: 'spam',
  at: '2026-03-10T12:00:00.000Z',
}
const plain = (text: string | null) => text?.replaceAll(/[\u2066-\u2069]/g, '')

it('says how many came to what, of whom, under what and by whom, and leads there', () => {
  const select = vi.fn()
  const precedents = {
    counts: { kept: 1, marked: 0, rejected: 4 },
    latest: [precedent, { ...precedent, id: 'p2', article: context.article }],
    waiting: [],
  }
  renderWorded(<ContextPrecedents context={{ ...context, precedents }} onSelect={select} />)
  expect(plain(screen.getByRole('heading').parentElement?.textContent ?? null)).toBe(
    'Similar comments, decided before1 approved and 4 rejected',
  )
  const lines = screen.getAllByRole('listitem').map((line) => plain(line.textContent))
  expect(lines[0]).toMatch(/^rejectedinsultspam.*Ann <b> under “Ferries”, decided by Teo$/)
  expect(lines[1]).toMatch(/Ann <b>, decided by Teo$/)
  fireEvent.click(screen.getAllByRole('button', { name: /Ann/ })[0] as HTMLElement)
  expect(select).toHaveBeenCalledWith('p1')
})

it('is not there where nothing like it was decided', () => {
  const { container } = renderWorded(<ContextPrecedents context={context} onSelect={() => undefined} />)
  expect(container.textContent).toBe('')
})

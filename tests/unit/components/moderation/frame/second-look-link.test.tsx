// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { SecondLookLink } from '@/components/moderation/frame/second-look-link'
import type { DeskEvent } from '@/lib/contracts/live'

let tell: (event: DeskEvent) => void = () => undefined
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined, prefetch: () => undefined }) }))
vi.mock('@/components/moderation/live/desk-line', () => ({
  listenToDesk: (_after: null, { onEvent }: { onEvent: typeof tell }) => {
    tell = onEvent
    return () => undefined
  },
}))
afterEach(cleanup)

it('tells how many second looks wait, as that changes, and leads there', () => {
  renderWorded(<SecondLookLink start={{ isOn: true, waiting: 12 }} isHere={false} />)
  const link = screen.getByRole('link', { name: 'Second looks: 12 wait for you' })
  expect([link.textContent, link.getAttribute('href')]).toEqual(['12', '/second-looks'])
  act(() => tell({ kind: 'looks', waiting: 1 }))
  expect(screen.getByRole('link', { name: 'Second looks: 1 waits for you' }).textContent).toBe('1')
  act(() => tell({ kind: 'looks', waiting: 0 }))
  expect(screen.getByRole('link', { name: 'Second looks: nothing waits for you' }).textContent).toBe('')
})

it('is not there where the site wants none and none is left', () => {
  renderWorded(<SecondLookLink start={{ isOn: false, waiting: 0 }} isHere={false} />)
  expect(screen.queryByRole('link')).toBeNull()
  act(() => tell({ kind: 'looks', waiting: 2 }))
  expect(screen.getByRole('link').textContent).toBe('2')
})

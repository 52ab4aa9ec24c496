// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { CommandRegistry } from '@/components/moderation/command/command-registry'
import { DeskHeader } from '@/components/moderation/frame/desk-header'
import { PreferencesProvider } from '@/components/moderation/frame/preferences-context'
import type { DeskEvent } from '@/lib/contracts/live'
import type { LookCount } from '@/lib/contracts/second-look'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { MODERATOR } from '../desk-fixtures'

let tell: (event: DeskEvent) => void = () => undefined
const went: string[] = []
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: (to: string) => went.push(to), prefetch: () => undefined }),
  usePathname: () => '/queue',
}))
vi.mock('@/components/moderation/live/desk-line', () => ({
  listenToDesk: (_after: null, { onEvent }: { onEvent: typeof tell }) => {
    tell = onEvent
    return () => undefined
  },
}))
vi.mock('@/components/moderation/frame/header-search', () => ({ HeaderSearch: () => null }))
vi.mock('@/components/moderation/frame/alert-bell', () => ({ AlertBell: () => null }))

beforeEach(() => void went.splice(0))
afterEach(cleanup)

function openHeader(looks: LookCount | null): void {
  renderWorded(
    <PreferencesProvider start={DEFAULT_PREFERENCES}>
      <CommandRegistry>
        <DeskHeader viewer={MODERATOR} openAppeals={0} looks={looks} lookIcon={null} />
      </CommandRegistry>
    </PreferencesProvider>,
  )
}
const findLink = () => screen.queryByRole('link', { name: /^Second looks/ })

it('tells how many second looks wait, as that changes, and leads there', () => {
  openHeader({ isOn: true, waiting: 12 })
  expect([findLink()?.textContent, findLink()?.getAttribute('href')]).toEqual(['12', '/second-looks'])
  act(() => tell({ kind: 'looks', waiting: 1 }))
  expect(screen.getByRole('link', { name: 'Second looks: 1 waits for you' }).textContent).toBe('1')
  act(() => tell({ kind: 'looks', waiting: 0 }))
  expect(screen.getByRole('link', { name: 'Second looks: nothing waits for you' }).textContent).toBe('')
  for (const key of ['g', 'l']) fireEvent.keyDown(window, { key })
  expect(went).toEqual(['/second-looks'])
})

it('has no way to them where the site wants none and none is left, until one waits', () => {
  openHeader({ isOn: false, waiting: 0 })
  expect(findLink()).toBeNull()
  act(() => tell({ kind: 'looks', waiting: 2 }))
  expect(findLink()?.textContent).toBe('2')
})

it('has neither way nor key for who does not decide', () => {
  openHeader(null)
  for (const key of ['g', 'l']) fireEvent.keyDown(window, { key })
  expect([findLink(), went]).toEqual([null, []])
})

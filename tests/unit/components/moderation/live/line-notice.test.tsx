// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { SurroundingsProvider } from '@/components/moderation/frame/desk-surroundings'
import { LineNotice } from '@/components/moderation/live/line-notice'
import { tellSignedIn } from '@/components/moderation/signed-in'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const BROKEN = 'Live updates are interrupted. Counts and colleagues’ decisions are not up to date; what you decide is still sent.'
const SIGN_IN = ' Sign in'

it.each([
  ['nothing is wrong', 'open', 0, false, null],
  ['the line is broken', 'lost', 0, false, BROKEN],
  ['decisions wait for the connection', 'lost', 1, false, 'The connection is down. 1 decision is kept here'],
  ['the session has ended', 'signed_out', 0, false, 'You have been signed out. Sign in again in another tab and come back'],
  ['a decision met the end of the session first', 'open', 2, true, 'You have been signed out. 2 decisions are kept here'],
  ['decisions are held and the session has ended', 'signed_out', 1, false, 'You have been signed out. 1 decision is kept here'],
] as const)('when %s it says so', (_, line, held, isSignedOut, told) => {
  renderWorded(<LineNotice {...{ line, held, isSignedOut }} />)
  const said = screen.queryByRole('status')?.textContent ?? null
  expect(said?.slice(0, told?.length) ?? null).toBe(told)
  expect(said?.endsWith(SIGN_IN) ?? false).toBe(told?.startsWith('You have been signed out') ?? false)
})

it('the way to sign in leaves the page open', () => {
  renderWorded(<LineNotice line="signed_out" held={0} isSignedOut={false} />)
  const link = screen.getByRole('link', { name: 'Sign in' })
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/sign-in?next=/queue', '_blank'])
})

it.each([
  ['somebody else has signed in', 'teo', 'In this browser somebody else is signed in now.', 0],
  ['the same person had', 'mina', 'You have been signed out. 1 decision is kept here', 1],
])('of decisions that are held while %s it says so, and leads to no desk of theirs', (_, signedIn, told, links) => {
  tellSignedIn(signedIn)
  renderWorded(
    <SurroundingsProvider value={{ viewerId: 'mina', queue: 'review', claims: new Map(), isOffline: true }}>
      <LineNotice line="open" held={1} isSignedOut />
    </SurroundingsProvider>,
  )
  expect(screen.getByRole('status').textContent).toContain(told)
  expect(screen.queryAllByRole('link')).toHaveLength(links)
})

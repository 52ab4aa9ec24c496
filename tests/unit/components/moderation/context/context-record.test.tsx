// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ContextRecord } from '@/components/moderation/context/context-record'
import { NowProvider } from '@/components/moderation/now'
import { PreferencesProvider } from '@/components/moderation/frame/preferences-context'
import type { CommenterDecision } from '@/lib/contracts/queue'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { makeRow, NOW } from '../desk-fixtures'

afterEach(cleanup)

const RECORD = {
  ...{ id: 'w1', name: 'Kim', since: '2026-01-01T00:00:00.000Z', comments: 9, approved: 3, rejected: 2 },
  ...{ offTopic: 0, uncivil: 1, lastWeek: 4, hold: null },
}
const { state } = makeRow(1)
const OUTCOME: CommenterDecision = {
  ...{ commentId: 'c7', excerpt: 'You clowns', isHarsh: true, kind: 'mark', by: 'Mo', at: '2026-11-20T10:00:00.000Z', reason: null },
  ...{ mark: 'uncivil', markKind: 'insult', after: { ...state, status: 'rejected' } },
}

function draw(lastDecided: CommenterDecision[], isHarshBlurred = false) {
  const onSelect = vi.fn()
  renderWorded(
    <PreferencesProvider start={{ ...DEFAULT_PREFERENCES, isHarshBlurred }}>
      <NowProvider serverNow={NOW}>
        <ContextRecord record={RECORD} lastDecided={lastDecided} onSelect={onSelect} />
      </NowProvider>
    </PreferencesProvider>,
  )
  return onSelect
}

it('what was decided last on the commenter is told with its text and the way to it', () => {
  const onSelect = draw([OUTCOME, { ...OUTCOME, commentId: 'c8', excerpt: 'Buy this', isHarsh: false, kind: 'reject', reason: 'spam' }])
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Latest decisions')
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Mo marked this uncivil: insult, and rejected it2 hr agoYou clowns',
    'Mo rejected this (spam)2 hr agoBuy this',
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Mo rejected this (spam)' }))
  expect(onSelect.mock.calls).toEqual([['c8']])
})

it('a harsh text is covered for those who asked for that, and nothing is said where nothing was decided', () => {
  draw([OUTCOME], true)
  expect(screen.getByText('You clowns').closest('[aria-hidden]')).not.toBeNull()
  cleanup()
  draw([])
  expect(screen.queryByText('Latest decisions')).toBeNull()
})

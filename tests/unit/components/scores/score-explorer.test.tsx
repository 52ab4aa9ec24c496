// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ScoreExplorer } from '@/components/scores/score-explorer'
import { SCORE_BINS, type ScoreHistory } from '@/lib/contracts/score-history'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(cleanup)

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push, refresh: () => undefined }) }))

const bins = Array.from({ length: SCORE_BINS }, () => 1)
const decided = { marked: bins, kept: bins, unscored: { marked: 0, kept: 0 }, silent: 0, looked: 200, isCut: false }
const month = { suggested: bins, open: bins, total: 100, days: 30, isCut: false }
const history: ScoreHistory = { mark: 'uncivil', section: null, sections: ['City', 'Sport'], inForce: 0.5, decided, month }

it('another section is chosen without losing the focus, and what was tried on the one before is not taken along', () => {
  const { rerender } = renderWorded(<ScoreExplorer history={history} settings={null} />)
  const line = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Suggest uncivil from' })
  fireEvent.change(line(), { target: { value: '0.8' } })
  expect(line().value).toBe('0.8')
  const section = screen.getByRole('combobox', { name: 'Section' })
  section.focus()
  fireEvent.change(section, { target: { value: 'Sport' } })
  expect(push).toHaveBeenCalledWith('/settings/scores?mark=uncivil&section=Sport')
  rerender(<ScoreExplorer history={{ ...history, section: 'Sport' }} settings={null} />)
  expect(document.activeElement).toBe(section)
  expect(line().value).toBe('0.5')
})

it('accounts for every comment that was decided on: those rejected for another reason, and those without a score', () => {
  const all = { ...decided, unscored: { marked: 1, kept: 7 }, silent: 5 }
  renderWorded(<ScoreExplorer history={{ ...history, decided: all }} settings={null} />)
  expect(
    screen.getByText(
      'From the newest 200 decisions by people here. Comments: 213; not in the chart: 5 rejected for another reason, 8 without a score.',
    ),
  ).toBeTruthy()
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PreferencesProvider } from '@/components/moderation/frame/preferences-context'
import { HarshCover } from '@/components/moderation/harsh-cover'
import { DEFAULT_PREFERENCES } from '@/lib/domain/preferences'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeRow } from './desk-fixtures'

const covers = () => screen.queryAllByRole('button', { name: 'May be harsh: show the text' }).length

/** A text as it stands in the list and again beside it. */
function drawTwice(n: number, isHarshBlurred: boolean, score: number): void {
  const row = makeRow(n)
  const { state } = row
  const comment = { id: row.id, state: { ...state, suggestions: { ...state.suggestions, uncivil: { kind: 'insult' as const, score } } } }
  renderWorded(
    <PreferencesProvider start={{ ...DEFAULT_PREFERENCES, isHarshBlurred }}>
      {['in the list', 'beside it'].map((place) => (
        <HarshCover key={place} comment={comment}>
          <p>{place}</p>
        </HarshCover>
      ))}
    </PreferencesProvider>,
  )
}

it('covers a harsh text wherever it stands, and is taken away everywhere at once', () => {
  drawTwice(1, true, 0.7)
  expect(covers()).toBe(2)
  fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement)
  expect(covers()).toBe(0)
})

it('leaves alone what is not harsh, and those who did not ask for it', () => {
  drawTwice(2, true, 0.69)
  expect(covers()).toBe(0)
  cleanup()
  drawTwice(3, false, 0.99)
  expect(covers()).toBe(0)
})

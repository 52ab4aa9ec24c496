// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { DriftView } from '@/components/articles/drift/drift-view'
import { renderWorded } from '@/tests/factories/render-worded'

function draw(isPart: boolean): string[] {
  const pressed: string[] = []
  renderWorded(
    <DriftView
      {...{ isPart, isNarrowed: isPart, isLoading: false }}
      onZoom={(factor) => pressed.push(`zoom ${factor}`)}
      onPan={(direction) => pressed.push(`pan ${direction}`)}
      onWhole={() => pressed.push('whole')}
    />,
  )
  for (const name of ['Earlier', 'Zoom out', 'Zoom in', 'Later']) fireEvent.click(screen.getByRole('button', { name }))
  return pressed
}

it('has nothing earlier, later or farther while all of the time is drawn', () => {
  expect(draw(false)).toEqual(['zoom 0.5'])
  expect(screen.getByRole('button', { name: 'Earlier' }).getAttribute('aria-disabled')).toBe('true')
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull()
})

it('goes earlier, farther, nearer and later in a part of it, and back to the whole', () => {
  const pressed = draw(true)
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(pressed).toEqual(['pan -1', 'zoom 2', 'zoom 0.5', 'pan 1', 'whole'])
})

// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useHeldKey } from '@/components/moderation/command/use-held-key'

function Held() {
  return <output>{useHeldKey() ? 'held' : 'free'}</output>
}

const told = () => screen.getByRole('status').textContent

it('A key counts as held from where it repeats until it is let go of, or the window is left', () => {
  render(<Held />)
  fireEvent.keyDown(document.body, { key: 'j' })
  expect(told()).toBe('free')
  fireEvent.keyDown(document.body, { key: 'j', repeat: true })
  expect(told()).toBe('held')
  fireEvent.keyUp(document.body, { key: 'j' })
  expect(told()).toBe('free')
  fireEvent.keyDown(document.body, { key: 'j', repeat: true })
  act(() => void window.dispatchEvent(new Event('blur')))
  expect(told()).toBe('free')
  fireEvent.keyDown(document.body, { key: 'j', repeat: true })
  fireEvent.keyDown(document.body, { key: 'a' })
  expect(told()).toBe('free')
})

// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { DropdownItem, DropdownMenu } from '@/components/ui/dropdown-menu'

let chosen: string[] = []

function openMenu(by: () => void = () => fireEvent.click(screen.getByRole('button'))) {
  render(
    <DropdownMenu
      trigger={
        <button type="button" aria-label="More">
          …
        </button>
      }
    >
      <DropdownItem onSelect={() => chosen.push('copy')}>Copy</DropdownItem>
      <DropdownItem disabled onSelect={() => chosen.push('cut')}>
        Cut
      </DropdownItem>
      <DropdownItem onSelect={() => chosen.push('paste')}>Paste</DropdownItem>
    </DropdownMenu>,
  )
  by()
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const focused = () => document.activeElement?.textContent

describe('DropdownMenu', () => {
  beforeEach(() => {
    chosen = []
  })

  it('opens on its first entry, names itself after its button and says that it is open', () => {
    openMenu()
    expect(screen.getByRole('menu').getAttribute('aria-label')).toBe('More')
    const button = screen.getByRole('button')
    expect([button.getAttribute('aria-haspopup'), button.getAttribute('aria-expanded')]).toEqual(['menu', 'true'])
    expect(focused()).toBe('Copy')
  })

  it('is moved through by arrows, Home, End and first letters, past what cannot be chosen', () => {
    openMenu()
    press('ArrowDown')
    expect(focused()).toBe('Paste')
    press('ArrowDown')
    expect(focused()).toBe('Paste')
    press('Home')
    expect(focused()).toBe('Copy')
    press('p')
    expect(focused()).toBe('Paste')
    press('c')
    expect(focused()).toBe('Copy')
    press('End')
    expect(focused()).toBe('Paste')
    press('ArrowUp')
    expect(focused()).toBe('Copy')
  })

  it('opens at its end by the arrow upwards', () => {
    openMenu(() => fireEvent.keyDown(screen.getByRole('button'), { key: 'ArrowUp' }))
    expect(focused()).toBe('Paste')
  })

  it.each(['Enter', ' '])('does what is chosen with “%s”, once, and gives the focus back', (key) => {
    openMenu()
    press(key)
    expect(chosen).toEqual(['copy'])
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button'))
  })

  it('does what is clicked, but for what cannot be chosen', () => {
    openMenu()
    fireEvent.click(screen.getByText('Cut'))
    expect(chosen).toEqual([])
    fireEvent.click(screen.getByText('Paste'))
    expect(chosen).toEqual(['paste'])
  })

  it('closes by Escape, by Tab and by a press elsewhere, and nothing is done', () => {
    openMenu()
    press('Escape')
    expect(document.activeElement).toBe(screen.getByRole('button'))
    for (const leave of [
      () => press('Tab'),
      () => fireEvent.pointerDown(document.body),
      () => fireEvent.click(screen.getByRole('button')),
    ]) {
      if (screen.queryByRole('menu') === null) fireEvent.click(screen.getByRole('button'))
      leave()
      expect(screen.queryByRole('menu')).toBeNull()
    }
    expect(chosen).toEqual([])
  })
})

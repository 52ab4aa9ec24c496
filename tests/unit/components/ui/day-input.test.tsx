// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DayInput } from '@/components/ui/day-input'

const field = () => screen.getByLabelText<HTMLInputElement>('From')

/** What a browser makes of digits that are typed into the year. */
function type(day: string): void {
  fireEvent.keyDown(field(), { key: '2' })
  fireEvent.change(field(), { target: { value: day } })
}

describe('a day', () => {
  afterEach(cleanup)

  function open(isRequired = false) {
    const onChange = vi.fn()
    const draw = (value: string) => <DayInput aria-label="From" value={value} required={isRequired} onChange={onChange} />
    const { rerender } = render(draw('2026-11-01'))
    return { onChange, say: (value: string) => rerender(draw(value)) }
  }

  it('that is typed is taken once, on Enter or when the field is left', () => {
    const { onChange, say } = open()
    for (const day of ['0002-11-15', '0020-11-15', '0202-11-15', '2025-11-15']) type(day)
    expect(onChange).not.toHaveBeenCalled()
    fireEvent.keyDown(field(), { key: 'Enter' })
    fireEvent.blur(field())
    expect(onChange.mock.calls).toEqual([['2025-11-15']])
    expect(field().value).toBe('2025-11-15')
    say('2025-11-15')
    type('2025-11-16')
    fireEvent.blur(field())
    expect(onChange).toHaveBeenLastCalledWith('2025-11-16')
    // Whoever keeps it has another say, as when one goes back.
    say('2026-11-01')
    expect(field().value).toBe('2026-11-01')
  })

  it('that is picked is taken at once', () => {
    const { onChange } = open()
    type('0002-11-15')
    fireEvent.pointerDown(field())
    fireEvent.change(field(), { target: { value: '2026-11-03' } })
    expect(onChange.mock.calls).toEqual([['2026-11-03']])
  })

  it('that is cleared is none, and what it was where there must be one', () => {
    const { onChange } = open()
    type('')
    fireEvent.blur(field())
    expect(onChange.mock.calls).toEqual([['']])
    cleanup()
    const { onChange: onRequired } = open(true)
    type('')
    fireEvent.blur(field())
    expect([onRequired.mock.calls.length, field().value]).toEqual([0, '2026-11-01'])
  })
})

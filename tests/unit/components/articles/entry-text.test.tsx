// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { EntryText } from '@/components/articles/discussion/entry-text'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(cleanup)

it('a comment of the thread that is very long is folded until all of it is asked for', () => {
  const { container } = renderWorded(<EntryText text={'tram '.repeat(300)} />)
  const isFolded = () => container.querySelector('.line-clamp-14') !== null
  expect(isFolded()).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: 'Show the whole comment' }))
  expect(isFolded()).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: 'Show less', expanded: true }))
  expect(isFolded()).toBe(true)
})

it('one of many lines is, too; any other stands there as it is', () => {
  renderWorded(<EntryText text={'ha\n'.repeat(20)} />)
  expect(screen.getByRole('button')).toBeDefined()
  cleanup()
  renderWorded(<EntryText text={'tram '.repeat(100)} />)
  expect(screen.queryByRole('button')).toBeNull()
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ArticleActDialog } from '@/components/articles/discussion/article-act-dialog'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(cleanup)

it('moderators are asked with Ctrl and Enter, once there is a note', async () => {
  const onTake = vi.fn(() => Promise.resolve(null))
  const onClose = vi.fn()
  renderWorded(<ArticleActDialog asked="ask_help" slowSeconds={null} onTake={onTake} onClose={onClose} />)
  const note = screen.getByLabelText('What should they look at?')
  const send = () => fireEvent.keyDown(note, { key: 'Enter', ctrlKey: true })
  fireEvent.change(note, { target: { value: '  ' } })
  send()
  fireEvent.change(note, { target: { value: 'The airport thread ' } })
  fireEvent.keyDown(note, { key: 'Enter' })
  expect(onTake).not.toHaveBeenCalled()
  send()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(onTake.mock.calls).toEqual([[{ kind: 'ask_help', note: 'The airport thread' }]])
})

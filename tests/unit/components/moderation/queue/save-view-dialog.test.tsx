// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { SaveViewDialog } from '@/components/moderation/queue/save-view-dialog'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('saves a view once, however often Enter is pressed, and again after a refusal', async () => {
  let answerNext: (response: Response) => void = () => undefined
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return new Promise<Response>((resolve) => (answerNext = resolve))
  })
  const onSaved = vi.fn()
  const onClose = vi.fn()
  renderWorded(<SaveViewDialog address="queue=held" description="" onSaved={onSaved} onClose={onClose} />)
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Held ones' } })
  const form = screen.getByLabelText('Name').closest('form') as HTMLFormElement
  fireEvent.submit(form)
  fireEvent.submit(form)
  expect(sent).toEqual([{ name: 'Held ones', address: 'queue=held', isShared: false }])
  answerNext(new Response(JSON.stringify({ title: '', status: 422, detail: 'There are too many.' }), { status: 422 }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('false'))
  fireEvent.submit(form)
  fireEvent.submit(form)
  answerNext(new Response(JSON.stringify({ views: [] })))
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1))
  expect(sent).toHaveLength(2)
  expect(onSaved).toHaveBeenCalledWith([])
})

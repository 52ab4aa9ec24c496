// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { listToasts } from '@/components/ui/toast'
import { makeRow } from '../desk-fixtures'
import { openDesk, stubDeskForEach } from './open-desk'

const ROWS = [makeRow(1), makeRow(2), makeRow(3, { handedTo: { id: 'user-3', name: 'Teo' } }), makeRow(4)]

const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(window, { key }))
const isAt = (at: number) => waitFor(() => expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${ROWS[at]?.id}`))
const ids = (...at: number[]) => at.map((one) => ROWS[one]?.id)

describe('handing comments over', () => {
  stubDeskForEach(ROWS)
  /** What was sent to hand over and take back. */
  let sent: unknown[]
  let decidedAlready: readonly (string | undefined)[]
  beforeEach(() => {
    sent = []
    decidedAlready = []
    const { fetch } = globalThis
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      if (!path.endsWith('/assignments')) return fetch(path, init)
      const input = JSON.parse(init.body as string) as { commentIds: string[] }
      sent.push([init.method, input])
      const handed = input.commentIds.filter((id) => !decidedAlready.includes(id))
      return Promise.resolve(init.method === 'PUT' ? Response.json({ handed }) : new Response(null, { status: 204 }))
    })
  })

  async function send(title: string): Promise<void> {
    const dialog = await screen.findByRole('dialog', { name: title })
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'One for you' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Escalate' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }

  it('is refused with a word for what has been decided, which nobody would find in their queue', async () => {
    const done = makeRow(1, { state: { ...makeRow(1).state, status: 'approved', isReviewed: true } })
    openDesk({ shown: [done] })
    await isAt(0)
    press('e')
    expect(listToasts()[0]).toMatchObject({ title: 'It has been decided already', description: 'Undo that first, or leave a note.' })
    expect([screen.queryByRole('dialog'), sent]).toEqual([null, []])
  })

  it('leads on as a decision does, and past what waits for somebody else', async () => {
    openDesk({ shown: ROWS })
    press('j')
    await isAt(1)
    press('e')
    await send('Escalate')
    await isAt(3)
    expect(sent).toEqual([['PUT', { commentIds: ids(1), to: 'leads', note: 'One for you' }]])
    expect(listToasts()[0]).toMatchObject({ title: 'Escalated to the leads', action: { label: 'Take back' } })
    // The last that was done is taken back first.
    press('z')
    await isAt(1)
    await waitFor(() => expect(sent.at(-1)).toEqual(['DELETE', { commentIds: ids(1) }]))
    await waitFor(() => expect(listToasts().map(({ title }) => title)).toEqual(['Taken back']))
  })

  it('takes the whole selection with one note, and goes on below it', async () => {
    openDesk({ shown: ROWS })
    press('x', 'j', 'x', 'e')
    await send('Escalate 2 comments')
    expect(sent).toEqual([['PUT', { commentIds: ids(0, 1), to: 'leads', note: 'One for you' }]])
    await isAt(3)
    expect(listToasts()[0]).toMatchObject({ title: 'Escalated to the leads', description: '2 comments' })
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toEqual([])
  })

  it('says how many were left out because a colleague was first, and takes none of those back', async () => {
    openDesk({ shown: ROWS })
    decidedAlready = ids(1)
    press('x', 'j', 'x', 'e')
    await send('Escalate 2 comments')
    expect(listToasts()[0]).toMatchObject({ description: '1 comment · 1 left out: decided already' })
    press('z')
    await waitFor(() => expect(sent.at(-1)).toEqual(['DELETE', { commentIds: ids(0) }]))
  })
})

describe('the way to the queue, on the queue', () => {
  stubDeskForEach(ROWS)

  it('leads to the list and keeps the place', async () => {
    openDesk({ shown: ROWS })
    press('j')
    await isAt(1)
    screen.getByRole('complementary').focus()
    press('g', 'q')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')))
    await isAt(1)
  })
})

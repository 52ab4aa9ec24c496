// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CommentLine } from '@/components/moderation/comment-line'
import { HeldRequests } from '@/components/moderation/decision/held-requests'
import { keepLeft } from '@/components/moderation/decision/left-desk'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeApi, pending, tick } from './decision/held-api'
import { MODERATOR } from './desk-fixtures'

describe('a comment in a list outside the desk', () => {
  afterEach(() => {
    cleanup()
    keepLeft(null)
  })
  const leave = ({ store }: ReturnType<typeof makeApi>) =>
    act(() => keepLeft({ viewerId: MODERATOR.id, store, requests: new HeldRequests() }))

  it('stands as it was decided at the desk that was left, though the list was read before that was saved', async () => {
    const api = makeApi()
    const saved = api.store.decide(pending, { kind: 'reject', reason: 'abuse' })
    renderWorded(<CommentLine row={pending} />)
    expect(screen.getByText('held')).toBeDefined()
    leave(api)
    expect(screen.getByText('rejected')).toBeDefined()
    await tick()
    await act(async () => {
      api.sent[0]?.answer(2)
      await saved
    })
    expect(screen.getByText('rejected')).toBeDefined()
  })

  it('stands as it was when that could not be saved', async () => {
    const api = makeApi()
    const saved = api.store.decide(pending, { kind: 'reject', reason: 'abuse' })
    renderWorded(<CommentLine row={pending} />)
    leave(api)
    await tick()
    await act(async () => {
      api.sent[0]?.fail(new Error('refused'))
      await saved
    })
    expect(screen.getByText('held')).toBeDefined()
  })

  it('stands as the list has it where nothing was left to save', () => {
    const api = makeApi()
    leave(api)
    renderWorded(<CommentLine row={pending} />)
    expect(screen.getByText('held')).toBeDefined()
  })
})

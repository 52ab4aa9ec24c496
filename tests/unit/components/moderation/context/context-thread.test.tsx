// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ContextThread } from '@/components/moderation/context/context-thread'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeContext, makeRow } from '../desk-fixtures'

afterEach(cleanup)

it('says of a comment that replies under it are closed', () => {
  const context = makeContext(makeRow(1))
  const [entry] = context.thread.entries
  if (!entry) throw new Error('no entry')
  const entries = [entry, { ...entry, id: 'other', isCurrent: false, areRepliesClosed: true }]
  renderWorded(
    <ContextThread
      context={{ ...context, thread: { ...context.thread, entries } }}
      current={entry.state}
      onSelect={() => undefined}
      isWhole
      onWhole={() => undefined}
      onExchange={null}
    />,
  )
  const lines = screen.getAllByRole('listitem')
  expect(lines.map((line) => within(line).queryByText('replies closed') !== null)).toEqual([false, true])
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ContextRevisions } from '@/components/moderation/context/context-revisions'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeContext, makeRow, NOW } from '../desk-fixtures'

// What a browser says that has lost its connection before the code was fetched.
vi.mock('@/components/moderation/context/revision-diff', () => {
  throw new Error('Failed to load chunk')
})

it('without the code that compares, an edit is the text that stood there before', async () => {
  const revisions = [{ number: 1, body: 'Half a cup to the litre.', replacedAt: NOW }]
  renderWorded(<ContextRevisions context={makeContext(makeRow(1), { revisions })} />)
  expect((await screen.findByText('Half a cup to the litre.')).closest('li')).not.toBeNull()
})

// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ContextHelp } from '@/components/moderation/context/context-help'
import { renderWorded } from '@/tests/factories/render-worded'

it('a call for help says who asks and what for, beside the comment', () => {
  renderWorded(<ContextHelp help={{ by: 'Ines', note: 'The depot thread is getting <b>personal</b>', at: '2026-03-10T12:00:00Z' }} />)
  const call = screen.getByRole('region', { name: 'A call for help' })
  expect(call.textContent).toBe('Ines asks moderators to look at this discussionThe depot thread is getting <b>personal</b>')
})

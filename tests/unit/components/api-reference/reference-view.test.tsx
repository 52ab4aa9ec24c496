// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ReferenceView } from '@/components/api-reference/reference-view'
import { readApiDocument } from '@/lib/http/api/openapi'

beforeEach(() => {
  renderWorded(<ReferenceView document={readApiDocument()} address="https://desk.test/api/v1" />)
})

it('shows each operation with its method, path and scope', () => {
  const operation = within(screen.getByRole('article', { name: 'Delete a comment' }))
  expect(operation.getByText('DELETE')).toBeDefined()
  expect(operation.getByText('/comments/{externalId}')).toBeDefined()
  expect(operation.getByText('scope ingest')).toBeDefined()
  expect(screen.getAllByRole('article')).toHaveLength(18)
})

it('shows what webhooks send beside what is asked, and says where it goes', () => {
  const webhook = within(screen.getByRole('article', { name: 'Receive a decision' }))
  expect(webhook.getByText('to your address')).toBeDefined()
  expect(webhook.getByText('webhook-signature')).toBeDefined()
  expect(webhook.getByRole('link', { name: 'WebhookMessage' }).getAttribute('href')).toBe('#WebhookMessage')
})

it('shows what goes in, with its limits, and every answer', () => {
  const operation = screen.getByRole('article', { name: 'Send one comment, or up to 1,000' })
  expect(operation.textContent).toContain('CommentInput or list of CommentInput, 1 to 1,000 of them')
  const statuses = within(operation).getAllByText(/^[245]\d\d$/)
  expect(statuses.map((status) => status.textContent)).toEqual([
    '200',
    '201',
    '400',
    '401',
    '403',
    '409',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ])
})

it('tells of each field what it holds', () => {
  const shape = screen.getByRole('heading', { name: 'InvalidComment' }).closest('section')
  expect(shape?.textContent).toContain('externalIdrequiredtext or null')
  expect(shape?.textContent).toContain('outcomerequired"invalid"')
})

it('has no link that leads nowhere, and none to another place but the keys', () => {
  const targets = screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')
  const outside = [...new Set(targets.filter((target) => !target.startsWith('#')))]
  expect(outside).toEqual(['/settings/keys', 'https://desk.test/api/v1/openapi.json'])
  const missing = targets.filter((target) => target.startsWith('#') && document.getElementById(target.slice(1)) === null)
  expect(missing).toEqual([])
})

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { AuditFilters } from '@/components/settings/audit-filters'
import { AuditList } from '@/components/settings/audit-list'
import { readWords } from '@/components/words/page-words'
import { renderWorded } from '@/tests/factories/render-worded'

const went: string[] = []
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: (to: string) => went.push(to) }) }))
afterEach(cleanup)

const t = await readWords('en', 'audit')
const ADA = { id: '00000000-0000-7000-8000-000000000001', name: 'Ada' }

it('each filter leads to an address of its own, with the others kept and from the beginning', () => {
  renderWorded(<AuditFilters filters={{ by: ADA.id }} people={[ADA]} />)
  fireEvent.change(screen.getByLabelText('What'), { target: { value: 'rule' } })
  fireEvent.change(screen.getByLabelText('From (UTC)'), { target: { value: '2026-03-01' } })
  fireEvent.change(screen.getByLabelText('Who'), { target: { value: '' } })
  const by = `/settings/audit?by=${ADA.id}`
  expect(went).toEqual([`${by}&kind=rule`, `${by}&from=2026-03-01`, '/settings/audit'])
})

it('the older ones are those of the same filter', () => {
  const entry = { id: 'e1', actorName: 'Ada', act: 'rule.on', subjectName: 'Links', stop: null, at: '2026-03-01T12:00:00.000Z' }
  renderWorded(<AuditList t={t} entries={[entry]} older="e1" query={{ kind: 'rule', before: 'e0' }} />)
  const addresses = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
  expect(addresses).toEqual([
    ['Newest', '/settings/audit?kind=rule'],
    ['Older', '/settings/audit?kind=rule&before=e1'],
  ])
})

it.each([
  ['nothing was ever changed', {}, 'Nothing has been changed yet', []],
  ['the filter hides everything', { kind: 'rule' as const }, 'No changes match', ['/settings/audit']],
])('an empty list says that %s', (_, query, title, ways) => {
  renderWorded(<AuditList t={t} entries={[]} older={null} query={query} />)
  expect(screen.getByText(title)).toBeDefined()
  expect(screen.queryAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(ways)
})

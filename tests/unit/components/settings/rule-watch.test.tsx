// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RuleList } from '@/components/settings/rule-list'
import { RuleWatch } from '@/components/settings/rule-watch'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import type { RuleFigures, RuleOtherwiseList, RuleResource } from '@/lib/contracts/rule'
import type { Language } from '@/lib/domain/languages'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn(), replace: vi.fn() }) }))
afterEach(cleanup)

const AT = '2026-11-20T10:00:00.000Z'
const rule: RuleResource = {
  ...{ id: 'r1', name: 'Pills', condition: 'links>0', outcome: 'reject', reason: 'spam', isOn: true, triedAt: AT, mostOtherwise: 0.1 },
  ...{ foretold: { value: 0.04, low: 0.01, high: 0.11 }, stopped: null },
}
const stopped: RuleResource = { ...rule, triedAt: null, foretold: null, stopped: { by: 'checks', wrong: 9, of: 20, limit: 0.1, at: AT } }
const spans = (today: number, week: number, month: number) => ({ today, week, month })
const figures: RuleFigures = {
  id: 'r1',
  did: [
    { outcome: 'publish', ...spans(0, 0, 0) },
    { outcome: 'hold', ...spans(0, 1, 2) },
    { outcome: 'reject', ...spans(12, 340, 1200) },
    { outcome: 'passed_over', ...spans(3, 3, 3) },
  ],
  ...{ same: spans(5, 30, 57), otherwise: spans(1, 2, 3), unseen: spans(6, 309, 1142) },
  share: { value: 0.05, low: 0.02, high: 0.14 },
  checks: { wrong: 2, of: 40, unsure: 1, waiting: 4, share: { value: 0.05, low: 0.014, high: 0.165 } },
}
const one = { id: 'c1', excerpt: 'Cheap', articleTitle: 'The tram', did: 'reject' as const, isHarsh: false, at: AT }
const otherwise: RuleOtherwiseList = {
  ...{ comments: [{ ...one, made: 'kept' }], hasMore: false },
  checked: [{ ...one, id: 'c2', excerpt: 'Dear', answer: { kind: 'mark', mark: 'off_topic' } }],
}
const empty: RuleOtherwiseList = { comments: [], hasMore: false, checked: [] }

async function draw(of: RuleResource, list: RuleOtherwiseList, language: Language = 'en') {
  const [t, glossary] = await Promise.all([readWords(language, 'rules'), readWords(language, 'glossary')])
  return renderWorded(<RuleWatch {...{ t, glossary, figures }} formats={makeFormats(language)} rule={of} otherwise={list} />, language)
}
const cells = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)

describe('a rule’s page', () => {
  it('tells what it did in each span, and nothing of what a rule like it never does', async () => {
    await draw(rule, otherwise)
    expect(cells('Rejected')).toEqual(['12', '340', '1,200'])
    expect(cells('Held')).toEqual(['0', '1', '2'])
    expect(cells('Passed over')).toEqual(['3', '3', '3'])
    expect(cells('People disagreed')).toEqual(['1', '2', '3'])
    expect(cells('No person has decided')).toEqual(['6', '309', '1,142'])
    expect(screen.queryByRole('row', { name: /^Published/ })).toBeNull()
  })

  it('sets the share seen otherwise beside what the trial had found, and tells of checks apart', async () => {
    const { container } = await draw(rule, otherwise)
    const facts = [...container.querySelectorAll('dl > div')].map((fact) => [...fact.children].map(({ textContent }) => textContent))
    expect(facts).toEqual([
      ['People disagreed, of what they decided on', '5% (2% to 14%)'],
      ['The trial had predicted', '4% (1% to 11%)'],
      ['Answered', '40'],
      ['Disagreed', '2'],
      ['Cannot tell', '1'],
      ['Waiting', '4'],
      ['Share that disagreed', '5% (1% to 17%)'],
      ['It stops above', '10%'],
    ])
    const checked = screen.getByRole('list', { name: 'Checks that disagreed' })
    expect(checked.textContent).toContain('Dear')
    expect(screen.getByRole('list', { name: 'Where people disagreed' }).textContent).toContain('Cheap')
    expect(within(checked).getByRole('link', { name: 'The tram' }).getAttribute('href')).toBe('/queue?queue=newest&comment=c2')
  })

  it('says why it was stopped, and what to do', async () => {
    await draw(stopped, empty)
    const said = screen.getByRole('status').textContent
    for (const words of [
      'comments it matches wait for a person',
      '9 of 20 random checks disagreed with it; the limit is 10%.',
      'Try it again',
    ])
      expect(said).toContain(words)
    expect(screen.getByText('None so far')).toBeTruthy()
  })

  it.each(['de', 'ar'] as const)('has its words in %s', async (language) => {
    const { container } = await draw(stopped, otherwise, language)
    for (const element of container.querySelectorAll('[dir=auto], bdi, time')) element.remove()
    expect(container.textContent).not.toMatch(/\b(people|checks?|stopped|rejected|days|share)\b/i)
  })
})

describe('a rule in the list', () => {
  it('says in a line what it did, and leads to its page', () => {
    renderWorded(<RuleList rules={[rule]} figures={[figures]} draft="" />)
    const line = screen.getByRole('link', { name: 'What “Pills” did' }).parentElement?.textContent
    for (const words of ['30 days', 'Rejected 1,200', 'Held 2', 'Passed over 3', 'People disagreed with 3 of 60'])
      expect(line).toContain(words)
    expect(screen.getByRole('button', { name: 'Turn off “Pills”' })).toBeTruthy()
  })

  it('that was stopped is not turned on before it was tried again, and can be turned off', () => {
    renderWorded(<RuleList rules={[stopped]} figures={[figures]} draft="" />)
    expect(screen.getByText('stopped: holds')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Turn on “Pills” again' }).getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('button', { name: 'Turn off “Pills”' })).toBeTruthy()
    cleanup()
    renderWorded(<RuleList rules={[{ ...stopped, triedAt: AT }]} figures={[figures]} draft="" />)
    expect(screen.getByRole('button', { name: 'Turn on “Pills” again' }).getAttribute('aria-disabled')).toBe('false')
  })
})

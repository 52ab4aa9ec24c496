// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FairnessView } from '@/components/fairness/fairness-view'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import { renderWorded } from '@/tests/factories/render-worded'

async function draw(own: { group: string; kept: number; wrong: number }[]): Promise<void> {
  const figures = { threshold: 0.5, templates: [], own, all: { kept: 200, wrong: 4 } }
  const reading = { week: '2026-11-23', version: 'v', readAt: '2026-11-25T12:00:00Z', figures }
  renderWorded(<FairnessView t={await readWords('en', 'fairness')} formats={makeFormats('en')} readings={[reading]} />)
}

const listGroups = () => {
  const table = screen.getByRole('table', { name: 'Wrong suggestions by group mentioned' })
  const isGrey = (row: Element) => row.className.includes('text-ink-3')
  return [...table.querySelectorAll('tbody tr')].map((row) => (row.querySelector('th')?.textContent ?? '') + (isGrey(row) ? ' (grey)' : ''))
}

it('a group of few comments stands below the others in grey, whatever its share, and the page says why', async () => {
  await draw([
    { group: 'men', kept: 40, wrong: 1 },
    { group: 'Sikhs', kept: 1, wrong: 1 },
    { group: 'women', kept: 20, wrong: 1 },
  ])
  expect(listGroups()).toEqual(['All comments', 'women', 'men', 'Sikhs (grey)'])
  expect(screen.getByText(/Groups with fewer than 20 comments are listed below in grey/)).toBeTruthy()
})

it('says nothing of few where there are enough', async () => {
  await draw([{ group: 'men', kept: 40, wrong: 1 }])
  expect(listGroups()).toEqual(['All comments', 'men'])
  expect(screen.queryByText(/in grey/)).toBeNull()
})

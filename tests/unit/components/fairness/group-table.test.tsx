// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { GroupTable, type GroupRow } from '@/components/fairness/group-table'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import { renderWorded } from '@/tests/factories/render-worded'

const row = (name: string, isMarked = false): GroupRow => ({ name, isMarked, cells: [15, 0, '0 %'], share: 0 })
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => row(`group ${at + 1}`))

async function draw(rows: GroupRow[]): Promise<void> {
  const t = await readWords('en', 'fairness')
  const head = ['Group', 'Kept', 'Wrong', 'Share']
  renderWorded(<GroupTable t={t} formats={makeFormats('en')} caption="Groups" head={head} rows={rows} total={row('All groups')} />)
}

/** Class names are what hides: no style sheet is loaded here. */
const listShown = () => screen.getAllByRole('rowheader').flatMap((head) => (head.closest('.hidden') ? [] : [head.textContent]))

it('shows the whole, the first groups, and the rest when it is asked for, where the focus then is', async () => {
  await draw(rowsOf(44))
  expect(listShown()).toEqual(['All groups', ...rowsOf(8).map(({ name }) => name)])
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Show all 44 groups' }))
    await new Promise(requestAnimationFrame)
  })
  expect(listShown()).toHaveLength(45)
  expect(screen.queryByRole('button')).toBeNull()
  expect(document.activeElement?.textContent).toMatch(/^group 9/)
})

it('folds none that stands out', async () => {
  await draw([...rowsOf(9), row('set apart', true), ...rowsOf(20)])
  expect(listShown()).toHaveLength(11)
  expect(listShown().at(-1)).toBe('set apartstands out')
})

it('folds nothing where a row or two would be all that is folded', async () => {
  await draw(rowsOf(10))
  expect(listShown()).toHaveLength(11)
  expect(screen.queryByRole('button')).toBeNull()
})

// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { DataTable } from '@/components/data-table/data-table'
import { createDataColumns } from '@/components/data-table/features'

interface Line {
  id: string
  title: string
  comments: number | undefined
}

const column = createDataColumns<Line>()
const columns = column.columns([
  column.accessor('title', { header: 'Title', cell: (info) => <b>{info.getValue()}</b> }),
  column.accessor('comments', { header: 'Comments', meta: { align: 'end' } }),
  column.display({ id: 'more', header: 'More', cell: () => 'open' }),
])
const lines: Line[] = [
  { id: 'a', title: 'Bridge', comments: 3 },
  { id: 'b', title: 'Airport', comments: undefined },
  { id: 'c', title: 'Tram', comments: 12 },
]

function readTitles(): (string | null)[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('b')?.textContent ?? null)
}

describe('DataTable', () => {
  it('starts in the order it is told and says so in aria-sort', () => {
    renderWorded(
      <DataTable
        label="Articles"
        columns={columns}
        data={lines}
        getRowId={(line) => line.id}
        initialSorting={[{ id: 'comments', desc: true }]}
        empty={null}
      />,
    )
    expect(readTitles()).toEqual(['Tram', 'Bridge', 'Airport'])
    expect(screen.getByRole('columnheader', { name: 'Comments' }).getAttribute('aria-sort')).toBe('descending')
    expect(screen.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('none')
    expect(screen.getByRole('columnheader', { name: 'More' }).hasAttribute('aria-sort')).toBe(false)
  })

  it('sorts by a header that is pressed, and turns the order round when pressed again', () => {
    renderWorded(<DataTable label="Articles" columns={columns} data={lines} getRowId={(line) => line.id} empty={null} />)
    fireEvent.click(screen.getByRole('button', { name: 'Title' }))
    expect(readTitles()).toEqual(['Airport', 'Bridge', 'Tram'])
    fireEvent.click(screen.getByRole('button', { name: 'Title' }))
    expect(readTitles()).toEqual(['Tram', 'Bridge', 'Airport'])
  })

  it('shows what it is given in place of rows when there are none', () => {
    renderWorded(
      <DataTable label="Articles" columns={columns} data={[]} getRowId={(line) => line.id} empty={<p>Nothing has arrived yet</p>} />,
    )
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByText('Nothing has arrived yet')).toBeDefined()
  })
})

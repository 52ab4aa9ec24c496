// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ColumnChoice } from '@/components/import/column-choice'
import { renderWorded } from '@/tests/factories/render-worded'

it('a table whose columns name no article needs one to be named', () => {
  const columns = [
    { name: 'Kommentar', field: 'body' as const },
    { name: 'Titel', field: null },
  ]
  renderWorded(<ColumnChoice columns={columns} options={{}} faults={{}} isBusy={false} onRead={() => undefined} />)
  expect(screen.queryByLabelText('Article id (optional)')).toBeNull()
  screen.getByLabelText('Article id (needed: no column names it)')
  fireEvent.change(screen.getByLabelText('Titel'), { target: { value: 'articleTitle' } })
  screen.getByLabelText('Article id (optional)')
})

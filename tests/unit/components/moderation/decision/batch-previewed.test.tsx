// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { BatchPreviewed } from '@/components/moderation/decision/batch-previewed'
import type { BatchPreview } from '@/lib/contracts/batch'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeRow, NOW } from '../desk-fixtures'

afterEach(cleanup)

it('what a decision on many would change shows what is suggested of each that is named', () => {
  const quiet = makeRow(2, { state: { ...makeRow(2).state, suggestions: { offTopic: null, uncivil: null } } })
  const preview: BatchPreview = {
    ...{ id: '1', title: 'Approve', by: 'Mina', state: 'draft', createdAt: NOW, startedAt: null, undoneAt: null, undoneBy: null, total: 2 },
    outcomes: { waiting: 2, changed: 0, unchanged: 0, conflict: 0, removed: 0, restored: 0, kept: 0 },
    ...{ exceptions: [], statuses: { published: 2 }, isCut: false, sample: [makeRow(1), quiet] },
  }
  const none = () => undefined
  renderWorded(
    <BatchPreviewed
      act={{ kind: 'approve' }}
      note={undefined}
      preview={preview}
      isBusy={false}
      isAsked={false}
      onStart={none}
      onClose={none}
    />,
  )
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Voice 1Uncivil: condescension.81Comment number 1',
    'Voice 2Comment number 2',
  ])
})

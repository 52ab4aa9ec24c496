'use client'

import type { ModeratorWork, Workload } from '@/lib/contracts/compare'
import { formatCount, formatShare } from '../articles/figure-words'
import { Sparkline } from '../charts/sparkline'
import { DataTable } from '../data-table/data-table'
import { createDataColumns } from '../data-table/features'

const column = createDataColumns<ModeratorWork>()
const end = { align: 'end' } as const
const wide = { align: 'end', hideBelow: 'md' } as const

const COLUMNS = column.columns([
  column.accessor('name', { id: 'name', header: 'Moderator', sortFn: 'text', cell: ({ row }) => <bdi>{row.original.name}</bdi> }),
  column.display({
    id: 'days',
    header: 'Trend',
    meta: { hideBelow: 'md' },
    cell: ({ row }) => (
      <Sparkline values={row.original.days} label={`Decisions a day, at most ${formatCount(Math.max(0, ...row.original.days))}`} />
    ),
  }),
  column.accessor('decisions', { id: 'decisions', header: 'Decisions', meta: end, cell: ({ row }) => formatCount(row.original.decisions) }),
  column.accessor('approved', { id: 'approved', header: 'Approved', meta: wide, cell: ({ row }) => formatCount(row.original.approved) }),
  column.accessor('rejected', { id: 'rejected', header: 'Rejected', meta: wide, cell: ({ row }) => formatCount(row.original.rejected) }),
  column.accessor('marked', { id: 'marked', header: 'Marked', meta: wide, cell: ({ row }) => formatCount(row.original.marked) }),
  column.accessor('undone', { id: 'undone', header: 'Taken back', meta: wide, cell: ({ row }) => formatCount(row.original.undone) }),
  column.accessor((row) => row.agreement ?? undefined, {
    id: 'agreement',
    header: 'Agreement',
    sortFn: 'basic',
    meta: end,
    cell: ({ row }) => <Agreement work={row.original} />,
  }),
])

const BY_DECISIONS = [{ id: 'decisions', desc: true }]

/** What each moderator decided, and how often a colleague who looked again came out the same. For leads. */
export function WorkloadTable({ workload }: { workload: Workload }) {
  return (
    <DataTable
      label="Moderators, their decisions and their agreement"
      columns={COLUMNS}
      data={workload.people}
      getRowId={(row) => row.id}
      initialSorting={BY_DECISIONS}
      empty={<p className="text-ink-3">Nobody decided anything in these days.</p>}
    />
  )
}

function Agreement({ work }: { work: ModeratorWork }) {
  if (work.agreement === null) return <span className="text-ink-3">nobody looked again</span>
  return (
    <>
      {formatShare(work.agreement)} <span className="text-sm text-ink-3">of {formatCount(work.seenAgain)}</span>
    </>
  )
}

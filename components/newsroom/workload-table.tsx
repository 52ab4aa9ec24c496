'use client'

import type { ModeratorWork, Workload } from '@/lib/contracts/compare'
import { useMemo } from 'react'
import type { Figures } from '../articles/figures'
import { useFigures } from '../articles/use-figures'
import type { Words } from '../words/rooms'
import { useWords } from '../words/words-context'
import { Sparkline } from '../charts/sparkline'
import { DataTable } from '../data-table/data-table'
import { createDataColumns } from '../data-table/features'

const column = createDataColumns<ModeratorWork>()
const end = { align: 'end' } as const
const wide = { align: 'end', hideBelow: 'md' } as const

/** The columns in the words of one language. */
function makeColumns(t: Words<'newsroom'>, say: Figures) {
  return column.columns([
    column.accessor('name', { id: 'name', header: t('people.name'), sortFn: 'text', cell: ({ row }) => <NameCell work={row.original} /> }),
    column.display({
      id: 'days',
      header: t('trend'),
      meta: { hideBelow: 'md' },
      cell: ({ row }) => <Sparkline values={row.original.days} label={t('people.trend', { most: Math.max(0, ...row.original.days) })} />,
    }),
    column.accessor('decisions', {
      id: 'decisions',
      header: t('people.decisions'),
      meta: end,
      cell: ({ row }) => say.count(row.original.decisions),
    }),
    column.accessor('approved', {
      id: 'approved',
      header: t('people.approved'),
      meta: wide,
      cell: ({ row }) => say.count(row.original.approved),
    }),
    column.accessor('rejected', {
      id: 'rejected',
      header: t('people.rejected'),
      meta: wide,
      cell: ({ row }) => say.count(row.original.rejected),
    }),
    column.accessor('marked', { id: 'marked', header: t('people.marked'), meta: wide, cell: ({ row }) => say.count(row.original.marked) }),
    column.accessor('undone', { id: 'undone', header: t('people.undone'), meta: wide, cell: ({ row }) => say.count(row.original.undone) }),
    column.accessor((row) => row.agreement ?? undefined, {
      id: 'agreement',
      header: t('people.agreement'),
      sortFn: 'basic',
      meta: wide,
      cell: ({ row }) => <Agreement work={row.original} />,
    }),
  ])
}

const BY_DECISIONS = [{ id: 'decisions', desc: true }]

/** What each moderator decided, and how often a colleague who looked again came out the same. For leads. */
export function WorkloadTable({ workload }: { workload: Workload }) {
  const t = useWords('newsroom')
  const say = useFigures()
  const columns = useMemo(() => makeColumns(t, say), [t, say])
  return (
    <DataTable
      label={t('people.table')}
      columns={columns}
      data={workload.people}
      getRowId={(row) => row.id}
      initialSorting={BY_DECISIONS}
      empty={<p className="text-ink-3">{t('people.empty')}</p>}
    />
  )
}

const ON_PHONE = ['approved', 'rejected', 'marked', 'undone'] as const

/** The name; on a phone, where its columns have no room, with its figures below. */
function NameCell({ work }: { work: ModeratorWork }) {
  const t = useWords('newsroom')
  const say = useFigures()
  return (
    <>
      <bdi>{work.name}</bdi>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-2 md:hidden">
        {ON_PHONE.map((key) => (
          <span key={key}>
            {t(`people.${key}`)} {say.count(work[key])}
          </span>
        ))}
        <span>
          {t('people.agreement')} <Agreement work={work} />
        </span>
      </p>
    </>
  )
}

function Agreement({ work }: { work: ModeratorWork }) {
  const t = useWords('newsroom')
  const say = useFigures()
  if (work.agreement === null) return <span className="text-ink-3">{t('people.unseen')}</span>
  return (
    <>
      {say.share(work.agreement)} <span className="text-sm text-ink-3">{t('people.of', { number: work.seenAgain })}</span>
    </>
  )
}

'use client'

import Link from 'next/link'
import type { NewsroomOverview } from '@/lib/contracts/compare'
import { formatCount } from '../articles/figure-words'
import { Sparkline } from '../charts/sparkline'
import { DataTable } from '../data-table/data-table'
import { createDataColumns } from '../data-table/features'
import { GROUP_MEASURES, writeMeasure } from './group-figures'

type SectionRow = NewsroomOverview['sections'][number]

const column = createDataColumns<SectionRow>()

const COLUMNS = column.columns([
  column.accessor((row) => row.section ?? '', {
    id: 'section',
    header: 'Section',
    sortFn: 'text',
    cell: ({ row }) =>
      row.original.section === null ? (
        <span className="text-ink-3">without a section</span>
      ) : (
        <Link
          href={`/articles?section=${encodeURIComponent(row.original.section)}`}
          className="inline-flex min-h-6 items-center font-[560] text-ink no-underline underline-offset-3 hover:underline"
        >
          <bdi>{row.original.section}</bdi>
        </Link>
      ),
  }),
  column.display({
    id: 'trend',
    header: 'Trend',
    meta: { hideBelow: 'md' },
    cell: ({ row }) => (
      <Sparkline
        values={row.original.trend}
        label={`Comments a day, at most ${formatCount(Math.max(0, ...row.original.trend))}, ${formatCount(row.original.trend.at(-1) ?? 0)} on the last day`}
      />
    ),
  }),
  ...GROUP_MEASURES.map((measure, index) =>
    column.accessor((row) => measure.valueOf(row.figures) ?? undefined, {
      id: measure.key,
      header: measure.name,
      sortFn: 'basic',
      meta: { align: 'end', ...(index === 0 ? {} : { hideBelow: index < 6 ? ('md' as const) : ('lg' as const) }) },
      cell: ({ row }) => <span className="whitespace-nowrap">{writeMeasure(measure, row.original.figures)}</span>,
    }),
  ),
])

const BY_COMMENTS = [{ id: 'comments', desc: true }]

/** The sections of the site with the same figures as everywhere, sortable by each. */
export function SectionTable({ sections }: { sections: NewsroomOverview['sections'] }) {
  return (
    <DataTable
      label="Sections and how they are discussed"
      columns={COLUMNS}
      data={sections}
      getRowId={(row) => row.section ?? ''}
      initialSorting={BY_COMMENTS}
      empty={<p className="text-ink-3">No comments in these days.</p>}
    />
  )
}

'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import type { NewsroomOverview } from '@/lib/contracts/compare'
import type { Figures } from '../articles/figures'
import { useFigures } from '../articles/use-figures'
import { Sparkline } from '../charts/sparkline'
import { DataTable } from '../data-table/data-table'
import { createDataColumns } from '../data-table/features'
import type { Words } from '../words/rooms'
import { useWords } from '../words/words-context'
import { makeMeasureColumns, PhoneFigures } from './measure-columns'

type SectionRow = NewsroomOverview['sections'][number]

const column = createDataColumns<SectionRow>()

/** The columns in the words of one language. */
function makeColumns(t: Words<'newsroom'>, say: Figures) {
  return column.columns([
    column.accessor((row) => row.section ?? '', {
      id: 'section',
      header: t('section'),
      sortFn: 'text',
      cell: ({ row }) => <SectionCell row={row.original} />,
    }),
    column.display({
      id: 'trend',
      header: t('trend'),
      meta: { hideBelow: 'md' },
      cell: ({ row }) => (
        <Sparkline
          values={row.original.trend}
          label={t('section.trend', { most: Math.max(0, ...row.original.trend), last: row.original.trend.at(-1) ?? 0 })}
        />
      ),
    }),
    ...makeMeasureColumns<SectionRow>(say),
  ])
}

/** The section; on a phone, where its columns have no room, with its figures below. */
function SectionCell({ row: { section, figures } }: { row: SectionRow }) {
  const t = useWords('newsroom')
  return (
    <>
      {section === null ? (
        <span className="text-ink-3">{t('section.none')}</span>
      ) : (
        <Link
          href={`/articles?section=${encodeURIComponent(section)}`}
          className="-my-0.5 inline-flex min-h-6 items-center font-[560] text-ink no-underline underline-offset-3 hover:underline"
        >
          <bdi>{section}</bdi>
        </Link>
      )}
      <PhoneFigures figures={figures} />
    </>
  )
}

const BY_COMMENTS = [{ id: 'comments', desc: true }]

/** The sections of the site with the same figures as everywhere, sortable by each. */
export function SectionTable({ sections }: { sections: NewsroomOverview['sections'] }) {
  const t = useWords('newsroom')
  const say = useFigures()
  const columns = useMemo(() => makeColumns(t, say), [t, say])
  return (
    <DataTable
      label={t('sections.table')}
      columns={columns}
      data={sections}
      getRowId={(row) => row.section ?? ''}
      initialSorting={BY_COMMENTS}
      empty={<p className="text-ink-3">{t('sections.empty')}</p>}
    />
  )
}

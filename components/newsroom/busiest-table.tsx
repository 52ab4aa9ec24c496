'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import type { NewsroomOverview } from '@/lib/contracts/compare'
import type { Figures } from '../articles/figures'
import { useFigures } from '../articles/use-figures'
import { DataTable } from '../data-table/data-table'
import { createDataColumns } from '../data-table/features'
import type { Words } from '../words/rooms'
import { useWords } from '../words/words-context'
import { GROUP_MEASURES } from './group-figures'
import { makeMeasureColumns, PhoneFigures } from './measure-columns'

type BusyRow = NewsroomOverview['busiest'][number]

const column = createDataColumns<BusyRow>()
/** Each row is one article. */
const MEASURES = GROUP_MEASURES.filter(({ key }) => key !== 'articles')

function makeColumns(t: Words<'newsroom'>, say: Figures) {
  return column.columns([
    column.accessor((row) => row.title, {
      id: 'article',
      header: t('article'),
      sortFn: 'text',
      cell: ({ row }) => <ArticleCell row={row.original} />,
    }),
    ...makeMeasureColumns<BusyRow>(say, MEASURES),
  ])
}

function ArticleCell({ row: { id, title, section, figures } }: { row: BusyRow }) {
  return (
    <>
      <Link
        href={`/articles/${id}`}
        className="-my-0.5 inline-flex min-h-6 items-center font-[560] text-ink no-underline underline-offset-3 hover:underline"
      >
        <bdi className="[overflow-wrap:anywhere]">{title}</bdi>
      </Link>
      {section !== null && (
        <p className="text-sm text-ink-3">
          <bdi>{section}</bdi>
        </p>
      )}
      <PhoneFigures figures={figures} />
    </>
  )
}

const BY_COMMENTS = [{ id: 'comments', desc: true }]

/** The articles with the most comments in some days, with the same figures as everywhere, sortable by each. */
export function BusiestTable({ articles }: { articles: NewsroomOverview['busiest'] }) {
  const t = useWords('newsroom')
  const say = useFigures()
  const columns = useMemo(() => makeColumns(t, say), [t, say])
  return (
    <DataTable
      label={t('busiest.table')}
      columns={columns}
      data={articles}
      getRowId={(row) => row.id}
      initialSorting={BY_COMMENTS}
      empty={<p className="text-ink-3">{t('sections.empty')}</p>}
    />
  )
}

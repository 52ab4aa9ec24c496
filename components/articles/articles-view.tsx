'use client'

import Link from 'next/link'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { ArticleList } from '@/lib/contracts/article-stats'
import { DataTable } from '../data-table/data-table'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import {
  ARTICLE_ADDRESS,
  ARTICLE_SORTS,
  filterArticles,
  isNarrowed,
  listSections,
  type ArticleFilter,
  type ArticleSort,
} from './article-address'
import { articleColumns } from './article-columns'
import { ArticleFilters } from './article-filters'
import { countOf, formatCount } from './figure-words'

/** Titles are read from A; of everything else the most comes first. */
const firstOrder = (sort: ArticleSort) => (sort === 'title' ? 'asc' : 'desc')

/** The table of articles with its filters; order and filters live in the address. */
export function ArticlesView({ list }: { list: ArticleList }) {
  const [address, setAddress] = useQueryStates(ARTICLE_ADDRESS)
  const { sort, order, section, q, waiting } = address
  const rows = useMemo(() => list.rows.map((row) => ({ ...row, now: list.now })), [list])
  const shown = useMemo(() => {
    const fitting = new Set(filterArticles(list.rows, { section, q, waiting }).map((row) => row.id))
    return rows.filter((row) => fitting.has(row.id))
  }, [rows, list.rows, section, q, waiting])
  const sections = useMemo(() => listSections(list.rows), [list.rows])
  const sorting = useMemo(() => [{ id: sort, desc: order === 'desc' }], [sort, order])
  const clear = () => void setAddress({ section: null, q: null, waiting: null })

  if (list.rows.length === 0) return <NothingYet />
  return (
    <>
      <ArticleFilters
        filter={address}
        sections={sections}
        sort={sort}
        onFilter={(change) => void setAddress(change)}
        onSort={(next) => void setAddress({ sort: next, order: firstOrder(next) })}
      />
      <p role="status" className="mb-2 text-sm text-ink-3">
        {describeCount(shown.length, list, isNarrowed(address))}
      </p>
      <DataTable
        label="Articles and how they are discussed"
        columns={articleColumns}
        data={shown}
        getRowId={(row) => row.id}
        sorting={sorting}
        onSortingChange={([first]) => {
          const next = ARTICLE_SORTS.find((name) => name === first?.id)
          if (next) void setAddress({ sort: next, order: next === sort ? (first?.desc ? 'desc' : 'asc') : firstOrder(next) })
        }}
        empty={<NothingShown filter={address} onClear={clear} />}
      />
    </>
  )
}

function describeCount(shown: number, { rows, total }: ArticleList, isFiltered: boolean): string {
  const known = total > rows.length ? `the newest ${formatCount(rows.length)} of ${formatCount(total)} articles` : countOf(total, 'article')
  return isFiltered ? `${formatCount(shown)} of ${known}` : known.charAt(0).toUpperCase() + known.slice(1)
}

function NothingYet() {
  return (
    <EmptyState kind="nothing-yet" title="No article has arrived yet">
      Articles appear here as soon as the site sends one, or when an admin imports a saved page under Settings.
    </EmptyState>
  )
}

function NothingShown({ filter, onClear }: { filter: ArticleFilter; onClear: () => void }) {
  const { section, q, waiting } = filter
  if (waiting && section === '' && q.trim() === '') {
    return (
      <EmptyState kind="all-done" title="Nothing waits" next={<Button onClick={onClear}>Show all articles</Button>}>
        Every comment that needed a person has had its decision. <Link href="/queue?queue=newest">See the newest comments</Link>.
      </EmptyState>
    )
  }
  return (
    <EmptyState kind="filtered" title="The filter hides everything" next={<Button onClick={onClear}>Clear the filters</Button>}>
      There are articles, but none{' '}
      {q.trim() === '' ? (
        'fits what you chose'
      ) : (
        <>
          with “<bdi>{q.trim()}</bdi>” in title, section or author fits
        </>
      )}
      .
    </EmptyState>
  )
}

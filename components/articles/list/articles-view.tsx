'use client'

import Link from 'next/link'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import { ARTICLE_LIST_SORTS } from '@/lib/domain/article-list'
import type { SavedView } from '@/lib/contracts/teamwork'
import { DataTable } from '../../data-table/data-table'
import { Beginnings } from '../../moderation/beginnings'
import { wordError } from '../../moderation/failure-words'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { EmptyState } from '../../ui/empty-state'
import { useWords } from '../../words/words-context'
import { ARTICLE_ADDRESS, firstOrder, isNarrowed, NO_FILTERS, toListQuery, type ArticleAddress } from './article-address'
import { makeArticleColumns } from './article-columns'
import { ArticleViews } from './article-views'
import { ArticleFilters } from './article-filters'
import { ChosenArticlesProvider } from './chosen-articles'
import { CompareBar } from './compare-bar'
import { ExportMenu, type ExportFile } from '../export-menu'
import { StaleNote } from '../live-figures'
import { useFigures } from '../use-figures'
import type { Words } from '../../words/rooms'
import { useArticleList, type ListedArticles } from './use-article-list'

interface ArticlesViewProps {
  start: ArticleListPage
  /** The question that `start` answers. */
  startQuery: string
  sections: readonly string[]
  views: SavedView[]
  /** Whether the reader may see to it that comments arrive. */
  canConnect: boolean
}

/** The table of articles with its filters; order and filters live in the address, figures keep themselves up to date. */
export function ArticlesView({ start, startQuery, sections, views, canConnect }: ArticlesViewProps) {
  const [address, setAddress] = useQueryStates(ARTICLE_ADDRESS)
  const t = useWords('articles')
  const alerts = useWords('alerts')
  const figures = useFigures()
  const columns = useMemo(() => makeArticleColumns(t, figures), [t, figures])
  const list = useArticleList(address, start, startQuery)
  const { sort, order } = address
  const sorting = useMemo(() => [{ id: sort, desc: order === 'desc' }], [sort, order])
  const isFiltered = isNarrowed(address)
  if (start.total === 0 && !isFiltered && list.total === 0) return <NothingYet canConnect={canConnect} />
  return (
    <ChosenArticlesProvider>
      <StaleNote isStale={list.isStale}>{alerts('stale')}</StaleNote>
      <ArticleFilters
        address={address}
        sections={sections}
        onChange={(change) => void setAddress(change)}
        onSort={(next) => void setAddress({ sort: next, order: firstOrder(next) })}
      />
      <div className="my-3 flex flex-wrap items-center justify-between gap-3">
        <ListStatus list={list} isFiltered={isFiltered} />
        <div className="flex gap-2">
          <ArticleViews
            start={views}
            readAddress={() => new URLSearchParams(toListQuery(address)).toString()}
            onOpen={(saved) => void setAddress(readSaved(saved))}
          />
          <ExportMenu files={listFiles(t, address)} />
        </div>
      </div>
      <DataTable
        label={t('table')}
        columns={columns}
        data={list.rows}
        getRowId={(row) => row.id}
        sorting={sorting}
        isSorted
        onSortingChange={([first]) => {
          const next = ARTICLE_LIST_SORTS.find((name) => name === first?.id)
          if (next) void setAddress({ sort: next, order: next === sort ? (first?.desc ? 'desc' : 'asc') : firstOrder(next) })
        }}
        empty={list.isLoading ? null : <NothingShown address={address} onClear={() => void setAddress(NO_FILTERS)} />}
      />
      {list.hasMore && (
        <p className="mt-3">
          <Button aria-disabled={list.isLoadingMore} onClick={list.loadMore}>
            {list.isLoadingMore ? t('loading') : t('more')}
          </Button>
        </p>
      )}
      <CompareBar />
    </ChosenArticlesProvider>
  )
}

function ListStatus({ list, isFiltered }: { list: ListedArticles; isFiltered: boolean }) {
  const t = useWords('articles')
  const shell = useWords('shell')
  const [shown, count] = [list.rows.length, list.total]
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="text-sm text-ink-3">
        {list.isLoading
          ? t('loading')
          : list.hasMore
            ? t(isFiltered ? 'countOfFiltered' : 'countOf', { shown, count })
            : t(isFiltered ? 'countFiltered' : 'count', { count })}
      </p>
      {list.moved > 0 && (
        <Button size="sm" className="border-accent bg-accent-soft text-accent" onClick={list.layOut}>
          {t('moved', { count: list.moved })}
        </Button>
      )}
      {list.failure !== null && (
        <Callout tone="error" title={t('stale.title')}>
          {wordError(shell, list.failure)} {t('stale.rest')}
        </Callout>
      )}
    </div>
  )
}

function listFiles(t: Words<'articles'>, address: ArticleAddress): ExportFile[] {
  return [{ word: t('file'), href: `/api/v1/desk/articles?${new URLSearchParams(toListQuery(address)).toString()}` }]
}

/** A saved address as the page's own; what it does not name is as in the beginning. */
function readSaved(saved: string): Record<keyof ArticleAddress, never> {
  const search = new URLSearchParams(saved)
  const parsed = Object.entries(ARTICLE_ADDRESS).map(([name, parser]) => {
    const value = search.get(name)
    return [name, value === null ? null : parser.parse(value)]
  })
  return Object.fromEntries(parsed) as Record<keyof ArticleAddress, never>
}

function NothingYet({ canConnect }: Pick<ArticlesViewProps, 'canConnect'>) {
  const t = useWords('articles')
  return (
    <EmptyState kind="nothing-yet" title={t('empty.new')} next={canConnect && <Beginnings />}>
      {t('empty.newRest')}
    </EmptyState>
  )
}

function NothingShown({ address, onClear }: { address: ArticleAddress; onClear: () => void }) {
  const t = useWords('articles')
  const { waiting, q } = address
  if (waiting && !isNarrowed({ ...address, waiting: false })) {
    return (
      <EmptyState kind="all-done" title={t('empty.done')} next={<Button onClick={onClear}>{t('empty.all')}</Button>}>
        {t.parts('empty.doneRest', {
          link: (
            <Link key="newest" href="/queue?queue=newest">
              {t('empty.newest')}
            </Link>
          ),
        })}
      </EmptyState>
    )
  }
  return (
    <EmptyState kind="filtered" title={t('empty.filtered')} next={<Button onClick={onClear}>{t('empty.clear')}</Button>}>
      {q.trim() === '' ? t('empty.chosen') : t.parts('empty.titled', { text: <bdi key="text">{q.trim()}</bdi> })}
    </EmptyState>
  )
}
